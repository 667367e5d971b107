import { instant } from '../../../src/model/time.js';
import { startingReach } from '../../../src/sampling/reach.js';
import { Membership } from '../../../src/sources/kafka-connect/connect-membership.js';

const ID = '10.0.0.7:8083';
const NOBODY: ReadonlySet<string> = new Set();
const THERE: ReadonlySet<string> = new Set(['connect-1', '10.0.0.7']);
const ELSEWHERE: ReadonlySet<string> = new Set(['connect-1', '10.0.0.9']);

interface Step {
  readonly hosts: ReadonlySet<string>;
  readonly state?: 'ok' | 'lost';
  readonly isGone: boolean | null;
}

/** Who was told of work asks again only when the digest says that an answer may be another. */
it.each<readonly [string, readonly Step[]]>([
  [
    'is found',
    [
      { hosts: NOBODY, isGone: null },
      { hosts: THERE, isGone: false },
    ],
  ],
  [
    'is lost and found again',
    [
      { hosts: THERE, isGone: false },
      { hosts: THERE, state: 'lost', isGone: true },
      { hosts: THERE, isGone: false },
    ],
  ],
  [
    'is elsewhere, and at last where it was',
    [
      { hosts: THERE, isGone: false },
      { hosts: ELSEWHERE, isGone: true },
      { hosts: THERE, isGone: false },
    ],
  ],
])('says that its answers change when a worker %s', (_, steps) => {
  const worker = {
    address: { name: 'connect-1:8083', host: 'connect-1', port: 8083, url: new URL('http://connect-1:8083/') },
    reach: startingReach(instant(0)),
    hosts: NOBODY,
  };
  const membership = new Membership([worker]);
  let digest: string | undefined;
  for (const { hosts, state = 'ok', isGone } of steps) {
    Object.assign(worker, { hosts, reach: { ...worker.reach, state } });
    membership.note();
    expect(membership.isGone(ID)).toBe(isGone);
    expect(membership.digest).not.toBe(digest);
    ({ digest } = membership);
  }
});
