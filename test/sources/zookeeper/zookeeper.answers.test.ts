import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZooKeeperRole } from '../../../src/model/zookeeper.js';
import { readAdmin, readMonitor, readServer } from '../../../src/sources/zookeeper/zookeeper.answers.js';
import type { Told } from '../../../src/sources/zookeeper/zookeeper.facts.js';

/** Word for word from ZooKeeper 3.8.0; see the readme there. */
function recorded(file: string): string {
  return readFileSync(join(import.meta.dirname, 'recorded', file), 'utf8');
}

const LEADER = { role: ZooKeeperRole.LEADER, isServing: true, version: '3.8.0', outstandingRequests: 0, znodes: 5 };
const FOLLOWER = { ...LEADER, role: ZooKeeperRole.FOLLOWER };
const MONITORED = { watches: 0, ephemerals: 0, dataBytes: 176, quorumSize: 3, latencyCount: 0, latencySum: 0 };

describe('answers of ZooKeeper 3.8.0', () => {
  it.each<[string, Told, object]>([
    ['srvr of a leader', readServer(recorded('leader.srvr.txt')), { ...LEADER, connections: 1, watches: null }],
    ['srvr of a follower', readServer(recorded('follower.srvr.txt')), FOLLOWER],
    ['mntr of a leader', readMonitor(recorded('leader.mntr.txt')), { ...LEADER, ...MONITORED, syncedFollowers: 2, unavailable: {} }], // prettier-ignore
    ['mntr of a follower', readMonitor(recorded('follower.mntr.txt')), { ...FOLLOWER, ...MONITORED, syncedFollowers: null, unavailable: { syncedFollowers: 'unsupported' } }], // prettier-ignore
    ['the admin server of a leader', readAdmin(recorded('leader.monitor.txt')), { ...LEADER, ...MONITORED, syncedFollowers: 2 }], // prettier-ignore
  ])('%s', (_, told, facts) => {
    expect(told).toMatchObject({ outcome: 'facts', facts });
  });

  it('say that what only mntr tells may not be told', () => {
    expect(readServer(recorded('leader.srvr.txt'))).toMatchObject({
      facts: { latencySum: null, unavailable: { latencySum: 'forbidden', syncedFollowers: 'forbidden' } },
    });
  });

  it.each<[string, Told, string]>([
    ['srvr while it serves nobody', readServer(recorded('not-serving.srvr.txt')), 'idle'],
    ['mntr while it serves nobody', readMonitor(recorded('not-serving.mntr.txt')), 'idle'],
    ['its admin server meanwhile', readAdmin(recorded('not-serving.monitor.txt')), 'garbage'],
    ['mntr that is not allowed', readMonitor(recorded('not-whitelisted.txt')), 'refused'],
    ['nothing', readServer(''), 'silent'],
  ])('%s', (_, { outcome }, expected) => {
    expect(outcome).toBe(expected);
  });

  it('cut anywhere are never taken for whole ones, nor for other facts', () => {
    for (const [file, read] of [
      ['leader.srvr.txt', readServer],
      ['leader.mntr.txt', readMonitor],
    ] as const) {
      const text = recorded(file);
      const whole = read(text);
      for (let length = 1; length < text.length; length += length < 1_500 ? 1 : 37) {
        const told = read(text.slice(0, length));
        if (told.outcome !== 'facts') continue;
        // Cut between two lines, behind all that is needed: what is missing is said to be, the rest is as it was.
        expect(text[length - 1]).toBe('\n');
        const facts = Object.entries(told.facts).filter(([name, value]) => value !== null && name !== 'unavailable');
        expect(whole).toMatchObject({ facts: Object.fromEntries(facts) });
      }
    }
  });
});

describe('answers of other versions, made after their documentation', () => {
  const keeper = ['ClickHouse Keeper version: v22.8.1.2097-stable-ce7dd1d5d0', '', 'Latency min/avg/max: 0/0/1', 'Received: 1', 'Sent: 1', 'Connections: 2', 'Outstanding: 3', 'Zxid: 4', 'Mode: leader', 'Node count: 7', '']; // prettier-ignore
  const lines = ['zk_version\tv22.8.1-stable', 'zk_server_state\tleader', 'zk_outstanding_requests\t3', 'zk_num_alive_connections\t2', 'zk_znode_count\t7', 'zk_synced_followers\t1', '']; // prettier-ignore

  it('are read', () => {
    expect(readServer(keeper.join('\n'))).toMatchObject({
      facts: { version: '22.8.1.2097', role: 'LEADER', outstandingRequests: 3, connections: 2, znodes: 7 },
    });
    expect(readMonitor(lines.join('\n'))).toMatchObject({
      facts: { version: '22.8.1', syncedFollowers: 1, latencySum: null, unavailable: { latencySum: 'unsupported' } },
    });
    expect(readServer('This instance is not currently serving requests').outcome).toBe('idle');
    expect(readAdmin('{"error": "This ZooKeeper instance is not currently serving requests"}').outcome).toBe('idle');
    expect(readAdmin('{"error": "something else"}').outcome).toBe('refused');
    expect(readAdmin('[]').outcome).toBe('garbage');
  });

  it.each(['leader', 'follower', 'observer', 'standalone', 'read-only'])('know the role %s', (role) => {
    const told = readServer(keeper.join('\n').replace('leader', role));
    expect(told).toMatchObject({
      facts: { role: role.toUpperCase().replace('-', '_'), isServing: role !== 'read-only' },
    });
  });

  it.each([
    ['a role that is none', lines.with(1, 'zk_server_state\tking')],
    ['a role that only JavaScript knows', lines.with(1, 'zk_server_state\tconstructor')],
    ['a number that is none', lines.with(2, 'zk_outstanding_requests\tmany')],
    ['a negative one', lines.with(2, 'zk_outstanding_requests\t-1')],
    ['a version that is none', lines.with(0, 'zk_version\tnew')],
    ['a leader without followers', lines.toSpliced(5, 1)],
    ['no end', lines.slice(0, -1)],
    ['another protocol', ['HTTP/1.1 400 Bad Request', '']],
  ])('with %s are garbage', (_, wrong) => {
    expect(readMonitor(wrong.join('\n'))).toEqual({ outcome: 'garbage' });
  });
});
