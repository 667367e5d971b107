import type { IncomingMessage } from 'node:http';
import { addressReader } from '../../../src/server/limits/client-address.js';

function addressOf(trusted: readonly string[], peer: string, forwarded?: string): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return addressReader(trusted)({ socket: { remoteAddress: peer }, headers } as unknown as IncomingMessage);
}

describe('the address of a client', () => {
  it.each([
    ['its own, whatever it says', [], '192.0.2.1', '203.0.113.9', '192.0.2.1'],
    ['its own where the proxy is not trusted', ['10.0.0.0/8'], '192.0.2.1', '203.0.113.9', '192.0.2.1'],
    ['what the proxy says', ['10.0.0.0/8'], '10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['what the nearest proxy says, not what the client made up', ['10.0.0.0/8'], '10.1.2.3', '198.51.100.7, 203.0.113.9', '203.0.113.9'],
    ['behind two proxies', ['10.0.0.0/8'], '10.1.2.3', '203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['the proxy itself, where it says nothing', ['10.1.2.3'], '10.1.2.3', undefined, '10.1.2.3'],
    ['the proxy itself, where it says no address', ['10.1.2.3'], '10.1.2.3', 'unknown', '10.1.2.3'],
    ['IPv4 over a socket of both sorts', ['10.0.0.0/8'], '::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['the /64 of IPv6', ['2001:db8::/32'], '2001:db8::1', '2001:db9::5', '2001:db9:0:0::/64'],
    ['the same for all of a /64', [], '2001:db9:1:2:3:4:5:6', undefined, '2001:db9:1:2::/64'],
    ['the same however it is written', [], '2001:0DB9:1:2::6', undefined, '2001:db9:1:2::/64'],
    ['another for another /64', [], '2001:db9:1:3::6', undefined, '2001:db9:1:3::/64'],
    ['a local one of IPv6 as it is: that of a pod', [], 'fd12:3456:789a:1::7', undefined, 'fd12:3456:789a:1:0:0:0:7'],
    ['another for the next pod', [], 'fd12:3456:789a:1::8', undefined, 'fd12:3456:789a:1:0:0:0:8'],
    ['the same however a local one is written', ['::1'], '::1', 'FD12:3456:789A:0001:0::7', 'fd12:3456:789a:1:0:0:0:7'],
    ['a local one that ends like IPv4', ['::1'], '::1', 'fd00::10.0.0.1', 'fd00:0:0:0:0:0:10.0.0.1'],
    ['one of the link as it is', [], 'fe80::a:b', undefined, 'fe80:0:0:0:0:0:a:b'],
    ['the /64 of one that is next to local ones', [], 'fec0::1', undefined, 'fec0:0:0:0::/64'],
    ['that of this machine', [], '::1', undefined, '0:0:0:0::/64'],
  ])('is %s', (_, trusted, peer, forwarded, expected) => {
    expect(addressOf(trusted, peer, forwarded)).toBe(expected);
  }); // prettier-ignore

  it('is read once of each connection, and of each request where that is a trusted proxy’s', () => {
    let reads = 0;
    const socket = {
      get remoteAddress() {
        reads += 1;
        return '2001:db9::1';
      },
    };
    const from = (client: string) => ({ socket, headers: { 'x-forwarded-for': client } }) as unknown as IncomingMessage;
    const own = addressReader([]);
    expect([own(from('192.0.2.1')), own(from('192.0.2.2'))]).toEqual(['2001:db9:0:0::/64', '2001:db9:0:0::/64']);
    expect(reads).toBe(1);
    const behind = addressReader(['2001:db9::1']);
    expect([behind(from('192.0.2.1')), behind(from('192.0.2.2'))]).toEqual(['192.0.2.1', '192.0.2.2']);
  });
});
