import { CONTROLLER as WORKFLOW_CONTROLLER } from '../components/argo.component.js';
import { ETCD_URL } from '../components/etcd.component.js';
import { API_SERVER_PORT } from '../components/kube-apiserver.component.js';
import { restartKwok } from '../components/kwok.component.js';
import { type Platform } from '../support/platform.js';
import { type Fault } from './fault.js';

const API_SERVER = 'kube-apiserver';
const CLIENTS = ['kube-controller-manager', 'kube-scheduler'];

/**
 * Its clients back off for up to a minute after it was gone several times. Started anew they go on at once, so that
 * what comes next does not wait for a controller that sleeps.
 */
async function wakeClients(platform: Platform): Promise<void> {
  const clients = CLIENTS.map((client) => platform.restart(client));
  await Promise.all([...clients, restartKwok(platform), restartWorkflowController(platform)]);
}

/**
 * It ends, for good, when it could not renew its Lease for 10 s. Elsewhere a kubelet starts it again; here nobody does.
 * One that is still about to end would pass for alive: it is started anew whatever it does.
 */
async function restartWorkflowController(platform: Platform): Promise<void> {
  if (platform.components.some(({ name }) => name === WORKFLOW_CONTROLLER)) await platform.restart(WORKFLOW_CONTROLLER);
}

async function isUnreachable(platform: Platform): Promise<boolean> {
  return (
    (await platform
      .component(API_SERVER)
      .missing(platform)
      .catch(() => 'not running')) !== undefined
  );
}

const apiServerDown: Fault = {
  name: 'apiserver-down',
  describe: 'the API server is stopped: connections are refused; repaired by starting it',
  inject: (platform) => platform.stop(API_SERVER),
  repair: async (platform) => {
    if (platform.pid(API_SERVER) !== undefined) return;
    await platform.start(API_SERVER);
    await wakeClients(platform);
  },
  evident: isUnreachable,
};

const apiServerHanging: Fault = {
  name: 'apiserver-hanging',
  describe: 'the API server is stopped by SIGSTOP: connections are accepted and nothing is said; repaired by SIGCONT',
  inject(platform) {
    platform.signal(API_SERVER, 'SIGSTOP');
    return Promise.resolve();
  },
  async repair(platform) {
    platform.signal(API_SERVER, 'SIGCONT');
    await restartWorkflowController(platform);
  },
  evident: isUnreachable,
};

const apiServerRestart: Fault = {
  name: 'apiserver-restart',
  describe: 'the API server is stopped and started again at once',
  async inject(platform) {
    await platform.restart(API_SERVER);
    await wakeClients(platform);
  },
  repair: () => Promise.resolve(),
};

async function etcdCall<T>(platform: Platform, method: string, body: object): Promise<T> {
  const request = ['--silent', '--show-error', '--fail', '--max-time', '20', '--data', JSON.stringify(body)];
  return JSON.parse(await platform.runInside(['curl', ...request, `${ETCD_URL}/v3/kv/${method}`])) as T;
}

const etcdCompact: Fault = {
  name: 'etcd-compact',
  describe: 'etcd forgets every revision but the newest: who wants to go on from an old one gets 410 Gone',
  async inject(platform) {
    const key = Buffer.from('/').toString('base64');
    const { header } = await etcdCall<{ header: { revision: string } }>(platform, 'range', { key });
    await etcdCall(platform, 'compaction', { revision: header.revision, physical: true });
  },
  repair: () => Promise.resolve(),
};

const watchCut: Fault = {
  name: 'watch-cut',
  describe: 'every established connection to the API server is reset',
  inject: async (platform) => {
    const which = ['--tcp', '--no-header', '--numeric', 'state', 'established', `( sport = :${API_SERVER_PORT} )`];
    // It lists what it has reset, and is content with nothing where the kernel cannot.
    const cut = await platform.runInside(['ss', '--kill', ...which]);
    if (cut.trim() === '') throw new Error('no connection to the API server was reset');
  },
  repair: () => Promise.resolve(),
};

export const apiServerFaults: readonly Fault[] = [
  apiServerDown,
  apiServerHanging,
  apiServerRestart,
  etcdCompact,
  watchCut,
];
