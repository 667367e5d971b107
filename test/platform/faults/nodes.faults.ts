import { KUBELET_PORT, NODE_NAME } from '../components/kubelet.component.js';
import { FAKE_NODES, type FakeNode, fakeNodeObject, POWER_LABEL, ZONES } from '../components/kwok.component.js';
import { NODE_ADDRESS } from '../components/namespace.component.js';
import { tryRun } from '../support/command.js';
import { setRule } from '../support/firewall.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault, wake } from './fault.js';
import { deployment, ON_FAKE_NODE, podSpec, podsOf, remove, SHOP } from './shop.js';

/** Of each of what is listed, whether it is ready. */
const READY = '--output=jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}';

/** Ready as the API has it: True, False, Unknown, or undefined for a node that is not there. */
async function readyOf(platform: Platform, node: string): Promise<string | undefined> {
  const answer = await platform.kubectl(['get', 'nodes', `--field-selector=metadata.name=${node}`, READY]);
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
  // Until its pods are ready again, too: its kubelet says so a while after it is back.
  evident: async (platform) => (await readyOf(platform, NODE_NAME)) === 'Unknown' || (await hasUnreadyPods(platform)),
};

async function hasUnreadyPods(platform: Platform): Promise<boolean> {
  const states = await platform.kubectl(['get', 'pods', `--namespace=${SHOP}`, `--field-selector=spec.nodeName=${NODE_NAME},status.phase=Running`, READY]); // prettier-ignore
  return states.includes('False');
}

const CUT = ['INPUT', '-p', 'tcp', '--dport', String(KUBELET_PORT), '-j', 'REJECT', '--reject-with', 'tcp-reset'];

const kubeletCut: Fault = {
  name: 'kubelet-cut',
  describe: `a firewall refuses connections to the kubelet of ${NODE_NAME}, which itself goes on`,
  inject: (platform) => setRule(platform, CUT, true),
  repair: (platform) => setRule(platform, CUT, false),
  async evident(platform) {
    const url = `https://${NODE_ADDRESS}:${KUBELET_PORT}/healthz`;
    const { exitCode } = await tryRun(platform.inNamespace(['curl', '--silent', '--insecure', '--max-time', '2', url]));
    return exitCode !== 0;
  },
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

const PRESSED = 'zone-a-fake-2';

const nodePressure: Fault = {
  name: 'node-pressure',
  describe: `${PRESSED} says of itself that it is short of memory → MemoryPressure True`,
  inject: async (platform) => {
    await platform.kubectl(['annotate', '--overwrite', 'node', PRESSED, 'platform.test/memory-pressure=True']);
  },
  repair: async (platform) => {
    await platform.kubectl(['annotate', '--overwrite', 'node', PRESSED, 'platform.test/memory-pressure-']);
  },
  async evident(platform) {
    const path = '--output=jsonpath={.status.conditions[?(@.type=="MemoryPressure")].status}';
    return (await platform.kubectl(['get', 'node', PRESSED, path])) === 'True';
  },
};

const UNSTEADY = 'zone-c-fake-2';

const nodeFlapping: Fault = {
  name: 'node-flapping',
  describe: `${UNSTEADY} says that it is not Ready, and Ready, and again`,
  async inject(platform) {
    for (const ready of ['False', 'True', 'False', 'True']) {
      await platform.kubectl(['annotate', '--overwrite', 'node', UNSTEADY, `platform.test/ready=${ready}`]);
      const look = async (): Promise<string | undefined> =>
        (await readyOf(platform, UNSTEADY)) === ready ? undefined : `not ${ready}`;
      await waitUntilNothingMissing(`Ready of ${UNSTEADY}`, look, { within: 10_000, every: 50 });
    }
  },
  repair: async (platform) => {
    await platform.kubectl(['annotate', '--overwrite', 'node', UNSTEADY, 'platform.test/ready-']);
  },
};

/** Pods on fake nodes: kwok runs them. Evident when all of them do. */
function crowd(name: string, describe: string, app: string, replicas: number, spec: object): Fault {
  return {
    name,
    describe,
    inject: (platform) => platform.applyObjects([deployment(app, { ...spec, ...ON_FAKE_NODE }, replicas)]),
    repair: (platform) => remove(platform, `deployment/${app}`),
    async evident(platform) {
      const running = (await podsOf(platform, app)).filter(({ status }) => status.phase === 'Running');
      return running.length === replicas;
    },
  };
}

const nodeCrowded = crowd('node-crowded', 'zone-a-fake-1 runs 107 of the 110 pods that it may', 'sessions', 107, {
  ...podSpec('sessions', ['sleep', 'infinity']),
  nodeSelector: { 'kubernetes.io/hostname': 'zone-a-fake-1' },
});

const overcommitted = crowd(
  'cluster-overcommitted',
  'pods that request 15 of the 16 CPUs of every fake node: with one node less there is no room for all',
  'forecast',
  FAKE_NODES.length,
  podSpec('forecast', ['sleep', 'infinity'], { resources: { requests: { cpu: '15', memory: '16Mi' } } }),
);

export const nodeFaults: readonly Fault[] = [
  nodeLost,
  nodeCordoned,
  nodeNotReady,
  fakeNodeLost,
  nodeGone,
  nodesMany,
  zoneDown,
  nodePressure,
  nodeFlapping,
  nodeCrowded,
  overcommitted,
  kubeletCut,
];
