import { NODE_NAME } from '../components/kubelet.component.js';
import { FAKE_NODES, type FakeNode, fakeNodeObject, POWER_LABEL, ZONES } from '../components/kwok.component.js';
import { type Platform } from '../support/platform.js';
import { type Fault, wake } from './fault.js';

/** Ready as the API has it: True, False, Unknown, or undefined for a node that is not there. */
async function readyOf(platform: Platform, node: string): Promise<string | undefined> {
  const path = '--output=jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}';
  const answer = await platform.kubectl(['get', 'nodes', `--field-selector=metadata.name=${node}`, path]);
  return answer === '' ? undefined : answer;
}

/** Cuts or restores the power of fake nodes: they go on existing, but nobody hears of them. */
async function power(platform: Platform, nodes: readonly string[], on: boolean): Promise<void> {
  await platform.kubectl(['label', 'nodes', '--overwrite', ...nodes, on ? `${POWER_LABEL}=on` : `${POWER_LABEL}-`]);
}

const nodeLost: Fault = {
  name: 'node-lost',
  describe: `the kubelet of ${NODE_NAME} is stopped by SIGSTOP → Ready Unknown after 12 s`,
  inject(platform) {
    platform.signal('kubelet', 'SIGSTOP');
    return Promise.resolve();
  },
  repair: (platform) => wake(platform, 'kubelet'),
  evident: async (platform) => (await readyOf(platform, NODE_NAME)) === 'Unknown',
};

const CORDONED = 'zone-c-fake-3';

const nodeCordoned: Fault = {
  name: 'node-cordoned',
  describe: `${CORDONED} is cordoned`,
  inject: async (platform) => {
    await platform.kubectl(['cordon', CORDONED]);
  },
  repair: async (platform) => {
    await platform.kubectl(['uncordon', CORDONED]);
  },
  evident: async (platform) =>
    (await platform.kubectl(['get', 'node', CORDONED, '--output=jsonpath={.spec.unschedulable}'])) === 'true',
};

const SICK = 'zone-b-fake-1';

const nodeNotReady: Fault = {
  name: 'node-not-ready',
  describe: `${SICK} says of itself that it is not Ready → Ready False`,
  inject: async (platform) => {
    await platform.kubectl(['annotate', '--overwrite', 'node', SICK, 'platform.test/ready=False']);
  },
  repair: async (platform) => {
    await platform.kubectl(['annotate', '--overwrite', 'node', SICK, 'platform.test/ready-']);
  },
  evident: async (platform) => (await readyOf(platform, SICK)) === 'False',
};

const UNHEARD = 'zone-b-fake-2';

const fakeNodeLost: Fault = {
  name: 'fake-node-lost',
  describe: `nothing is heard of ${UNHEARD} any more → Ready Unknown after 12 s`,
  inject: (platform) => power(platform, [UNHEARD], false),
  repair: (platform) => power(platform, [UNHEARD], true),
  evident: async (platform) => (await readyOf(platform, UNHEARD)) === 'Unknown',
};

const REMOVED = FAKE_NODES.filter((node) => node.name === 'zone-a-fake-3');

const nodeGone: Fault = {
  name: 'node-gone',
  describe: 'zone-a-fake-3 is deleted',
  inject: async (platform) => {
    await platform.kubectl(['delete', '--ignore-not-found', 'node', ...REMOVED.map((node) => node.name)]);
  },
  repair: (platform) => platform.applyObjects(REMOVED.map((node) => fakeNodeObject(node))),
  async evident(platform) {
    const states = await Promise.all(REMOVED.map((node) => readyOf(platform, node.name)));
    return states.every((state) => state !== 'True');
  },
};

const GROWTH: readonly FakeNode[] = ZONES.map((zone) => ({ name: `${zone}-fake-4`, zone }));

const nodesMany: Fault = {
  name: 'nodes-many',
  describe: `the cluster grows by ${GROWTH.length} nodes, close to the most it may have`,
  inject: (platform) => platform.applyObjects(GROWTH.map((node) => fakeNodeObject(node))),
  repair: async (platform) => {
    await platform.kubectl(['delete', '--ignore-not-found', 'node', ...GROWTH.map((node) => node.name)]);
  },
  async evident(platform) {
    const states = await Promise.all(GROWTH.map((node) => readyOf(platform, node.name)));
    return states.every((state) => state === 'True');
  },
};

const DARK_ZONE = FAKE_NODES.filter((node) => node.zone === 'zone-c').map((node) => node.name);

const zoneDown: Fault = {
  name: 'zone-down',
  describe: 'nothing is heard of any node of zone-c → all Ready Unknown after 12 s',
  inject: (platform) => power(platform, DARK_ZONE, false),
  repair: (platform) => power(platform, DARK_ZONE, true),
  async evident(platform) {
    const states = await Promise.all(DARK_ZONE.map((node) => readyOf(platform, node)));
    return states.every((state) => state === 'Unknown');
  },
};

export const nodeFaults: readonly Fault[] = [
  nodeLost,
  nodeCordoned,
  nodeNotReady,
  fakeNodeLost,
  nodeGone,
  nodesMany,
  zoneDown,
];
