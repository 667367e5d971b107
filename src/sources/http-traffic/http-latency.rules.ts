import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Measurement, NUMERIC_CLEAR, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';
import { type DurationWindow, type RouteSeen, beyond, durationsOf, quantileOf, readableWindow } from './http-traffic-window.js'; // prettier-ignore

/** Of so many requests the slowest are left out of account. */
const SHARE = 0.99;

const responseTime = defineRule({
  kind: ResourceKind.ROUTE,
  signal: SignalName.HTTP_RESPONSE_TIME,
  title: 'Response time',
  description:
    'Of at least 100 requests of the last 5 minutes, more than 1 % that took longer than 1 s is a WARNING, than 3 s ' +
    'CRITICAL (after the rules for Istio and nginx): counted at the next boundary of the proxy’s histogram, since between ' +
    'two of them nothing is certain. Upgrades are left out, and streams where the proxy tells them apart.',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { HTTP_SLOW: { warnAt: 1, criticalAt: 3, window: 5 * MINUTE, leastRequests: 100 } },
  howToEnable: 'Only a histogram tells it. HAProxy has averages only: read those, or put response times into its log.',
  judge: (route, { HTTP_SLOW: limit }, now) => {
    const recent = durationsOf(route, limit.window, now);
    if (recent === null || recent.count < limit.leastRequests) return null;
    const critical = tooSlow(recent, limit.criticalAt);
    const over = critical ?? tooSlow(recent, limit.warnAt);
    if (over === null) return null;
    const { boundary, requests } = over;
    const percent = ((requests * 100) / recent.count).toFixed(1);
    return {
      findings: [
        {
          reason: FindingReason.HTTP_SLOW,
          severity: critical === null ? Severity.WARNING : Severity.CRITICAL,
          message:
            `${Math.round(requests)} of the ${Math.round(recent.count)} requests of the last ` +
            `${describeDuration(limit.window)} (${percent} %) took longer than ${boundary} s.`,
          advice: 'Look at what answers behind this route: its CPU, its pool of connections, and what it waits for.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (route, { HTTP_SLOW: limit }, now) => [quantile(route, limit.window, SHARE, now)],
});

/** Where the slowest of a hundred took longer than the next boundary at or above `seconds`. */
function tooSlow(recent: DurationWindow, seconds: number): ReturnType<typeof beyond> {
  const over = beyond(recent, seconds);
  return over !== null && over.requests > (1 - SHARE) * recent.count ? over : null;
}

const typicalResponseTime = defineRule({
  kind: ResourceKind.ROUTE,
  signal: SignalName.HTTP_TYPICAL_RESPONSE_TIME,
  title: 'Typical response time',
  description:
    'Seconds within which half of the requests, and 95 % of them, were answered over the last 5 minutes or as much of them ' +
    'as is known; where the proxy has no histogram, its own average. A reading only.',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: {},
  judge: () => null,
  measure: (route, _limits, now) => {
    const { averageSeconds, unavailable } = route.main;
    const window = readableWindow(route, now);
    if (unavailable['durations'] === 'unsupported') {
      const why = unavailable['average'] ?? 'warming up';
      return [{ subject: 'average', value: averageSeconds, unavailable: why, observedAt: route.observedAt }];
    }
    return [
      { ...quantile(route, window, 0.5, now), subject: 'p50' },
      { ...quantile(route, window, 0.95, now), subject: 'p95' },
    ];
  },
});

function quantile(route: RouteSeen, window: Milliseconds | null, share: number, now: Instant): Measurement {
  const { observedAt } = route;
  const recent = window === null ? null : durationsOf(route, window, now);
  const why = route.main.unavailable['durations'] ?? 'warming up';
  if (recent === null) return { value: null, unavailable: why, observedAt };
  return { value: quantileOf(recent, share), unavailable: 'no requests', observedAt };
}

export const latencyRules: readonly Rule[] = [responseTime, typicalResponseTime];
