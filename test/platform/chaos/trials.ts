/** One thing that is tried, and what is written of it whatever is measured. */
export interface Trial {
  readonly name: string;
  readonly title: string;
  readonly does: string;
  /** Left out of the quick run, unless it is named. */
  readonly isLong?: true;
}

/** In the order in which they are tried and written of: what takes longest comes last. */
export const TRIALS: readonly Trial[] = [
  {
    name: 'sources',
    title: 'Sources that are disturbed',
    does:
      'Between Vitals and each real system stands a proxy, which refuses, hangs, says half, garbage, wrong types, 100 MB, or ' +
      'without end, a byte at a time, TLS where there is none and none where there is; passwords are spoiled, and idle ' +
      'connections taken by the hundred. Meanwhile fifty queries a second are asked.',
  },
  {
    name: 'subscribers',
    title: 'Subscribers through faults',
    does:
      'Subscribers to every change lose their connections by chance, again and again, and go on from their last cursor, while ' +
      'sources are disturbed.',
    isLong: true,
  },
  {
    name: 'control-plane',
    title: 'API server and etcd killed',
    does: 'Each is ended by SIGKILL and started again, and etcd forgets all old revisions.',
  },
  {
    name: 'machine',
    title: 'What the machine has no more of',
    does: 'The disk under the log of Vitals is full; Vitals has no file descriptor left.',
  },
  {
    name: 'clock',
    title: 'Clocks',
    does: 'The clock of Vitals is an hour ahead of the cluster’s, an hour behind it, and set by an hour while it runs.',
  },
  {
    name: 'termination',
    title: 'SIGTERM under load',
    does: 'Vitals is told to end while it is asked and listened to.',
  },
  {
    name: 'soak',
    title: 'Endurance',
    does: 'Pods by the thousand change all the time, clients listen and ask, sources come and go. Vitals has its processor before all else.',
    isLong: true,
  },
];

/** What is tried by the plain tests, as often as they are told: a line each. */
export const ELSEWHERE: readonly string[] = [
  'Objects of Kubernetes of which parts are missing, null, of the wrong type, huge or go round in circles: no rule throws, and ' +
    'one that does becomes a finding about Vitals (`test/sources/kubernetes/mutated-objects.test.ts`, `test/registry/registry.test.ts`).',
  'Generated requests, valid, malformed and hostile: always an answer of the right shape, never a 5xx or a stack ' +
    '(`test/server/hostile-requests.test.ts`: 2,000 each time, as many as `VITALS_HOSTILE_REQUESTS` says).',
  'Secrets in every place of the configuration and the environment: found in no log, answer, recording or report of a crash ' +
    '(`test/canaries.test.ts`).',
  'Who may see only a part: no name, count or cause from outside it (`test/registry/scope`).',
];
