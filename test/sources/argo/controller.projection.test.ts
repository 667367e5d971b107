import {
  projectControllerLimits,
  projectLease,
  projectProgram,
} from '../../../src/sources/argo/controller.projection.js';
import { place } from './argo-objects.js';

const metadata = { name: 'workflow-controller', namespace: 'argo' };

function versionOf(...images: readonly unknown[]): string | null {
  const containers = images.map((image) => ({ name: 'x', image: image as string }));
  const template = { spec: { containers } };
  return projectProgram({ metadata, spec: { selector: {}, template } }).version;
}

describe('the version of a controller', () => {
  it.each<[string, readonly unknown[], string | null]>([
    ['the tag of its image', ['quay.io/argoproj/workflow-controller:v3.7.4'], 'v3.7.4'],
    ['that beside a digest, at a registry with a port', ['hub:5000/a/workflow-controller:v3.6.0@sha256:0a1'], 'v3.6.0'],
    [
      'that of the only container, however it is called',
      ['example.com/argo-controller:3.5.1-patched'],
      '3.5.1-patched',
    ],
    ['its own among others', ['istio/proxyv2:1.20.0', 'argoproj/workflow-controller:v3.7.4'], 'v3.7.4'],
    ['not known of several that are none', ['istio/proxyv2:1.20.0', 'a/b:1'], null],
    ['not known by a digest', ['argoproj/workflow-controller@sha256:0a1'], null],
    ['not known of an image without a tag at a registry with a port', ['hub:5000/workflow-controller'], null],
    ['not known by a tag that may be anything', ['argoproj/workflow-controller:latest'], null],
    ['not known without an image', [undefined], null],
    ['not known without containers', [], null],
  ])('is %s', (_, images, version) => {
    expect(versionOf(...images)).toBe(version);
  });

  it('is not known of what is no Deployment', () => {
    expect(projectProgram(undefined)).toEqual({ version: null, managedNamespaces: null });
  });
});

describe('the namespaces that a controller manages', () => {
  type Container = { readonly command?: string[]; readonly args?: string[]; readonly env?: { name: string; value?: string }[] }; // prettier-ignore
  const managedBy = (container: Container, own = metadata) => {
    const template = { spec: { containers: [{ name: 'x', image: 'a/workflow-controller:v3.7.4', ...container }] } };
    return projectProgram({ metadata: own, spec: { selector: {}, template } }).managedNamespaces;
  };
  const env = (namespaced: string, managed: string) => [
    { name: 'ARGO_NAMESPACED', value: namespaced },
    { name: 'ARGO_MANAGED_NAMESPACE', value: managed },
  ];

  it.each<[string, Container, readonly string[] | null]>([
    ['all', { args: ['--configmap', 'c'] }, null],
    ['its own', { args: ['--namespaced'] }, ['argo']],
    ['its own, by its command', { command: ['workflow-controller', '--namespaced=true'] }, ['argo']],
    ['another', { args: ['--namespaced', '--managed-namespace', 'data'] }, ['data']],
    ['another, in one word', { args: ['--managed-namespace=data', '--namespaced'] }, ['data']],
    ['several', { args: ['--namespaced', '--managed-namespace', 'a, b'] }, ['a', 'b']],
    ['all, whatever else is told', { args: ['--managed-namespace', 'data'] }, null],
    ['all, as it is told', { args: ['--namespaced=false', '--managed-namespace', 'data'] }, null],
    ['the last that is told', { args: ['--namespaced', '--managed-namespace=a', '--managed-namespace=b'] }, ['b']],
    ['another, by its environment', { env: env('true', 'data') }, ['data']],
    ['what its flags say before its environment', { args: ['--managed-namespace=a'], env: env('true', 'b') }, ['a']],
    ['all, by its environment', { env: env('false', 'data') }, null],
    ['known to nobody', { args: ['--namespaced', '--managed-namespace', '$(NAMESPACE)'] }, null],
    ['known to nobody, by an environment that is elsewhere', { env: [{ name: 'ARGO_NAMESPACED' }] }, null],
    ['its own, where a flag has no value', { args: ['--namespaced', '--managed-namespace'] }, ['argo']],
  ])('are %s', (_, container, expected) => {
    expect(managedBy(container)).toEqual(expected);
  });

  it('are not known of a Deployment that is nowhere', () => {
    expect(managedBy({ args: ['--namespaced'] }, { name: 'workflow-controller', namespace: '' })).toBeNull();
  });
});

describe('how much may run at once', () => {
  it.each<[string, Readonly<Record<string, string>>, number | null, boolean]>([
    ['settings of their own', { parallelism: '3', namespaceParallelism: '2' }, 3, true],
    ['one text, as of old', { config: 'parallelism: 7\nnamespaceParallelism: 1\n' }, 7, true],
    ['no limit', { parallelism: '0' }, null, false],
    ['what cannot be read', { config: '{' }, null, false],
  ])('is told by %s', (_, data, parallelism, hasNamespaceLimit) => {
    expect(projectControllerLimits({ metadata, data })).toEqual({ parallelism, hasNamespaceLimit });
  });
});

describe('the Lease of the controller', () => {
  it('has a holder of a name that can be told in a message, however long it is', () => {
    const { holder } = projectLease({ spec: { holderIdentity: 'x'.repeat(30_000) } }, place);
    expect(holder).toHaveLength(500);
  });
});
