import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { NUMERIC_CLEAR, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';
import { knownIncrease } from '../counters.js';
import { untoldWithout } from '../untold.js';
import type { Member } from './zookeeper-quorum.js';

const MORE_WORDS =
  'Allow the members to execute mntr (4lw.commands.whitelist=srvr,mntr), or configure `adminServer`. The sums behind the ' +
  'latency come with ZooKeeper 3.6; ClickHouse Keeper has none.';

const latency = defineRule({
  kind: ResourceKind.ZOOKEEPER_MEMBER,
  signal: SignalName.ZOOKEEPER_LATENCY,
  title: 'Latency',
  description:
    'How long requests of the last 5 minutes took on average, from the sums and counts of reads and writes; at least 20 ' +
    'of them. What the server itself calls its average is one since its start.',
  unit: Unit.MILLISECONDS,
  evidence: Evidence.MEASURED,
  limits: { ZOOKEEPER_SLOW: { warnAt: 100, window: 5 * MINUTE, leastRequests: 20 } },
  howToEnable: MORE_WORDS,
  judge: (member, { ZOOKEEPER_SLOW: limit }, now) => {
    const recent = recentLatency(member, limit.window, now);
    if (recent === null || recent.requests < limit.leastRequests || recent.milliseconds <= limit.warnAt) {
      const { isServing, unavailable } = member.main;
      // One that serves nobody keeps nobody waiting.
      return isServing === false ? null : untoldWithout(unavailable, 'latencySum');
    }
    return {
      findings: [
        {
          reason: FindingReason.ZOOKEEPER_SLOW,
          severity: Severity.WARNING,
          message: `${recent.requests} requests took ${Math.round(recent.milliseconds)} ms each on average.`,
          advice: 'Look at the disk of its transaction log, at pauses of its garbage collector, and at the network between members.', // prettier-ignore
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (member, { ZOOKEEPER_SLOW: limit }, now) => {
    const { main, observedAt } = member;
    if (main.latencyCount === null || main.latencySum === null) {
      return [{ value: null, unavailable: main.unavailable['latencySum'] ?? 'probe failed', observedAt }];
    }
    const recent = recentLatency(member, limit.window, now);
    return [{ value: recent?.milliseconds ?? null, unavailable: 'warming up', observedAt }];
  },
});

/**
 * Over as much as is known of the window that ends with the last look: a member that is lost stays as slow as it was. Null: one
 * look tells nothing.
 */
function recentLatency(
  member: Member,
  window: Milliseconds,
  now: Instant,
): { readonly requests: number; readonly milliseconds: number } | null {
  const counts = member.samples('latencyCount');
  if (counts.length < 2) return null;
  const end = member.observedAt ?? now;
  const requests = knownIncrease(counts, window, end);
  const total = knownIncrease(member.samples('latencySum'), window, end);
  return { requests, milliseconds: requests === 0 ? 0 : total / requests };
}

export const latencyRules: readonly Rule[] = [latency];
