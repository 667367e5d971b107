import { kubernetesConfigSchema } from '../../../src/sources/kubernetes/kubernetes.config.js';

const group = { name: 'gpu', selector: { pool: 'gpu' }, requiredPerZone: 1 };

describe('the configuration of a cluster', () => {
  it.each<[string, object, string]>([
    ['a misspelt key', { maximumNode: 3 }, 'maximumNode'],
    ['two ways in', { kubeconfig: 'k', inCluster: true }, 'name either a kubeconfig or inCluster: true'],
    ['no nodes at all', { maximumNodes: 0 }, 'maximumNodes'],
    ['a group of nodes twice', { nodeGroups: [group, group] }, 'a group of nodes is named twice'],
  ])('refuses %s', (_, more, message) => {
    const result = kubernetesConfigSchema.safeParse({ name: 'prod', ...more });
    expect(JSON.stringify(result.error?.issues)).toContain(message);
  });

  it('takes groups of nodes of several names', () => {
    const nodeGroups = [group, { ...group, name: 'cpu' }];
    expect(kubernetesConfigSchema.parse({ name: 'prod', nodeGroups }).nodeGroups).toEqual(nodeGroups);
  });
});
