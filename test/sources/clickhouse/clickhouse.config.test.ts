import { clickHouseConfigSchema } from '../../../src/sources/clickhouse/clickhouse.config.js';

const database = { name: 'olap', replicas: ['ch-0'] };

describe('the configuration of a database', () => {
  it('needs a name and replicas, and has a default for the rest', () => {
    expect(clickHouseConfigSchema.parse(database)).toEqual({
      name: 'olap',
      shards: [{ name: null, replicas: [{ name: 'ch-0:8123', host: 'ch-0', port: 8123 }] }],
      user: 'vitals',
      secret: null,
      tls: null,
      interval: 10_000,
      deadline: 5_000,
      zooKeeperName: null,
      kubernetes: null,
      labels: {},
    });
  });

  it('takes shards, each with replicas of its own, and asks them over TLS at another port', () => {
    const shards = [
      { name: 'one', replicas: ['ch-0', 'ch-1:9443'] },
      { name: 'two', replicas: ['[::1]'] },
    ];
    const { shards: read } = clickHouseConfigSchema.parse({ name: 'olap', shards, tls: {} });
    expect(read.map(({ name, replicas }) => [name, ...replicas.map((replica) => replica.name)])).toEqual([
      ['one', 'ch-0:8443', 'ch-1:9443'],
      ['two', '[::1]:8443'],
    ]);
  });

  it('names the ensemble that it coordinates through', () => {
    expect(clickHouseConfigSchema.parse({ ...database, zookeeper: 'keepers' }).zooKeeperName).toBe('keepers');
  });

  it.each([
    ['a misspelt key', { replica: ['ch-0'] }, /Unrecognized key: "replica"/],
    ['no replicas', { replicas: [] }, />=1/],
    ['neither replicas nor shards', { replicas: undefined }, /either its replicas, or its shards/],
    ['replicas and shards', { shards: [{ name: 'one', replicas: ['ch-1'] }] }, /either its replicas, or its shards/],
    ['a replica twice', { replicas: ['ch-0', 'ch-0:8123'] }, /a replica is named twice/],
    ['a replica with a scheme', { replicas: ['http://ch-0:8123'] }, /is no address; write one such as "[^"]+:8123"/],
    ['a replica with a password', { replicas: ['vitals:secret@ch-0:8123'] }, /is no address/],
    ['a port that is none', { replicas: ['ch-0:70000'] }, /"ch-0:70000" is no address/],
    ['a shard twice', { replicas: undefined, shards: [{ name: 'a', replicas: ['x'] }, { name: 'a', replicas: ['y'] }] }, /a shard is named twice/], // prettier-ignore
    ['a replica in two shards', { replicas: undefined, shards: [{ name: 'a', replicas: ['x'] }, { name: 'b', replicas: ['x'] }] }, /a replica is named twice/], // prettier-ignore
    ['a password twice', { password: 'a', passwordFile: 'b' }, /exclude each other/],
    ['an interval below a second', { interval: '900ms' }, /at least 1s/],
    ['a deadline below a second', { deadline: '900ms' }, /at least 1s/],
  ])('refuses %s', (_, more, message) => {
    const { error } = clickHouseConfigSchema.safeParse({ ...database, ...more });
    expect(error?.issues).toMatchObject([{ message: expect.stringMatching(message) as string }]);
    expect(JSON.stringify(error?.issues)).not.toContain('secret');
  });
});
