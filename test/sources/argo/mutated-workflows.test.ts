import fc from 'fast-check';
import { UnreadableObject } from '../../../src/clients/kubernetes-raw-object.js';
import type { SourceEvent } from '../../../src/model/facts.js';
import { askAll } from '../../support/asked-all.js';
import { mutated, mutation } from '../../support/mutations.js';
import { trials } from '../../support/trials.js';
import { FAILED, node, rawWorkflow } from './argo-objects.js';
import { ArgoWorld, ENGINE } from './argo-world.js';

const { count: COUNT, seed: SEED } = trials('VITALS_MUTATED_OBJECTS', 2_000);

const metadata = { uid: 'u', namespace: 'data', resourceVersion: '1', creationTimestamp: '2026-01-01T00:00:00Z' };

const templates = [
  { name: 'work', steps: [[{ name: 'a' }], [{ name: 'b', continueOn: { failed: true } }]] },
  {
    name: 'graph',
    dag: {
      tasks: [
        { name: 'c', depends: 'd' },
        { name: 'd', continueOn: { error: true } },
      ],
    },
  },
];

const nodes = [
  node('load', { type: 'Steps', templateName: 'work', children: ['load.a', 'load.b'], phase: 'Running' }),
  node('load.a', { boundaryID: 'load', children: ['load.b'], phase: 'Failed', outputs: { exitCode: '1' }, message: 'x' }), // prettier-ignore
  node('load.b', { boundaryID: 'load', type: 'Retry', children: ['load.b(0)'], templateRef: { name: 't', template: 'w', clusterScope: true } }), // prettier-ignore
  node('load.b(0)', { boundaryID: 'load', nodeFlag: { retried: true }, synchronizationStatus: { waiting: 'data/Mutex/m' } }), // prettier-ignore
];

const synchronization = { semaphore: { waiting: [{ semaphore: 's' }] }, mutex: { waiting: [{ mutex: 'm' }] } };

/** What Argo and its controller write, by what it is. */
const OBJECTS = {
  running: rawWorkflow({ name: 'running', spec: { templates }, nodes }),
  waiting: rawWorkflow({ name: 'waiting', spec: { templates, suspend: true }, status: { phase: 'Pending', synchronization, storedTemplates: { work: templates[0] } } }), // prettier-ignore
  failed: rawWorkflow({ name: 'failed', spec: { workflowTemplateRef: { name: 't', clusterScope: true } }, status: { ...FAILED, message: 'x', storedWorkflowTemplateSpec: { templates } }, nodes }), // prettier-ignore
  packed: rawWorkflow({ name: 'packed', status: { compressedNodes: 'H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==', offloadNodeStatusVersion: 'v' } }), // prettier-ignore
  cron: {
    metadata: { ...metadata, name: 'cron' },
    spec: { schedule: '* * * * *', schedules: ['0 0 * * *'], timezone: 'Europe/Berlin', suspend: false, when: 'x' },
    status: { active: [{ name: 'a' }], lastScheduledTime: '2026-01-01T00:00:00Z', phase: 'Active', conditions: [{ type: 'SubmissionError', status: 'True', message: 'x' }] }, // prettier-ignore
  },
  lease: { metadata, spec: { holderIdentity: 'h', renewTime: '2026-01-01T00:00:00.000000Z' } },
  limits: { metadata, data: { parallelism: '3', namespaceParallelism: '2', config: 'parallelism: 3' } },
  program: { metadata, spec: { template: { spec: { containers: [{ name: 'c', image: 'r/workflow-controller:v3.7.4', args: ['--namespaced', '--managed-namespace', 'data'], env: [{ name: 'ARGO_NAMESPACED', value: 'true' }] }] } } } }, // prettier-ignore
} as const;

type Name = keyof typeof OBJECTS;

const thrown = fc.record({
  name: fc.constantFrom(...(Object.keys(OBJECTS) as Name[])),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
  /** Of several of a sort. */
  uid: fc.nat(20),
  isGone: fc.integer({ min: 0, max: 9 }).map((throwOf) => throwOf === 0),
});

it(
  `${COUNT} objects of Argo, mutated at random (seed ${SEED}), go through projection, books, registry and rules, and nothing throws`,
  () => {
    const world = new ArgoWorld();
    const read = new Map<Name, number>();
    const property = fc.property(thrown, ({ name, mutations, uid, isGone }) => {
      let events: readonly SourceEvent[] = [];
      try {
        events = world.take(name, isGone ? null : mutated(OBJECTS[name], mutations), `${name}-${uid}`);
        read.set(name, (read.get(name) ?? 0) + 1);
      } catch (error) {
        // What was known of it stays.
        if (!(error instanceof UnreadableObject)) throw error;
      }
      world.world.advance(30_000);
      askAll(world.world, new Set([ENGINE, ...events.map(({ id }) => id)]));
    });
    fc.assert(property, { numRuns: COUNT, seed: SEED, endOnFailure: true });
    // Much of it can be read all the same, of each sort.
    for (const name of Object.keys(OBJECTS) as Name[])
      expect({ name, isSome: (read.get(name) ?? 0) > COUNT / 50 }).toEqual({ name, isSome: true });
  },
  120_000 * Math.max(1, COUNT / 5_000),
);
