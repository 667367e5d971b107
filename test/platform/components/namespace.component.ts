import { existsSync } from 'node:fs';
import { run } from '../support/command.js';
import { type Component, type Platform } from '../support/platform.js';

/** The address of the real node and of everything that pods must reach. */
export const NODE_ADDRESS = '10.99.0.1';

const DENIALS = [
  ['udp', 'icmp-port-unreachable'],
  ['tcp', 'tcp-reset'],
] as const;

function namespaceFile(platform: Platform): string {
  return `/run/netns/${platform.settings.name}`;
}

/** A network of its own: loopback and one pair of virtual cards. Nothing can leave it and no port collides. */
export const namespace: Component = {
  name: 'namespace',
  needs: [],
  debianPackages: ['iproute2', 'iptables', 'util-linux', 'curl'],
  readyWithin: 10_000,
  async start({ settings: { name } }) {
    const ip = (...args: readonly string[]): Promise<string> => run(['ip', '-n', name, ...args]);
    await run(['ip', 'netns', 'add', name]);
    await ip('link', 'set', 'lo', 'up');
    // A kubelet refuses a loopback address and the API server refuses to proxy to one; not every kernel has dummy cards.
    await ip('link', 'add', 'node0', 'type', 'veth', 'peer', 'name', 'node0-peer');
    await ip('link', 'set', 'node0-peer', 'up');
    await ip('addr', 'add', `${NODE_ADDRESS}/24`, 'dev', 'node0');
    await ip('link', 'set', 'node0', 'up');
    await ip('route', 'add', 'default', 'dev', 'node0');
    // No name server can be reached: who asks one is told so at once, and does not wait for seconds at every address.
    for (const [protocol, answer] of DENIALS) {
      const rule = ['--protocol', protocol, '--dport', '53', '--jump', 'REJECT', '--reject-with', answer];
      await run(['nsenter', `--net=/run/netns/${name}`, 'iptables', '--append', 'OUTPUT', ...rule]);
    }
  },
  missing: (platform) => Promise.resolve(existsSync(namespaceFile(platform)) ? undefined : 'no network namespace'),
  async remove(platform) {
    if (existsSync(namespaceFile(platform))) await run(['ip', 'netns', 'delete', platform.settings.name]);
  },
  leftovers: (platform) =>
    Promise.resolve(existsSync(namespaceFile(platform)) ? [`network namespace ${platform.settings.name}`] : []),
};
