import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { type Detection } from './detection.js';

const clearHoldSeconds = NUMERIC_CLEAR / SECOND;
const zookeeper = { lane: 'zookeeper', seen: 'probed', isRequired: false } as const;
const member = 'ZOOKEEPER_MEMBER 127.0.1.*';

/** The ensemble that others coordinate through. */
export const zookeeperDetections: readonly Detection[] = [
  {
    ...zookeeper,
    fault: 'zookeeper-outstanding',
    finding: 'OUTSTANDING_REQUESTS_HIGH',
    resource: member,
    // At half of its limit nothing is waited for.
    holdSeconds: 0,
    clearHoldSeconds,
    isRequired: true,
    isChosen: true,
    besides: ['ZOOKEEPER_MEMBER_DOWN', 'ZOOKEEPER_SLOW'],
  },
  {
    ...zookeeper,
    fault: 'zookeeper-slow',
    finding: 'ZOOKEEPER_SLOW',
    resource: member,
    clearHoldSeconds: clearHoldSeconds + 30,
    // Two looks can fall into the pauses.
    besides: ['ZOOKEEPER_MEMBER_DOWN', 'OUTSTANDING_REQUESTS_HIGH'],
  },
  { ...zookeeper, fault: 'zookeeper-no-quorum', finding: 'ZOOKEEPER_NO_QUORUM', resource: 'ZOOKEEPER coordination' },
  { ...zookeeper, fault: 'zookeeper-stopped', finding: 'ZOOKEEPER_MEMBER_DOWN', resource: 'ZOOKEEPER coordination' },
  // Two looks must hang, for two seconds each, one after the other.
  { ...zookeeper, fault: 'zookeeper-hangs', finding: 'ZOOKEEPER_MEMBER_DOWN', resource: member, holdSeconds: 4 },
];
