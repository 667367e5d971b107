import { daemon } from '../support/daemon.js';
import { type Component, type Platform } from '../support/platform.js';

export const ZONES = ['zone-a', 'zone-b', 'zone-c'] as const;
export const NODES_PER_ZONE = 3;

/** Nodes with this label are kept alive by kwok; without it they are as lost as a machine without power. */
export const POWER_LABEL = 'platform.test/power';

/** The group that all fake nodes are of, powered or not. */
export const GROUP_LABEL = 'platform.test/group';
export const GROUP = 'fake';

export interface FakeNode {
  readonly name: string;
  readonly zone: string;
}

/** The fake nodes of a calm platform. */
export const FAKE_NODES: readonly FakeNode[] = ZONES.flatMap((zone) =>
  Array.from({ length: NODES_PER_ZONE }, (_, index) => ({ name: `${zone}-fake-${index + 1}`, zone })),
);

export function fakeNodeObject({ name, zone }: FakeNode, labels: Readonly<Record<string, string>> = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      // As a kubelet says that it leaves it to the controllers which volumes are attached to it.
      annotations: { 'volumes.kubernetes.io/controller-managed-attach-detach': 'true' },
      labels: {
        [POWER_LABEL]: 'on',
        [GROUP_LABEL]: GROUP,
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': 'region-1',
        'topology.kubernetes.io/zone': zone,
        ...labels,
      },
    },
    // Only what asks for a fake node gets one.
    spec: { taints: [{ key: 'platform.test/fake', effect: 'NoSchedule' }] },
  };
}

/** Runs the fake nodes and the pods that are bound to them: real API objects without machines. */
export const kwok = daemon({
  name: 'kwok',
  needs: ['kube-controller-manager'],
  goModule: { name: 'kwok', programs: { kwok: 'sigs.k8s.io/kwok/cmd/kwok' }, linkerFlags: '' },
  command: (platform) => [
    platform.program('kwok'),
    `--kubeconfig=${platform.adminKubeconfig}`,
    `--config=${platform.source('manifests', 'kwok-stages.yaml')}`,
    `--manage-nodes-with-label-selector=${POWER_LABEL}=on`,
    // Renewed at a quarter of it, well within the grace period of the controller manager.
    '--node-lease-duration-seconds=16',
    '--v=WARN',
  ],
  missing: () => Promise.resolve(undefined),
});

/**
 * Starts kwok anew in the middle of its work. A lease is its holder's, and a new process is another holder: without the
 * old leases it goes on at once, where it would wait until they are over and its nodes would be lost meanwhile.
 */
export async function restartKwok(platform: Platform): Promise<void> {
  await platform.stop(kwok.name);
  const names = FAKE_NODES.map(({ name }) => name);
  await platform.kubectl(['delete', '--ignore-not-found', '--namespace=kube-node-lease', 'lease', ...names]);
  await platform.start(kwok.name);
}

interface NodeList {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
  }[];
}

async function notReadyNodes(platform: Platform): Promise<string[]> {
  const { items } = await platform.get<NodeList>('nodes');
  const ready = items.filter((node) => node.status.conditions?.some((c) => c.type === 'Ready' && c.status === 'True'));
  const names = new Set(ready.map((node) => node.metadata.name));
  return FAKE_NODES.map((node) => node.name).filter((name) => !names.has(name));
}

/** Nine fake nodes in three zones. */
export const fakeNodes: Component = {
  name: 'fake-nodes',
  needs: ['kwok'],
  readyWithin: 30_000,
  start: (platform) => platform.applyObjects(FAKE_NODES.map((node) => fakeNodeObject(node))),
  async missing(platform) {
    const names = await notReadyNodes(platform);
    return names.length === 0 ? undefined : `not Ready: ${names.join(', ')}`;
  },
};
