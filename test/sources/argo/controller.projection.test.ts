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
    expect(projectProgram(undefined)).toEqual({ version: null });
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
