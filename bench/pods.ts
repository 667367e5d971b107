import type { SourceEvent } from '../src/model/facts.js';

const SYSTEM = 'prod';
const LONG_AGO = Date.parse('2026-01-01T00:00:00Z');
const PER_NODE = 30;

/** Ids are made by whoever runs the bench over the built program. */
export type IdOf = (kind: string, name: string) => string;

function facts(idOf: IdOf, kind: string, name: string, more: object): SourceEvent {
  const id = idOf(kind, name);
  const main = { id, kind, name, system: SYSTEM, namespace: null, labels: {}, ...more };
  return { id, kind, aspect: 'main', facts: main, observedAt: LONG_AGO } as unknown as SourceEvent;
}

/** As the Kubernetes source reports a pod that runs; `turn` makes its facts new each time. */
export function podFacts(idOf: IdOf, index: number, namespaces: number, turn = 0): SourceEvent {
  const name = `web-${String(index).padStart(6, '0')}`;
  return facts(idOf, 'POD', name, {
    namespace: `team-${index % namespaces}`,
    labels: { app: 'web', 'app.kubernetes.io/instance': `web-${index % 50}` },
    phase: 'RUNNING',
    displayStatus: 'Running',
    isReady: true,
    restarts: turn % 2,
    createdAt: LONG_AGO,
    startedAt: LONG_AGO,
    deletingSince: null,
    containers: [
      {
        name: 'app',
        image: 'shop/web:1.4.2',
        isInit: false,
        isSidecar: false,
        isReady: true,
        restarts: 0,
        state: 'RUNNING',
        waitingReason: null,
        waitingMessage: null,
        runningSince: LONG_AGO,
        termination: null,
        lastTermination: null,
        isStarted: true,
        hasStartupProbe: false,
        hasReadinessProbe: true,
        cpuRequest: 0.5,
        cpuLimit: 1,
        memoryRequest: 100e6,
        memoryLimit: 200e6,
      },
    ],
    nodeName: `node-${Math.floor(index / PER_NODE)}`,
    addresses: null,
    owner: null,
    claimNames: [],
    reason: null,
    message: null,
    readySince: LONG_AGO,
    readyMessage: null,
    failingReadinessGates: [],
    isScheduled: true,
    schedulingReason: null,
    schedulingMessage: null,
    scheduledAt: LONG_AGO,
    finalizers: [],
    restartPolicy: 'Always',
    cpuRequested: 0.5,
    memoryRequested: 100e6,
  });
}

/** The source that lists them, and sees. */
export function sourceFacts(idOf: IdOf): SourceEvent {
  const sight = { subject: 'pods', kind: 'POD', resourceId: null, state: 'ok', message: null, since: LONG_AGO, contactAt: LONG_AGO }; // prettier-ignore
  return facts(idOf, 'SOURCE', `kubernetes/${SYSTEM}`, {
    mode: 'WATCHED',
    partOf: 'kubernetes',
    interval: null,
    endpointId: idOf('CLUSTER', SYSTEM),
    state: 'ok',
    message: null,
    stateSince: LONG_AGO,
    clockSkew: null,
    lastDurationMilliseconds: null,
    consecutiveFailures: 0,
    sights: [sight],
  });
}
