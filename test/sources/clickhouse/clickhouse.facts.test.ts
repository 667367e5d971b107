import { isWithoutSource } from '../../../src/sources/clickhouse/clickhouse.facts.js';

describe('an error of a queue', () => {
  it.each<[string, string, string, boolean]>([
    ['no active replica has the part', '234', '', true],
    ['the network fails', '210', '', true],
    ['a host is not found', '198', '', true],
    ['nothing comes in time', '209', '', true],
    ['a connection is refused, as 18.16 says it', '1000', '111', true],
    ['a file is not there, as 18.16 says it', '1000', '2', false],
    ['the library says no more', '1000', '', false],
    ['a checksum is wrong', '40', '', false],
    ['there is no space left', '243', '', false],
    ['it is without a number', '', '', false],
  ])('says that nobody gives what is to be fetched: %s', (_, code, systemCode, is) => {
    expect(isWithoutSource(code, systemCode)).toBe(is);
  });
});
