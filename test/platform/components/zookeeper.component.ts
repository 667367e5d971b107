import { mkdir, writeFile } from 'node:fs/promises';
import { tryRun } from '../support/command.js';
import { daemon } from '../support/daemon.js';
import { type Component, type Platform } from '../support/platform.js';

/** The members, in the order of their ids; each has a loopback address of its own and the ports that ZooKeeper has by default. */
export const ZOOKEEPER_HOSTS = ['127.0.1.1', '127.0.1.2', '127.0.1.3'] as const;
export const ZOOKEEPER_PORT = 2181;

const CLASS_PATH = ['zookeeper', 'slf4j-simple'].map((name) => `/usr/share/java/${name}.jar`).join(':');

export function zookeeperName(host: string): string {
  return `zookeeper-${ZOOKEEPER_HOSTS.findIndex((candidate) => candidate === host) + 1}`;
}

/** Asks a member in one four-letter word; undefined where it does not answer. */
export async function askZookeeper(platform: Platform, host: string, word: string): Promise<string | undefined> {
  const script = 'exec 3<>"/dev/tcp/$0/$1" && printf %s "$2" >&3 && exec cat <&3';
  // bash takes a pipe of Node's for a connection from afar, and would begin with what a person's shells begin with.
  const command = ['timeout', '2', 'bash', '--norc', '-c', script, host, String(ZOOKEEPER_PORT), word];
  const { exitCode, output } = await tryRun(platform.inNamespace(command), { timeout: 5_000 });
  return exitCode === 0 ? output : undefined;
}

function configuration(platform: Platform, host: string): string {
  const settings = {
    tickTime: 1_000,
    initLimit: 20,
    // A leader waits so many ticks for followers that hang: long enough to see what becomes of the requests meanwhile.
    syncLimit: 60,
    dataDir: platform.state(zookeeperName(host), 'data'),
    clientPort: ZOOKEEPER_PORT,
    clientPortAddress: host,
    'admin.enableServer': false,
    '4lw.commands.whitelist': '*',
    ...Object.fromEntries(ZOOKEEPER_HOSTS.map((member, index) => [`server.${index + 1}`, `${member}:2888:3888`])),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function member(host: string): Component {
  const name = zookeeperName(host);
  return daemon({
    name,
    needs: ['namespace'],
    debianPackages: ['zookeeper', 'openjdk-17-jre-headless'],
    async prepare(platform) {
      await mkdir(platform.state(name, 'data'), { recursive: true });
      await writeFile(platform.state(name, 'data', 'myid'), name.slice(-1));
      await writeFile(platform.state(name, 'zoo.cfg'), configuration(platform, host));
    },
    command: (platform) => [
      'java',
      '-Xmx96m',
      '-XX:+UseSerialGC',
      // Three of them start at once on two cores: the second compiler costs more than it brings.
      '-XX:TieredStopAtLevel=1',
      '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
      // The data is thrown away at the end: waiting for the disk at every write buys nothing.
      '-Dzookeeper.forceSync=no',
      `--class-path=${CLASS_PATH}`,
      'org.apache.zookeeper.server.quorum.QuorumPeerMain',
      platform.state(name, 'zoo.cfg'),
    ],
    async missing(platform) {
      const answer = await askZookeeper(platform, host, 'srvr');
      return answer?.includes('Mode: ') === true ? undefined : (answer ?? 'no answer to srvr').trim();
    },
  });
}

/** An ensemble of three. */
export const zookeepers: readonly Component[] = ZOOKEEPER_HOSTS.map(member);
