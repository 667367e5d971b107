import { zookeeperConfigSchema } from '../../../src/sources/zookeeper/zookeeper.config.js';

const ensemble = { name: 'keepers', members: ['zk-0'] };

describe('the configuration of an ensemble', () => {
  it('needs a name and members, and has a default for the rest', () => {
    expect(zookeeperConfigSchema.parse(ensemble)).toEqual({
      name: 'keepers',
      members: [{ name: 'zk-0:2181', host: 'zk-0', port: 2181 }],
      adminPort: null,
      interval: 10_000,
      deadline: 2_000,
      globalOutstandingLimit: 1_000,
      kubernetes: null,
      labels: {},
    });
  });

  it.each([
    ['zk-0.zk.svc:2182', 'zk-0.zk.svc', 2182, 'zk-0.zk.svc:2182'],
    ['10.0.0.1', '10.0.0.1', 2181, '10.0.0.1:2181'],
    ['[::1]:9181', '::1', 9181, '[::1]:9181'],
    ['::1', '::1', 2181, '[::1]:2181'],
  ])('reads the member %s', (text, host, port, name) => {
    expect(zookeeperConfigSchema.parse({ ...ensemble, members: [text] }).members).toEqual([{ name, host, port }]);
  });

  it.each([
    ['a misspelt key', { member: ['zk-0'] }, /Unrecognized key: "member"/],
    ['no members', { members: [] }, />=1/],
    ['a member twice', { members: ['zk-0', 'zk-0:2181'] }, /a member is named twice/],
    ['a member with a scheme', { members: ['zk://zk-0'] }, /"zk:\/\/zk-0" is no address/],
    ['a member with a path', { members: ['zk-0:2181/chroot'] }, /is no address; write one such as "[^"]+:2181"/],
    ['members in one text', { members: ['zk-0:2181,zk-1:2181'] }, /is no address/],
    ['a port that is none', { members: ['zk-0:70000'] }, /"zk-0:70000" is no address/],
    ['an admin server that is none', { adminServer: 0 }, />=1/],
    ['an interval below a second', { interval: '900ms' }, /at least 1s/],
    ['a deadline below a second', { deadline: '900ms' }, /at least 1s/],
    ['no limit', { globalOutstandingLimit: 0 }, />=1/],
  ])('refuses %s', (_, more, message) => {
    const { error } = zookeeperConfigSchema.safeParse({ ...ensemble, ...more });
    expect(error?.issues).toMatchObject([{ message: expect.stringMatching(message) as string }]);
  });
});
