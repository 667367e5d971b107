import { type ExecutionResult, execute, parse } from 'graphql';
import { CompiledQueries } from '../../../src/server/fast/compiled-queries.js';
import { ReadyQueries } from '../../../src/server/fast/ready-queries.js';
import { stringifyResult } from '../../../src/server/fast/ready-texts.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Instant } from '../../../src/model/time.js';
import type { Reads } from '../../../src/registry/reads.js';
import { judgedWorld } from '../../support/judged.js';
import { gone, idOf, node, observed, pod, roots, smallKinds, smallRules, source } from '../../support/small-world.js';
import type { GeneratedOperation } from './generated-queries.js';
import { COMPILE_ALL, EXAMPLES, RecordedPlatform } from './recorded-platform.js';

/** Batches from one comparison to the next: each costs two executions of every example. */
const STRIDE = 20;

/** So many are asked each time, of which one is a new one. */
const ASKED = 12;

describe('what an answer was made from', () => {
  it('is current only as long as the same question has the same answer, over the whole default recording', async () => {
    const platform = await RecordedPlatform.open();
    const { registry, graph } = platform;
    const ask = async (document: ReturnType<typeof parse>): Promise<{ text: string; reads: Reads }> => {
      const reads = registry.beginReading();
      const contextValue = graph.contextOf(0);
      const result: ExecutionResult = await execute({ schema: graph.schema, document, contextValue });
      reads.end();
      expect(result.errors).toBeUndefined();
      return { text: JSON.stringify(result.data), reads };
    };
    let [batches, hits] = [0, 0];
    const documents = EXAMPLES.map(({ file, text }) => ({ file, document: parse(text) }));
    for (let isMore = true; isMore; isMore = platform.step()) {
      batches += 1;
      if (batches % STRIDE !== 0) continue;
      // One after the other: what is read at the same time counts for all.
      const before = [];
      for (const one of documents) before.push({ ...one, ...(await ask(one.document)) });
      if (!platform.step()) break;
      for (const { file, document, text, reads } of before) {
        if (!reads.isCurrent) continue;
        hits += 1;
        expect({ file, batches, text }).toEqual({ file, batches, text: (await ask(document)).text });
      }
    }
    expect(batches).toBeGreaterThan(1_000);
    expect(hits).toBeGreaterThan(50);
  }, 120_000);

  it('is so whatever is asked, and answered by what is compiled and ready', async () => {
    const platform = await RecordedPlatform.open();
    const { registry } = platform;
    const { schema, contextOf } = platform.graph;
    const [compiled, ready] = [
      new CompiledQueries(schema, COMPILE_ALL),
      new ReadyQueries(schema, registry, COMPILE_ALL),
    ];
    const maker = platform.queryMaker(11);
    const ask = async ({ text, variables: variableValues }: GeneratedOperation) => {
      const reads = registry.beginReading();
      const asked = { document: parse(text), queryHash: text, variableValues, contextValue: contextOf(0) };
      const put = await ready.execute(asked);
      const result = put ?? (await compiled.execute({ ...asked, contextValue: contextOf(0) }, () => contextOf(0)));
      reads.end();
      // What went wrong may go right the next time.
      if (result.errors !== undefined) reads.noteMoment();
      return { reads, isReady: put !== null, answer: stringifyResult(result) };
    };
    const asked = Array.from({ length: ASKED }, () => maker.operation());
    const seen = { batches: 0, hits: 0, ready: 0 };
    for (let isMore = true; isMore; isMore = platform.step()) {
      seen.batches += 1;
      if (seen.batches % STRIDE !== 0) continue;
      asked.shift();
      asked.push(maker.operation());
      const before = [];
      for (const one of asked) before.push({ ...one, ...(await ask(one)) });
      if (!platform.step()) break;
      for (const { text, variables, reads, isReady, answer } of before) {
        if (!reads.isCurrent) continue;
        seen.hits += 1;
        seen.ready += Number(isReady);
        const anew = await execute({ schema, document: parse(text), variableValues: variables, contextValue: contextOf(0) }); // prettier-ignore
        expect({ text, variables, answer }).toEqual({ text, variables, answer: JSON.stringify(anew) });
      }
    }
    expect(seen.hits).toBeGreaterThan(200);
    expect(seen.ready).toBeGreaterThan(50);
  }, 120_000);
});

describe('a change of one record', () => {
  const POD = ResourceKind.POD;
  const inNamespace = (name: string, namespace: string): ReturnType<typeof pod> =>
    observed(POD, name, { namespace, nodeName: null, restarts: 0, cpuRequested: 1 });

  function world(): ReturnType<typeof judgedWorld> {
    const facts = [...roots, source([{}]), node('n1'), pod('a'), pod('b'), inNamespace('c', 'other')];
    return judgedWorld({ kinds: smallKinds, rules: smallRules }).see(...facts);
  }

  /** What is read meanwhile. */
  function readBy(read: (registry: ReturnType<typeof world>['registry']) => unknown): {
    readonly seen: ReturnType<typeof world>;
    readonly reads: Reads;
  } {
    const seen = world();
    const reads = seen.registry.beginReading();
    read(seen.registry);
    reads.end();
    return { seen, reads };
  }

  it.each<[string, Parameters<typeof readBy>[0]]>([
    ['that record', (registry) => registry.get(idOf(POD, 'a'))],
    ['its kind', (registry) => [...registry.entries(POD)]],
    ['its namespace', (registry) => [...registry.entries(POD, { system: 'prod', namespace: 'shop' })]],
    ['how many there are', (registry) => registry.counts(POD)],
    ['a list of its kind', (registry) => [...registry.ranked([POD]).byBadness(true, null)]],
    ['a list of its cluster', (registry) => registry.ranked([POD], { systems: ['prod'] })],
    ['a list of its namespace', (registry) => registry.ranked([POD], { systems: ['prod'], namespaces: ['shop'] })],
    ['a list of its namespace, wherever', (registry) => registry.ranked([POD], { namespaces: ['none', 'shop'] })],
    ['who is called like that', (registry) => registry.lookup(POD, 'a')],
    ['what leads to another', (registry) => registry.get(idOf(ResourceKind.NODE, 'n1'))?.from('node', POD)],
    ['its status', (registry) => registry.get(idOf(POD, 'a'))?.status],
  ])('outdates who read %s', (_, read) => {
    const { seen, reads } = readBy(read);
    expect(reads.isCurrent).toBe(true);
    seen.see(pod('a', { warn: 'x' }));
    expect(reads.isCurrent).toBe(false);
  });

  it.each<[string, Parameters<typeof readBy>[0]]>([
    ['another record', (registry) => registry.get(idOf(POD, 'b'))],
    ['another namespace', (registry) => [...registry.entries(POD, { system: 'prod', namespace: 'other' })]],
    ['another kind', (registry) => [...registry.entries(ResourceKind.NODE)]],
    ['a list of another namespace', (registry) => registry.ranked([POD], { namespaces: ['other'] })],
    ['a list of another cluster', (registry) => registry.ranked([POD], { systems: ['east'] })],
  ])('leaves alone who read %s', (_, read) => {
    const { seen, reads } = readBy(read);
    seen.see(pod('a', {}, { restarts: 3 }));
    expect(reads.isCurrent).toBe(true);
  });

  it.each<[string, Parameters<typeof readBy>[0], ReturnType<typeof pod> | ReturnType<typeof gone>]>([
    ['comes where it was missed', (registry) => registry.get(idOf(POD, 'new')), pod('new')],
    ['comes into a list', (registry) => [...registry.entries(POD)], pod('new')],
    ['comes into a namespace that was not there', (registry) => registry.ranked([POD], { namespaces: ['fresh'] }), inNamespace('d', 'fresh')], // prettier-ignore
    ['comes into a cluster that had none', (registry) => registry.ranked([ResourceKind.VOLUME], { systems: ['prod'] }), observed(ResourceKind.VOLUME, 'v', {})], // prettier-ignore
    ['comes where nothing was', (registry) => [...registry.entries(ResourceKind.VOLUME)], observed(ResourceKind.VOLUME, 'v', {})], // prettier-ignore
    ['goes', (registry) => registry.get(idOf(POD, 'a')), gone(POD, 'a')],
    ['leads elsewhere', (registry) => registry.get(idOf(ResourceKind.NODE, 'n1'))?.from('node', POD), pod('a', {}, { nodeName: null })], // prettier-ignore
    ['is what an edge led to', (registry) => registry.get(idOf(POD, 'b'))?.one('node', ResourceKind.NODE), node('n1', false)], // prettier-ignore
    ['is wrong', (registry) => [...registry.findings()], pod('a', { warn: 'x' })],
    ['is a source', (registry) => registry.get(idOf(POD, 'a'))?.isStale, source([{ state: 'lost' }])],
  ])('outdates what was read, as one that %s', (_, read, event) => {
    const { seen, reads } = readBy(read);
    expect(reads.isCurrent).toBe(true);
    seen.see(event);
    expect(reads.isCurrent).toBe(false);
  });

  const isSeenStill = source([{ contactAt: 2 as Instant }]);

  it.each<[string, Parameters<typeof readBy>[0]]>([
    ['a record', (registry) => registry.get(idOf(POD, 'a'))?.status],
    ['whether it is seen', (registry) => registry.get(idOf(POD, 'a'))?.isStale],
    ['a list', (registry) => [...registry.ranked([POD]).byBadness(true, null)]],
    ['what is wrong', (registry) => [...registry.findings()]],
  ])('leaves alone who read %s, as one of a source that sees still', (_, read) => {
    const { seen, reads } = readBy(read);
    seen.see(isSeenStill);
    expect(reads.isCurrent).toBe(true);
  });

  it.each<[string, Parameters<typeof readBy>[0]]>([
    ['when it was seen', (registry) => registry.get(idOf(POD, 'a'))?.observedAt],
    ['sources', (registry) => [...registry.entries(ResourceKind.SOURCE)]],
  ])('outdates who read %s, as one of a source that sees still', (_, read) => {
    const { seen, reads } = readBy(read);
    seen.see(isSeenStill);
    expect(reads.isCurrent).toBe(false);
  });

  it('is looked at by rules, which nobody has read who is being answered meanwhile', () => {
    const seen = world();
    const reads = seen.registry.beginReading();
    seen.registry.get(idOf(POD, 'b'));
    // Its rule looks at its node.
    seen.see(pod('c'));
    reads.end();
    seen.see(node('n1', false));
    expect(reads.has(seen.registry.get(idOf(ResourceKind.NODE, 'n1')) as never)).toBe(false);
  });

  it('takes what its parts take, each once', () => {
    const { registry } = world();
    const readings = (...parts: readonly Reads[]): Reads => {
      const reads = registry.beginReading();
      for (const part of parts) registry.reads.noteAll(part);
      reads.end();
      return reads;
    };
    const part = registry.beginReading();
    registry.get(idOf(POD, 'a'));
    part.end();
    const other = readings(part);
    expect(other.bytes).toBeGreaterThan(readings().bytes + part.bytes);
    expect(readings(part, part).bytes).toBe(other.bytes);
    expect(readings(part, other).bytes).toBeGreaterThan(other.bytes + part.bytes);
    const moment = registry.beginReading();
    registry.reads.noteAll(part);
    moment.noteMoment();
    expect(moment.bytes).toBe(0);
  });

  it('never keeps what changes by itself', () => {
    const { seen, reads } = readBy((registry) => registry.readings(registry.get(idOf(POD, 'a')) as never));
    expect(reads.isCurrent).toBe(false);
    expect(seen.registry.reads.isActive).toBe(false);
  });
});
