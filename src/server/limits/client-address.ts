import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Who asks, as far as an address tells: that of the connection; or, where that is a proxy that is trusted, the last one in
 * `X-Forwarded-For` that is no such proxy. What stands before that may have been written by anybody.
 * @param trustedProxies addresses, and networks such as `10.0.0.0/8`
 */
export function addressReader(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = new BlockList();
  for (const one of trustedProxies) addTo(trusted, one);
  const isTrusted = (address: string): boolean => trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return ({ socket, headers }) => {
    const peer = plain(socket.remoteAddress ?? '');
    if (trustedProxies.length === 0 || isIP(peer) === 0 || !isTrusted(peer)) return peer;
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((one) => plain(one.trim())); // prettier-ignore
    // From the nearest: a word that is no address ends what can be believed.
    let client = peer;
    for (const address of forwarded.reverse()) {
      if (isIP(address) === 0) return client;
      client = address;
      if (!isTrusted(address)) return client;
    }
    return client;
  };
}

/** An IPv4 address as such where it came over a socket of both sorts. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
}

/** @throws where it is neither */
function addTo(list: BlockList, text: string): void {
  const [address = '', prefix] = text.split('/');
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (prefix === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(prefix), family);
}
