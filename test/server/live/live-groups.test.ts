import { type ExecutionResult, type FormattedExecutionResult, execute, parse } from 'graphql';
import type { HealthChangeRecord } from '../../../src/model/change.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Instant } from '../../../src/model/time.js';
import type { Entry } from '../../../src/registry/entry.js';
import { initialEvent } from '../../../src/resolvers/changes.js';
import type { LiveEvent, LiveField } from '../../../src/resolvers/live-field.js';
import { CompiledQueries } from '../../../src/server/fast/compiled-queries.js';
import { encodedPayload } from '../../../src/server/live/live-client.js';
import { LiveGroups } from '../../../src/server/live/live-groups.js';
import { RecordedPlatform, SUBSCRIPTIONS } from '../fast/recorded-platform.js';
import { until } from '../../support/until.js';

const ONE = 'subscription ($id: ID!) { resourceHealth(id: $id) { name health { status } } }';

/** What changed as it is now, beside what was said of it. */
const DEEP = `subscription Deep($kinds: [ResourceKind!] = [POD, WORKLOAD, VOLUME], $withAdvice: Boolean! = true) {
  told: healthChanges(filter: { kinds: $kinds }) {
    __typename cursor type raised { id message advice @include(if: $withAdvice) causes { id } }
    resource { ...Now ... on Pod { phase containers { name image } node { name } } ... on Volume { phase: name } }
  }
}
fragment Now on Resource { id kind name labels { name value } health { status since isStale findings { id isRoot } } }`;

const FOLLOWED = [...SUBSCRIPTIONS, { file: 'a deep one', text: DEEP }];

/** Batches of the recording that are played: an incident, and its end. */
const BATCHES = 1_500;

const plain = (result: ExecutionResult): FormattedExecutionResult => result as FormattedExecutionResult;

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Who subscribes to a platform, with what is noted on the way. */
class Listening {
  readonly offered: { readonly change: HealthChangeRecord; readonly args: Record<string, unknown> }[] = [];
  /** Events of all, since they were last taken. */
  events: LiveEvent[] = [];
  readonly defects: unknown[] = [];
  readonly live: LiveGroups;

  constructor(readonly platform: RecordedPlatform) {
    const { registry, clock, graph } = platform;
    const noted = ([name, field]: [string, LiveField]): [string, LiveField] => [name, this.noted(field)];
    this.live = new LiveGroups({
      schema: graph.schema,
      registry,
      clock,
      fields: Object.fromEntries(Object.entries(graph.liveFields).map(noted)),
      contextOf: () => graph.contextOf(0),
      tidy: plain,
      onDefect: (error) => this.defects.push(error),
    });
  }

  private noted(field: LiveField): LiveField {
    return {
      ...field,
      opening: (args) => {
        const events = field.opening(args);
        this.events.push(...events);
        return events;
      },
      event: (change, args) => {
        this.offered.push({ change, args });
        const event = field.event(change, args);
        if (event !== null) this.events.push(event);
        return event;
      },
      bookmark: (sequence, args) => {
        const bookmark = field.bookmark(sequence, args);
        if (bookmark !== null) this.events.push(bookmark);
        return bookmark;
      },
    };
  }

  subscribe(
    text: string,
    variableValues: Record<string, unknown> = {},
  ): { readonly heard: string[]; readonly leave: () => void } {
    const heard: string[] = [];
    const leave = this.live.subscribe(
      { schema: this.platform.graph.schema, document: parse(text), variableValues },
      {
        wire: { writableLength: 0 },
        send: (payload) => heard.push(payload.toString()),
        isClogged: () => false,
        drained: () => Promise.resolve(true),
        close: () => undefined,
      },
    );
    return { heard, leave };
  }

  /** What graphql-js makes of the events so far, which are taken. */
  async interpreted(text: string): Promise<string[]> {
    const { schema, contextOf } = this.platform.graph;
    const document = parse(text);
    const field = text.includes('resourceHealth') ? 'resourceHealth' : 'healthChanges';
    const answers: string[] = [];
    for (const { root } of this.events.splice(0)) {
      const result = await execute({ schema, document, rootValue: { [field]: root }, contextValue: contextOf(0) });
      answers.push(encodedPayload(plain(result)).toString());
    }
    return answers;
  }
}

describe('a subscription', () => {
  it.each(FOLLOWED)(
    '$file says what graphql-js would, byte for byte',
    async ({ text }) => {
      const listening = new Listening(await RecordedPlatform.open());
      const { heard } = listening.subscribe(text);
      await settled();
      const expected = await listening.interpreted(text);
      for (let batch = 0; batch < BATCHES && listening.platform.step(); batch += 1) {
        await settled();
        expected.push(...(await listening.interpreted(text)));
        // All of it is said before anything else happens.
        for (let turn = 0; turn < 1_000 && heard.length < expected.length; turn += 1) await settled();
      }
      expect(heard).toEqual(expected);
      // What is said for the second time is compiled.
      expect(heard.length).toBeGreaterThan(1);
      expect(listening.defects).toEqual([]);
    },
    60_000,
  );

  it.each(FOLLOWED)('$file is compiled', async ({ text }) => {
    const { graph, registry } = await RecordedPlatform.open();
    const queries = new CompiledQueries(graph.schema);
    const contextOf = (): unknown => graph.contextOf(0);
    const entry = [...registry.entries(ResourceKind.PLATFORM)][0] as Entry;
    const rootValue = { resourceHealth: entry.main, healthChanges: initialEvent(entry, 0 as Instant) };
    const asked = { document: parse(text), queryHash: 'a', rootValue };
    for (let time = 0; time < 2; time += 1)
      expect(await queries.execute({ ...asked, contextValue: contextOf() }, contextOf)).not.toHaveProperty('errors');
    expect(queries.isCompiled('a')).toBe(true);
  });

  it('that breaks says what graphql-js would', async () => {
    const platform = await RecordedPlatform.open();
    const { schema } = platform.graph;
    const health = schema.getType('Platform') as unknown as { getFields(): Record<string, { resolve?: () => never }> };
    const field = health.getFields()['health'];
    if (field === undefined) throw new Error('There is no health.');
    field.resolve = () => {
      throw new Error('broken');
    };
    const listening = new Listening(platform);
    const [{ text }] = SUBSCRIPTIONS.filter(({ file }) => file === 'watch-one.graphql') as unknown as [
      { text: string },
    ];
    const subscribed = Array.from({ length: 3 }, () => listening.subscribe(text));
    await until(() => subscribed.every(({ heard }) => heard.length > 0));
    const [expected] = await listening.interpreted(text);
    expect(expected).toContain('broken');
    for (const { heard } of subscribed) expect(heard).toEqual([expected]);
  });
});

describe('subscribers who begin together', () => {
  const ALL =
    'subscription ($initial: Boolean = true) { healthChanges(initial: $initial) { type cursor resourceId status } }';

  it('have what there is looked for once, and each hears all of it, and then what comes', async () => {
    const listening = new Listening(await RecordedPlatform.open());
    const all = Array.from({ length: 20 }, () => listening.subscribe(ALL));
    const late = listening.subscribe(ALL, { initial: false });
    const expected = listening.events.length;
    expect(expected).toBeGreaterThan(100);
    await until(() => all.every(({ heard }) => heard.length === expected));
    expect(listening.events).toHaveLength(expected);
    expect(await listening.interpreted(ALL)).toEqual(all[0]?.heard);
    for (const { heard } of all) expect(heard).toEqual(all[0]?.heard);
    while (late.heard.length === 0 && listening.platform.step()) await settled();
    const { length } = late.heard;
    expect(length).toBeGreaterThan(0);
    await until(() => all.every(({ heard }) => heard.length >= expected + length));
    for (const { heard } of all) expect(heard.slice(expected, expected + length)).toEqual(late.heard.slice(0, length));
    // Who comes after a change hears what is so by now.
    const before = listening.events.length;
    listening.subscribe(ALL);
    expect(listening.events.length).toBeGreaterThan(before + 100);
    listening.live.stop();
  });
});

describe('a change', () => {
  it('is offered to those only whom it may concern', async () => {
    const listening = new Listening(await RecordedPlatform.open());
    const pods = [...listening.platform.registry.entries(ResourceKind.POD)].slice(0, 50);
    const all = pods.map(({ id }) => ({ id, ...listening.subscribe(ONE, { id }) }));
    const left = pods.map(({ id }) => listening.subscribe(ONE.replace('name', 'kind'), { id }));
    for (const { leave } of left) leave();
    await settled();
    for (let batch = 0; batch < BATCHES && listening.platform.step(); batch += 1) await settled();
    expect(listening.offered.length).toBeGreaterThan(0);
    for (const { change, args } of listening.offered) expect(args['id']).toBe(change.resourceId);
    // Each hears of its own first, and of every change of it.
    const changes = listening.platform.registry.changes.range({});
    for (const { id, heard } of all) {
      const own = changes.filter(({ resourceId }) => resourceId === id);
      expect(listening.offered.filter(({ args }) => args['id'] === id).map(({ change }) => change)).toEqual(own);
      expect(heard).toHaveLength(1 + own.length);
    }
    listening.live.stop();
  }, 60_000);

  it('is told apart from what null and a default make of a variable', async () => {
    const listening = new Listening(await RecordedPlatform.open());
    const text = `subscription ($kinds: [ResourceKind!] = [NODE]) { healthChanges(filter: { kinds: $kinds }) { type } }`;
    listening.subscribe(text);
    listening.subscribe(text, { kinds: null });
    listening.subscribe(text, { kinds: null, more: 1 });
    while (listening.offered.length === 0 && listening.platform.step()) await settled();
    const [offered] = listening.offered;
    expect(offered).toBeDefined();
    const same = listening.offered.filter(({ change }) => change === offered?.change);
    expect(same.filter(({ args }) => (args['filter'] as { kinds: unknown }).kinds === null)).toHaveLength(1);
  });
});
