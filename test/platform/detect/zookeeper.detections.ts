import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { type Detection } from './detection.js';

const clearHoldSeconds = NUMERIC_CLEAR / SECOND;
const zookeeper = { lane: 'zookeeper', seen: 'probed', isRequired: false } as const;
const member = 'ZOOKEEPER_MEMBER 127.0.1.*';
/** Of the ensemble, and of its members. */
const down = { finding: 'ZOOKEEPER_MEMBER_DOWN', resource: 'ZOOKEEPER*' };

/** Whoever had a session with a member that is gone: which member that was, ClickHouse 18.16 does not tell. */
const exceptions = { finding: 'KEEPER_EXCEPTIONS', resource: 'DATABASE_REPLICA 127.0.2.*' };

/** The ensemble that others coordinate through. */
export const zookeeperDetections: readonly Detection[] = [
  {
    ...zookeeper,
    fault: 'zookeeper-outstanding',
    finding: 'OUTSTANDING_REQUESTS_HIGH',
    severity: 'CRITICAL',
    resource: member,
    // At half of its limit nothing is waited for.
    holdSeconds: 0,
    clearHoldSeconds,
    isRequired: true,
    isChosen: true,
    besides: [down, exceptions, { finding: 'ZOOKEEPER_SLOW', resource: member }],
  },
  {
    ...zookeeper,
    fault: 'zookeeper-slow',
    finding: 'ZOOKEEPER_SLOW',
    severity: 'WARNING',
    resource: member,
    // Its average is over so long, and what was quick before is in it: the slower it is now, the sooner it is seen.
    holdSeconds: 30,
    soonerSeconds: 30,
    clearHoldSeconds: clearHoldSeconds + 30,
    // Two looks can fall into the pauses.
    besides: [down, exceptions, { finding: 'OUTSTANDING_REQUESTS_HIGH', resource: member }],
  },
  {
    ...zookeeper,
    fault: 'zookeeper-no-quorum',
    finding: 'ZOOKEEPER_NO_QUORUM',
    severity: 'CRITICAL',
    resource: 'ZOOKEEPER coordination',
    // Two of three are shut down, and each is told for itself.
    besides: [down, exceptions],
  },
  {
    ...zookeeper,
    fault: 'zookeeper-stopped',
    finding: 'ZOOKEEPER_MEMBER_DOWN',
    severity: 'WARNING',
    resource: 'ZOOKEEPER coordination',
    whenAlert: true,
    besides: [exceptions],
  },
  // Two looks must hang, for two seconds each, one after the other.
  {
    ...zookeeper,
    fault: 'zookeeper-hangs',
    finding: 'ZOOKEEPER_MEMBER_DOWN',
    severity: 'WARNING',
    resource: member,
    holdSeconds: 4,
    besides: [exceptions],
  },
];
