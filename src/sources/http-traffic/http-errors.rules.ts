import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Measurement, NUMERIC_CLEAR, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE, type Milliseconds } from '../../model/time.js';
import { type RouteSeen, type RouteWindow, recentOf, windowOf } from './http-traffic-window.js';

const serverErrors = defineRule({
  kind: ResourceKind.ROUTE,
  signal: SignalName.HTTP_5XX_RATE,
  title: '5xx rate',
  description:
    'Of the requests of the last 5 minutes, at least 10 and more than 1 % answered 5xx is a WARNING, more than 5 % ' +
    'CRITICAL; at once CRITICAL when it is more than 10 % and at least 20 of the last minute (after sloth, simplified). ' +
    'Answers of class 1xx are none. After a start, a fifth of the window must be known.',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: {
    HTTP_5XX_HIGH: {
      warnAt: 0.01,
      criticalAt: 0.05,
      window: 5 * MINUTE,
      leastErrors: 10,
      fastAt: 0.1,
      fastWindow: MINUTE,
      leastFastErrors: 20,
    },
  },
  judge: (route, { HTTP_5XX_HIGH: limit }, now) => {
    const findings: Candidate[] = [];
    const fast = windowOf(route, limit.fastWindow, now);
    if (fast !== null && fast.serverErrors >= limit.leastFastErrors && shareOf(fast) > limit.fastAt)
      findings.push(tooManyErrors(fast, limit.fastWindow, Severity.CRITICAL));
    const recent = windowOf(route, limit.window, now);
    if (recent !== null && recent.serverErrors >= limit.leastErrors && shareOf(recent) > limit.warnAt) {
      const severity = shareOf(recent) > limit.criticalAt ? Severity.CRITICAL : Severity.WARNING;
      findings.push(tooManyErrors(recent, limit.window, severity));
    }
    return { findings };
  },
  measure: (route, { HTTP_5XX_HIGH: limit }, now) => [
    reading(route, windowOf(route, limit.window, now), ({ serverErrors: errors }) => errors),
  ],
});

function shareOf({ serverErrors: errors, requests }: RouteWindow): number {
  return requests === 0 ? 0 : errors / requests;
}

function tooManyErrors(recent: RouteWindow, window: Milliseconds, severity: Severity): Candidate {
  const { serverErrors: errors, requests, withoutStatus } = recent;
  const ownErrors = withoutStatus === 0 ? '' : `, ${withoutStatus} of them as errors of the proxy itself`;
  return {
    reason: FindingReason.HTTP_5XX_HIGH,
    severity,
    message: `${ofRequests(errors, requests, window)} ended in a server error (5xx)${ownErrors}.`,
    advice: 'Look at what answers behind this route: whether it runs, its log, and what it needs itself.',
    clearAfter: NUMERIC_CLEAR,
    // Who counts an error without its status does not say whose it was.
    ...(withoutStatus * 2 > errors && { evidence: Evidence.INFERRED }),
  };
}

const clientErrors = defineRule({
  kind: ResourceKind.ROUTE,
  signal: SignalName.HTTP_4XX_RATE,
  title: '4xx rate',
  description:
    'Of at least 100 requests of the last 5 minutes, more than 20 % answered 4xx is a WARNING, more than 50 % CRITICAL. ' +
    'Requests that no route takes are left out.',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { HTTP_4XX_HIGH: { warnAt: 0.2, criticalAt: 0.5, window: 5 * MINUTE, leastRequests: 100 } },
  judge: (route, { HTTP_4XX_HIGH: limit }, now) => {
    const recent = windowOf(route, limit.window, now);
    if (recent === null || recent.requests < limit.leastRequests) return null;
    const share = recent.clientErrors / recent.requests;
    if (share <= limit.warnAt) return null;
    const said = `${ofRequests(recent.clientErrors, recent.requests, limit.window)} were turned down (4xx)`;
    return {
      findings: [
        {
          reason: FindingReason.HTTP_4XX_HIGH,
          severity: share > limit.criticalAt ? Severity.CRITICAL : Severity.WARNING,
          message: `${said}${kindsOf(route, recent)}.`,
          advice:
            'Look at who asks, and for what: 404 speaks of paths that are gone, 401 and 403 of credentials or permissions.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (route, { HTTP_4XX_HIGH: limit }, now) => [
    reading(route, windowOf(route, limit.window, now), ({ clientErrors: errors }) => errors),
  ],
});

function kindsOf({ main }: RouteSeen, { refused, notFound }: RouteWindow): string {
  return 'codes' in main.unavailable ? '' : `: ${refused} with 401 or 403, ${notFound} with 404`;
}

const clientErrorKinds = defineRule({
  kind: ResourceKind.ROUTE,
  signal: SignalName.HTTP_4XX_KINDS,
  title: '401, 403 and 404',
  description:
    'Shares of requests that were answered 401 or 403, and 404, over the last 5 minutes or as much of them as is known. A reading only.',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: {},
  howToEnable: 'Proxies that count by class of status (HAProxy; ingress-nginx with reportStatusClasses) do not tell.',
  judge: () => null,
  measure: (route, _limits, now) => {
    const recent = recentOf(route, now);
    const why = route.main.unavailable['codes'];
    const parts = [
      ['401/403', ({ refused }: RouteWindow) => refused],
      ['404', ({ notFound }: RouteWindow) => notFound],
    ] as const;
    return parts.map(([subject, count]): Measurement => {
      if (why !== undefined) return { subject, value: null, unavailable: why, observedAt: route.observedAt };
      return { ...reading(route, recent, count), subject };
    });
  },
});

const requestRate = defineRule({
  kind: ResourceKind.ROUTE,
  signal: SignalName.HTTP_REQUEST_RATE,
  title: 'Requests',
  description: 'Requests a second over the last 5 minutes, or as much of them as is known. A reading only.',
  unit: Unit.PER_SECOND,
  evidence: Evidence.MEASURED,
  limits: {},
  judge: () => null,
  measure: (route, _limits, now) => {
    const recent = recentOf(route, now);
    return [{ value: recent?.perSecond ?? null, unavailable: 'warming up', observedAt: route.observedAt }];
  },
});

function ofRequests(some: number, requests: number, window: Milliseconds): string {
  const percent = ((some * 100) / requests).toFixed(1);
  return `${Math.round(some)} of the ${Math.round(requests)} requests of the last ${describeDuration(window)} (${percent} %)`;
}

/** A share of requests; where there were none, none of them. */
function reading(
  { observedAt }: RouteSeen,
  recent: RouteWindow | null,
  count: (recent: RouteWindow) => number,
): Measurement {
  if (recent === null) return { value: null, unavailable: 'warming up', observedAt };
  return { value: recent.requests === 0 ? 0 : count(recent) / recent.requests, observedAt };
}

export const errorRules: readonly Rule[] = [serverErrors, clientErrors, clientErrorKinds, requestRate];
