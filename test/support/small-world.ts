import type { Disappearance, Observation } from '../../src/model/facts.js';
import { FindingReason } from '../../src/model/finding-reason.js';
import { Evidence, Severity } from '../../src/model/health.js';
import { type ResourceId, platformId, referenceTo, resourceId, systemId } from '../../src/model/ids.js';
import { type KindDefinition, defineKind } from '../../src/model/kind-definition.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { type Candidate, type Rule, defineRule } from '../../src/model/rule.js';
import { SignalName } from '../../src/model/signal-name.js';
import { type Sight, SourceMode } from '../../src/model/source.js';
import type { Instant } from '../../src/model/time.js';
import { platformKinds } from '../../src/sources/platform.js';
import { sourceRules } from '../../src/sources/source.rules.js';

/**
 * A platform of three kinds with the simplest facts there can be, for tests of the registry itself: a pod says in its
 * labels what is wrong with it (`warn`, `critical`, `inferred`), or of what it cannot tell (`untold`), a node whether it is ready.
 */
export const smallKinds: readonly KindDefinition[] = [
  ...platformKinds,
  defineKind({ kind: ResourceKind.CLUSTER, parent: () => systemId('kubernetes'), vitalMembers: [ResourceKind.NODE] }),
  defineKind({
    kind: ResourceKind.NODE,
    parent: ({ main }) => referenceTo(ResourceKind.CLUSTER, main.system, null, main.system),
  }),
  defineKind({
    kind: ResourceKind.NAMESPACE,
    vitalMembers: [ResourceKind.POD],
    parent: ({ main }) => referenceTo(ResourceKind.CLUSTER, main.system, null, main.system),
  }),
  defineKind({
    kind: ResourceKind.POD,
    edges: ({ nodeName, system }) =>
      nodeName === null ? [] : [{ name: 'node', to: referenceTo(ResourceKind.NODE, system, null, nodeName) }],
    interests: [
      {
        kind: ResourceKind.NODE,
        edge: 'node',
        direction: 'to',
        digest: (main) => (main as { isReady: boolean }).isReady,
      },
    ],
    contributes: [
      {
        total: 'requested',
        amount: ({ cpuRequested }) => cpuRequested,
        receiver: ({ nodeName, system }) =>
          nodeName === null ? null : referenceTo(ResourceKind.NODE, system, null, nodeName),
      },
    ],
    series: [
      {
        name: 'restarts',
        aspect: 'main',
        keep: 'last',
        step: () => 10_000,
        window: () => 60_000,
        values: (facts) => [{ subject: null, value: (facts as { restarts: number }).restarts }],
      },
    ],
    parent: ({ main }) => referenceTo(ResourceKind.NAMESPACE, main.system, null, main.namespace),
  }),
];

function said(value: string | undefined, severity: Severity, evidence = Evidence.MEASURED): Candidate[] {
  if (value === undefined) return [];
  return value.split(',').map((subject) => ({
    reason: FindingReason.CONTAINER_RESTARTING,
    subject,
    severity,
    evidence,
    message: `${subject} is bad.`,
    advice: 'Look.',
  }));
}

export const smallRules: readonly Rule[] = [
  ...sourceRules,
  defineRule({
    kind: ResourceKind.POD,
    signal: SignalName.POD_RESTARTS,
    title: 'Said',
    description: 'What the labels say.',
    unit: null,
    evidence: Evidence.MEASURED,
    limits: { CONTAINER_RESTARTING: {} },
    judge: ({ main: { labels } }) => {
      if (labels['throw'] !== undefined) throw new Error('secret detail');
      return {
        isProgressing: labels['starting'] !== undefined,
        findings: [
          ...said(labels['warn'], Severity.WARNING),
          ...said(labels['critical'], Severity.CRITICAL),
          ...said(labels['inferred'], Severity.WARNING, Evidence.INFERRED),
        ],
        ...(labels['untold'] !== undefined && {
          cannotTell: ({ subject }) => {
            if (labels['untold'] === 'throw') throw new Error('secret detail');
            return subject === labels['untold'];
          },
        }),
      };
    },
  }),
  defineRule({
    kind: ResourceKind.POD,
    signal: SignalName.POD_CPU_UTILISATION,
    title: 'Value',
    description: 'A number against limits, for a time, cleared slowly.',
    unit: null,
    evidence: Evidence.MEASURED,
    limits: { CPU_NEAR_LIMIT: { warnAt: 10, criticalAt: 20, for: 30_000 } },
    judge: ({ main: { restarts, labels } }, { CPU_NEAR_LIMIT: limit }) => {
      if (labels['untold'] === 'value') return { cannotTell: () => true };
      if (restarts < limit.warnAt) return null;
      const common = {
        reason: FindingReason.CPU_NEAR_LIMIT,
        message: `It is ${restarts}.`,
        advice: 'Look.',
        holdFor: limit.for,
        clearAfter: 60_000,
      };
      const findings: Candidate[] = [{ ...common, severity: Severity.WARNING }];
      if (restarts >= limit.criticalAt) findings.push({ ...common, severity: Severity.CRITICAL });
      return { findings };
    },
    measure: ({ main, observedAt }) => [{ value: main.restarts, observedAt, series: 'restarts' }],
  }),
  defineRule({
    kind: ResourceKind.POD,
    signal: SignalName.POD_READINESS,
    title: 'Node',
    description: 'A pod on a node that is not ready is not ready.',
    unit: null,
    evidence: Evidence.INFERRED,
    limits: { POD_NOT_READY: {} },
    judge: (subject) =>
      subject.one('node', ResourceKind.NODE)?.main.isReady === false
        ? {
            findings: [
              {
                reason: FindingReason.POD_NOT_READY,
                severity: Severity.WARNING,
                message: 'Not ready.',
                advice: 'Look.',
              },
            ],
          }
        : null,
  }),
  defineRule({
    kind: ResourceKind.NODE,
    signal: SignalName.NODE_CONDITIONS,
    title: 'Ready',
    description: 'Whether a node is ready.',
    unit: null,
    evidence: Evidence.MEASURED,
    limits: { NODE_NOT_READY: {} },
    judge: ({ main }) =>
      main.isReady === false
        ? {
            findings: [
              {
                reason: FindingReason.NODE_NOT_READY,
                severity: Severity.CRITICAL,
                message: 'Not ready.',
                advice: 'Look.',
              },
            ],
          }
        : null,
  }),
];

export const SYSTEM = 'prod';

export function idOf(kind: ResourceKind, name: string): ResourceId {
  return resourceId(kind, SYSTEM, name);
}

export function observed(kind: ResourceKind, name: string, more: object, observedAt: number | null = 1): Observation {
  const facts = { id: idOf(kind, name), kind, name, system: SYSTEM, namespace: null, labels: {}, ...more };
  return { id: facts.id, kind, aspect: 'main', facts, observedAt } as unknown as Observation;
}

export function pod(name: string, labels: Record<string, string> = {}, more: object = {}): Observation {
  return observed(ResourceKind.POD, name, {
    namespace: 'shop',
    labels,
    nodeName: 'n1',
    restarts: 0,
    cpuRequested: 100,
    ...more,
  });
}

/** A text with which sockets are soon full. */
export const LONG = 'x'.repeat(2_000);

/** Another state of so many pods, in one batch; `more` makes their names longer. */
export function storm(round: number, size: number, more = ''): Observation[] {
  const labels: Record<string, string> = round % 2 === 0 ? { warn: `r${round}` } : {};
  return Array.from({ length: size }, (_, index) => pod(`p${index}${more}`, labels));
}

export function node(name: string, isReady = true): Observation {
  return observed(ResourceKind.NODE, name, { isReady });
}

export function namespace(name: string): Observation {
  return observed(ResourceKind.NAMESPACE, name, {});
}

export function cluster(): Observation {
  return observed(ResourceKind.CLUSTER, SYSTEM, {});
}

export function gone(kind: ResourceKind, name: string): Disappearance {
  return { id: idOf(kind, name), kind, goneAspect: 'main' };
}

export function source(sights: readonly Partial<Sight>[], more: object = {}): Observation {
  return observed(ResourceKind.SOURCE, 'kubernetes/prod', {
    mode: SourceMode.WATCHED,
    partOf: 'kubernetes',
    endpointId: idOf(ResourceKind.CLUSTER, SYSTEM),
    state: 'ok',
    message: null,
    stateSince: 1 as Instant,
    clockSkew: null,
    consecutiveFailures: 0,
    sights: sights.map((sight) => ({
      subject: 'pods',
      kind: ResourceKind.POD,
      resourceId: null,
      state: 'ok',
      message: null,
      since: 1,
      contactAt: 1,
      ...sight,
    })),
    ...more,
  });
}

export const roots = [
  observed(ResourceKind.PLATFORM, 'platform', { id: platformId, system: 'platform' }),
  observed(ResourceKind.SYSTEM, 'kubernetes', { id: systemId('kubernetes'), system: 'platform', isConfigured: true }),
].map((observation) => ({ ...observation, id: (observation.facts as { id: ResourceId }).id }));
