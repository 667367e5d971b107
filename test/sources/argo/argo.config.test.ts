import { argoConfigSchema } from '../../../src/sources/argo/argo.config.js';
import { HOUR } from '../../../src/model/time.js';

describe('the configuration of an engine', () => {
  it('needs a name, and has a default for the rest', () => {
    expect(argoConfigSchema.parse({ name: 'pipelines' })).toMatchObject({
      placement: null,
      namespaces: [],
      controllerNamespace: 'argo',
      configMap: 'workflow-controller-configmap',
      deployment: 'workflow-controller',
      instanceId: null,
      configuredParallelism: null,
      server: null,
      keepStepsFor: 2 * HOUR,
    });
  });

  it.each<[string, object, string]>([
    ['a misspelt key', { namespace: 'a' }, 'namespace'],
    ['a context without a kubeconfig', { context: 'x' }, 'a context belongs to a kubeconfig'],
    ['two ways in', { kubeconfig: 'k', inCluster: true }, 'name either a kubeconfig or inCluster: true'],
    ['no parallelism at all', { parallelism: 0 }, 'parallelism'],
    ['an address that is none', { server: { url: 'argo-server' } }, 'is no address'],
    [
      'two tokens',
      { server: { url: 'http://a', token: 'a', tokenFile: 'b' } },
      'token and tokenFile exclude each other',
    ],
    ['a namespace twice', { namespaces: ['a', 'b', 'a'] }, 'a namespace is named twice'],
    ['TLS without https', { server: { url: 'HTTP://a', tls: { ca: 'ca.pem' } } }, 'where nothing of tls is used'],
  ])('refuses %s', (_, more, message) => {
    const result = argoConfigSchema.safeParse({ name: 'pipelines', ...more });
    expect(JSON.stringify(result.error?.issues)).toContain(message);
  });
});
