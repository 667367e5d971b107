import fc from 'fast-check';
import { ExpositionError } from '../../../src/clients/exposition-text.js';
import type { Claim } from '../../../src/model/volume.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Node } from '../../../src/model/node.js';
import type { Pod } from '../../../src/model/pod.js';
import { ClusterInventory } from '../../../src/sources/kubernetes/cluster-inventory.js';
import { parseCadvisorMetrics, parseResourceMetrics } from '../../../src/sources/kubernetes/kubelet-metrics.parser.js';
import { parseSummary } from '../../../src/sources/kubernetes/kubelet-summary.parser.js';
import { KubeletUsage } from '../../../src/sources/kubernetes/kubelet-usage.js';
import { RECORD_COLLECTIONS } from '../../../src/sources/kubernetes/watched-collections.js';
import { askAll } from '../../support/asked-all.js';
import { seen } from '../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../support/kubernetes-world.js';
import { mutated, mutation } from '../../support/mutations.js';
import { trials } from '../../support/trials.js';
import { SYSTEM, objects, place, recordedBytes, recordedJson } from './recorded.js';

const { count: COUNT, seed: SEED } = trials('VITALS_MUTATED_OBJECTS', 2_000);

/** A kubelet's answers are as large as many objects. */
const ANSWERS = Math.ceil(COUNT / 5);

const { body } = recordedJson('kubelet-summary.json') as { readonly body: object };
const resources = ['kubelet-resource-first.txt', 'kubelet-resource-second.txt'].map((file) => recordedBytes(file).toString()); // prettier-ignore
const pressures = recordedBytes('kubelet-cadvisor.txt').toString();

/** A page of metrics with a part of it gone, given again, or replaced by anything. */
const cut = fc.record({
  at: fc.nat(1_000_000),
  length: fc.oneof(fc.constant(0), fc.nat(50)),
  insert: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constantFrom('', '\n', '"', '}', '{', 'NaN', '-Inf', '1e999', ' 99999999999999999999', '\u0000', '\\'),
    fc.nat(20_000).map((length) => 'x'.repeat(length)),
  ),
});

type Cut = typeof cut extends fc.Arbitrary<infer T> ? T : never;

function cutUp(text: string, cuts: readonly Cut[]): Buffer {
  let cutText = text;
  for (const { at, length, insert } of cuts) {
    const start = at % Math.max(1, cutText.length);
    cutText = cutText.slice(0, start) + insert + cutText.slice(start + length);
  }
  return Buffer.from(cutText);
}

/** Null: it is not in the format, which is said of the kubelet. */
function read<T>(parse: (page: Buffer) => T, page: Buffer): T | null {
  try {
    return parse(page);
  } catch (error) {
    if (error instanceof ExpositionError) return null;
    throw error;
  }
}

const answer = fc.record({
  mutations: fc.array(mutation, { maxLength: 6 }),
  which: fc.nat(resources.length - 1),
  resource: fc.array(cut, { maxLength: 3 }),
  cadvisor: fc.array(cut, { maxLength: 3 }),
  isLost: fc.boolean(),
});

it(
  `${ANSWERS} answers of kubelets, mutated at random (seed ${SEED}), go through parsers, registry and rules, and nothing throws`,
  () => {
    const facts = (subject: string, prefix: string) => {
      const collection = RECORD_COLLECTIONS.find((one) => one.subject === subject);
      const found = Object.entries(objects).filter(([name]) => name.startsWith(`${prefix}/`));
      return found.flatMap(([, object]) => collection?.project(object as never, place()) ?? []);
    };
    const [nodes, pods, claims] = [facts('nodes', 'Node') as Node[], facts('pods', 'Pod') as Pod[], facts('persistentvolumeclaims', 'PersistentVolumeClaim') as Claim[]]; // prettier-ignore
    const [own] = nodes;
    if (own === undefined) throw new Error('No node was recorded.');
    const inventory = new ClusterInventory({ add: () => undefined, remove: () => undefined });
    for (const pod of pods) inventory.putPod(pod);
    for (const claim of claims) inventory.putClaim(claim);
    const usage = new KubeletUsage(SYSTEM, { nodeId: own.id, nodeName: own.name, host: 'h', port: 1 }, inventory);
    const world = kubernetesWorld();
    world.see(...[...nodes, ...pods, ...claims].map((one) => seen(one)));
    const told = { summaries: 0, resources: 0, cadvisors: 0, pods: 0 };
    const property = fc.property(answer, ({ mutations, which, resource, cadvisor, isLost }) => {
      const summary = parseSummary(mutated(body, mutations));
      const pages = {
        resource: read(parseResourceMetrics, cutUp(resources[which] ?? '', resource)),
        cadvisor: read(parseCadvisorMetrics, cutUp(pressures, cadvisor)),
      };
      told.summaries += summary === null ? 0 : 1;
      told.resources += pages.resource === null ? 0 : 1;
      told.cadvisors += pages.cadvisor === null ? 0 : 1;
      const now = world.clock.now();
      const events = summary === null || isLost ? usage.unavailable('probe failed', now) : usage.take({ summary, ...pages, failure: null }, now); // prettier-ignore
      told.pods += events.filter(({ kind }) => kind === ResourceKind.POD).length;
      world.see(...events).advance(10_000);
      askAll(world, new Set(events.map(({ id }) => id)));
    });
    fc.assert(property, { numRuns: ANSWERS, seed: SEED, endOnFailure: true });
    // Much of it can be read all the same.
    for (const [what, count] of Object.entries(told)) expect({ what, isSome: count > ANSWERS / 10 }).toEqual({ what, isSome: true }); // prettier-ignore
  },
  120_000 * Math.max(1, COUNT / 5_000),
);
