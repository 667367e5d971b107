import type { IncomingMessage } from 'node:http';
import { BlockList, type Socket, isIP, isIPv6 } from 'node:net';

/** Groups of an IPv6 address, and those of them that name its network. */
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/** Of a local network (fc00::/7, fe80::/10) nobody has all addresses: pods, and the kubelet beside them, have one each. */
const LOCAL = /^(?:f[cd]..|fe[89ab].)$/;

/**
 * Who asks, as far as an address tells: that of the connection; or, where that is a proxy that is trusted, the last one in
 * `X-Forwarded-For` that is no such proxy. What stands before that may have been written by anybody.
 * @param trustedProxies addresses, and networks such as `10.0.0.0/8`
 */
export function addressReader(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const peerOf = peerReader(trustedProxies);
  const isTrusted = trustIn(trustedProxies);
  /** By connection: read once, not with each of its requests. */
  const peers = new WeakMap<Socket, string | null>();
  const nearest = ({ socket, headers }: IncomingMessage): string => {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((one) => plain(one.trim())); // prettier-ignore
    // From the nearest: a word that is no address ends what can be believed.
    let client = plain(socket.remoteAddress ?? '');
    for (const address of forwarded.reverse()) {
      if (isIP(address) === 0) return client;
      client = address;
      if (!isTrusted(address)) return client;
    }
    return client;
  };
  return (request) => {
    const { socket } = request;
    let peer = peers.get(socket);
    if (peer === undefined) peers.set(socket, (peer = peerOf(socket.remoteAddress)));
    return peer ?? networkOf(nearest(request));
  };
}

/** Who has a connection, by its address alone; null: a proxy that is trusted, behind which there may be anybody. */
export function peerReader(trustedProxies: readonly string[]): (remoteAddress: string | undefined) => string | null {
  const isTrusted = trustIn(trustedProxies);
  return (remoteAddress = '') => {
    const peer = plain(remoteAddress);
    return isTrusted(peer) ? null : networkOf(peer);
  };
}

function trustIn(proxies: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const one of proxies) addTo(trusted, one);
  return (address) =>
    proxies.length > 0 && isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** An IPv4 address as such where it came over a socket of both sorts. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
}

/**
 * Of an IPv6 address its /64: whoever has one address of such a network has all of them. Any other as it is, and those of IPv6 that
 * are local, too.
 */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  return LOCAL.test(groups[0] ?? '') ? groups.join(':') : `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** The groups of an IPv6 address, the same however it is written; an IPv4 address at its end stays as it is, for two of them. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const last = tail === '' ? [] : tail.split(':');
    const missing = GROUPS - groups.length - last.length - (tail.includes('.') ? 1 : 0);
    for (let left = missing; left > 0; left -= 1) groups.push('0');
    groups.push(...last);
  }
  return groups.map((group) => (group.includes('.') ? group : Number.parseInt(group, 16).toString(16)));
}

/** @throws where it is neither */
function addTo(list: BlockList, text: string): void {
  const [address = '', prefix] = text.split('/');
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (prefix === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(prefix), family);
}
