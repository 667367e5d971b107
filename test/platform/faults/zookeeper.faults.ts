import { ZOOKEEPER_HOSTS, ZOOKEEPER_PORT, askZookeeper, zookeeperName } from '../components/zookeeper.component.js';
import { type Platform } from '../support/platform.js';
import { isStopped } from '../support/process-table.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault } from './fault.js';

type Host = (typeof ZOOKEEPER_HOSTS)[number];

async function modeOf(platform: Platform, host: Host): Promise<string | undefined> {
  const answer = await askZookeeper(platform, host, 'srvr');
  return /^Mode: (\S+)$/m.exec(answer ?? '')?.[1];
}

async function hostsThat(platform: Platform, are: 'leader' | 'follower'): Promise<Host[]> {
  const modes = await Promise.all(ZOOKEEPER_HOSTS.map((host) => modeOf(platform, host)));
  return ZOOKEEPER_HOSTS.filter((_, index) => modes[index] === are);
}

interface Roles {
  readonly leader: Host;
  readonly followers: readonly Host[];
}

/** Who is what, once all three have said it: a machine that is busy may take its time. */
async function roles(platform: Platform): Promise<Roles> {
  const found: Roles[] = [];
  const look = async (): Promise<string | undefined> => {
    const [[leader], followers] = await Promise.all([hostsThat(platform, 'leader'), hostsThat(platform, 'follower')]);
    if (leader === undefined || followers.length < ZOOKEEPER_HOSTS.length - 1)
      return 'not all members say what they are';
    found.push({ leader, followers });
    return undefined;
  };
  await waitUntilNothingMissing('ZooKeeper', look, { within: 30_000, every: 200 });
  return found[0] as Roles;
}

/** Whether a member stands still already. */
function isAnyStopped(platform: Platform): boolean {
  return ZOOKEEPER_HOSTS.some((host) => {
    const pid = platform.pid(zookeeperName(host));
    return pid !== undefined && isStopped(pid);
  });
}

function resume(platform: Platform): void {
  for (const host of ZOOKEEPER_HOSTS) {
    const name = zookeeperName(host);
    if (platform.pid(name) !== undefined) platform.signal(name, 'SIGCONT');
  }
}

async function silent(platform: Platform): Promise<number> {
  const modes = await Promise.all(ZOOKEEPER_HOSTS.map((host) => modeOf(platform, host)));
  return modes.filter((mode) => mode === undefined).length;
}

const hanging: Fault = {
  name: 'zookeeper-hangs',
  describe: 'a follower of ZooKeeper is stopped by SIGSTOP: connections to it hang; repaired by SIGCONT',
  async inject(platform) {
    if (isAnyStopped(platform)) return;
    const [follower] = (await roles(platform)).followers;
    if (follower !== undefined) platform.signal(zookeeperName(follower), 'SIGSTOP');
  },
  repair(platform) {
    resume(platform);
    return Promise.resolve();
  },
  evident: async (platform) => (await silent(platform)) > 0,
};

const [FIRST, SECOND] = ZOOKEEPER_HOSTS;

const refusing: Fault = {
  name: 'zookeeper-stopped',
  describe: 'one member of ZooKeeper is shut down: the leader counts fewer followers; repaired by starting it',
  inject: (platform) => platform.stop(zookeeperName(FIRST)),
  repair: (platform) => startAgain(platform, [FIRST]),
  evident: async (platform) => (await modeOf(platform, FIRST)) === undefined,
};

const noQuorum: Fault = {
  name: 'zookeeper-no-quorum',
  describe: 'two of the three members of ZooKeeper are shut down: the third serves nobody; repaired by starting them',
  async inject(platform) {
    await Promise.all([FIRST, SECOND].map((host) => platform.stop(zookeeperName(host))));
  },
  repair: (platform) => startAgain(platform, [FIRST, SECOND]),
  async evident(platform) {
    const answers = await Promise.all(ZOOKEEPER_HOSTS.map((host) => askZookeeper(platform, host, 'srvr')));
    return answers.some((answer) => answer?.includes('not currently serving requests') === true);
  },
};

async function startAgain(platform: Platform, hosts: readonly Host[]): Promise<void> {
  const names = hosts.map(zookeeperName).filter((name) => platform.pid(name) === undefined);
  await Promise.all(names.map((name) => platform.start(name)));
}

const WRITER = 'fault-zookeeper-writer';

/** A client of the leader that waits for no answer until so many are missing. */
async function openWriter(platform: Platform, leader: Host, most: number): Promise<void> {
  if (platform.pid(WRITER) !== undefined) return;
  const program = [process.execPath, '--import', 'tsx', platform.source('faults', 'zookeeper-writer.main.ts')];
  const word = `session of ${Date.now()}`;
  const target = [leader, String(ZOOKEEPER_PORT), String(most), word];
  const { repositoryFolder } = platform.settings;
  await platform.processes.launch(WRITER, platform.inNamespace([...program, ...target]), {
    cwd: repositoryFolder,
    env: {},
  });
  const looked = (): string | undefined =>
    platform.processes.log(WRITER).includes(word) ? undefined : 'no session yet';
  // A session needs more than half of the members, as any write does: it has to be there before they are gone.
  await waitUntilNothingMissing(WRITER, looked, { within: 30_000, every: 200 });
}

/** A number that `mntr` tells; NaN where it does not answer. */
async function figureOf(platform: Platform, host: Host, name: string): Promise<number> {
  const answer = await askZookeeper(platform, host, 'mntr');
  return Number(new RegExp(`^zk_${name}\\t(\\d+)$`, 'm').exec(answer ?? '')?.[1]);
}

async function anyIs(platform: Platform, name: string, holds: (figure: number) => boolean): Promise<boolean> {
  const figures = await Promise.all(ZOOKEEPER_HOSTS.map((host) => figureOf(platform, host, name)));
  return figures.some(holds);
}

/** Of the 500 that one of three members takes before it stops reading. */
const UNANSWERED = 400;

const outstanding: Fault = {
  name: 'zookeeper-outstanding',
  describe: 'both followers of ZooKeeper are stopped by SIGSTOP while a client writes: nothing is confirmed any more',
  async inject(platform) {
    if (isAnyStopped(platform)) return;
    const { leader, followers } = await roles(platform);
    await openWriter(platform, leader, UNANSWERED);
    for (const host of followers) platform.signal(zookeeperName(host), 'SIGSTOP');
  },
  async repair(platform) {
    resume(platform);
    await platform.processes.end(WRITER, 2_000);
  },
  evident: (platform) => anyIs(platform, 'outstanding_requests', (waiting) => waiting >= UNANSWERED),
};

const STUTTER = 'fault-zookeeper-stutter';
/** Few enough to be no queue. */
const FEW = 20;

const slow: Fault = {
  name: 'zookeeper-slow',
  describe:
    'both followers of ZooKeeper stand still for 0.6 s of each 0.7 s, as with a heap too small, while a client writes',
  async inject(platform) {
    if (platform.pid(STUTTER) !== undefined) return;
    const { leader, followers } = await roles(platform);
    await openWriter(platform, leader, FEW);
    const pids = followers.flatMap((host) => platform.pid(zookeeperName(host)) ?? []).map(String);
    const script = 'while :; do kill -STOP "$@"; sleep 0.6; kill -CONT "$@"; sleep 0.1; done';
    await platform.processes.launch(STUTTER, ['sh', '-c', script, 'sh', ...pids], { cwd: platform.state(), env: {} });
  },
  async repair(platform) {
    await platform.processes.end(STUTTER, 2_000);
    await platform.processes.end(WRITER, 2_000);
    resume(platform);
    // They remember the longest since their start, or since they are told to forget it.
    await Promise.all(ZOOKEEPER_HOSTS.map((host) => askZookeeper(platform, host, 'srst')));
  },
  evident: (platform) => anyIs(platform, 'max_latency', (slowest) => slowest > 500),
};

export const zookeeperFaults: readonly Fault[] = [hanging, refusing, noQuorum, outstanding, slow];
