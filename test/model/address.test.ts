import { hostAndPort, withoutBrackets } from '../../src/model/address.js';

it.each([
  ['db.example.com', 'db.example.com:5432', 'db.example.com'],
  ['10.0.0.1', '10.0.0.1:5432', '10.0.0.1'],
  ['fd00::1', '[fd00::1]:5432', '[fd00::1]'],
])('%s is written with its port as %s', (host, written, inUrl) => {
  expect(hostAndPort(host, 5432)).toBe(written);
  expect(new URL(`http://${written}`).hostname).toBe(inUrl);
  expect(withoutBrackets(inUrl)).toBe(host);
});
