import { Direction, Evidence, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';

const reach = defineRule({
  kind: ResourceKind.INGRESS,
  signal: SignalName.INGRESS_REACH,
  title: 'Proxies that tell',
  description:
    'An ingress none of whose proxies lets its metrics be read is UNKNOWN: traffic may pass all the same. Which one does ' +
    'not answer, and why, its source says.',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: {},
  judge: ({ main }) => (main.answeringCount === 0 ? { isUnknown: true, isStale: true } : null),
  measure: ({ main, observedAt }) => [
    { value: main.answeringCount, unavailable: 'warming up', required: main.askedCount, observedAt },
  ],
});

const routeReach = defineRule({
  kind: ResourceKind.ROUTE,
  signal: SignalName.INGRESS_REACH,
  title: 'Proxies that tell of a route',
  description:
    'A route none of whose proxies lets its metrics be read, while others of its ingress do, is UNKNOWN, and what was wrong ' +
    'with it stands.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: {},
  judge: ({ main: { unseenSince } }) => (unseenSince == null ? null : { isUnseen: true }),
});

export const ingressRules: readonly Rule[] = [reach, routeReach];
