import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ResourceKind } from '../../src/model/kinds.js';
import { DEFAULT_SERVER_LIMITS } from '../../src/model/server-limits.js';
import { ManualClock } from '../support/manual-clock.js';
import {
  type Heard,
  type Listening,
  type Served,
  type ServedOptions,
  connect,
  listen,
  serve,
  socketUrl,
} from '../support/served.js';
import { gone, idOf, node, pod, storm } from '../support/small-world.js';

const CHANGES = `subscription ($filter: ChangeFilter, $after: Cursor, $initial: Boolean! = false) {
  healthChanges(filter: $filter, after: $after, initial: $initial) { cursor type resourceName status raised { subject } }
}`;

interface Event {
  readonly cursor: string | null;
  readonly type: string;
  readonly resourceName: string | null;
  readonly status: string | null;
}

let served: Served;
const opened: Client[] = [];

async function start(options: ServedOptions = {}): Promise<void> {
  served = await serve(options);
}

afterEach(async () => {
  for (const client of opened.splice(0)) await client.dispose();
  await served.stop();
});

function newClient(): Client {
  const client = connect(served);
  opened.push(client);
  return client;
}

const events = ({ heard }: Listening): Event[] => heard.map(eventOf);

/** Where in the stream an event stands. */
function sequenceOf({ cursor }: Event): number {
  return Number(
    Buffer.from(cursor ?? '', 'base64url')
      .toString()
      .split(':')[1],
  );
}

const changed = (listening: Listening): Event[] => events(listening).filter(({ type }) => type !== 'INITIAL');
const eventOf = ({ data }: Heard): Event => (data as { readonly healthChanges: Event }).healthChanges;
const isType = (type: string) => (result: Heard) => eventOf(result).type === type;
const isAt = (sequence: number) => (result: Heard) => sequenceOf(eventOf(result)) >= sequence;
const isNumber = (number: number) => (_: Heard, count: number) => count === number;

/** Turns of the event loop, so that what is under way goes on. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

const sequences = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index + 1);

describe('healthChanges', () => {
  it('begins with the state of all, then SYNCED, then every change', async () => {
    await start();
    const listening = listen(newClient(), CHANGES, { initial: true, filter: { kinds: ['POD'] } });
    await listening.until(isType('SYNCED'));
    expect(events(listening).map(({ type, resourceName, status }) => [type, resourceName, status])).toEqual([
      ['INITIAL', 'web', 'HEALTHY'],
      ['INITIAL', 'worker', 'DEGRADED'],
      ['SYNCED', null, null],
    ]);
    served.registry.report([pod('web', { critical: 'y' }), pod('new')]);
    served.registry.report([gone(ResourceKind.POD, 'worker')]);
    await listening.until(isType('REMOVED'));
    expect(
      events(listening)
        .slice(3)
        .map(({ type, resourceName, status }) => [type, resourceName, status]),
    ).toEqual([
      ['CHANGED', 'web', 'UNHEALTHY'],
      ['ADDED', 'new', 'HEALTHY'],
      ['REMOVED', 'worker', null],
    ]);
  });

  it('leaves no gap and repeats nothing when changes storm while it begins', async () => {
    await start({ facts: storm(0, 3_000) });
    const listening = listen(newClient(), CHANGES, { initial: true });
    const { changes } = served.registry;
    for (let round = 1; round <= 30; round += 1) {
      served.registry.report(storm(round, 200));
      await turns(3);
    }
    await listening.until(isAt(changes.lastSequence));
    const types = events(listening).map(({ type }) => type);
    const synced = types.indexOf('SYNCED');
    const [first] = events(listening).slice(synced);
    expect(types.slice(0, synced).every((type) => type === 'INITIAL')).toBe(true);
    expect(synced).toBeGreaterThanOrEqual(3_000);
    const begin = first === undefined ? NaN : sequenceOf(first);
    expect(begin).toBeLessThan(changes.lastSequence);
    expect(
      events(listening)
        .slice(synced + 1)
        .map(sequenceOf),
    ).toEqual(sequences(begin, changes.lastSequence));
  });

  it('tells who asks for what is bad of the recovery too, and of nothing else', async () => {
    await start();
    const listening = listen(newClient(), CHANGES, { initial: true, filter: { kinds: ['POD'], status: ['DEGRADED'] } });
    await listening.until(isType('SYNCED'));
    served.registry.report([pod('web', { critical: 'y' })]);
    served.registry.report([pod('worker')]);
    served.registry.report([pod('web')]);
    served.registry.report([pod('web', { warn: 'z' })]);
    await listening.until(isNumber(4));
    expect(events(listening).map(({ type, resourceName, status }) => [type, resourceName, status])).toEqual([
      ['INITIAL', 'worker', 'DEGRADED'],
      ['SYNCED', null, null],
      ['CHANGED', 'worker', 'HEALTHY'],
      ['CHANGED', 'web', 'DEGRADED'],
    ]);
  });

  it('resumes after a cursor: over two connections, cut in the middle of a storm, each change comes once', async () => {
    await start({ facts: storm(0, 200) });
    const { changes } = served.registry;
    const before = changes.lastSequence;
    const first = newClient();
    const one = listen(first, CHANGES, { initial: true });
    await one.until(isType('SYNCED'));
    for (let round = 1; round <= 10; round += 1) {
      served.registry.report(storm(round, 200));
      await turns(1);
      if (round === 5) first.terminate();
    }
    const heard = changed(one).filter(({ type }) => type !== 'SYNCED');
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThan(changes.lastSequence - before);
    const two = listen(newClient(), CHANGES, { after: heard.at(-1)?.cursor });
    for (let round = 11; round <= 20; round += 1) {
      served.registry.report(storm(round, 200));
      await turns(1);
    }
    await two.until(isAt(changes.lastSequence));
    const kept = changes.range({}).map(({ sequence }) => sequence);
    expect([...heard, ...events(two)].map(sequenceOf)).toEqual(kept);
    expect(kept).toEqual(sequences(before, changes.lastSequence));
  });

  it.each([
    ['of another life', () => Buffer.from('abc:1').toString('base64url')],
    ['of the future', () => Buffer.from(`${served.registry.changes.epoch}:999999`).toString('base64url')],
    ['too old', () => Buffer.from(`${served.registry.changes.epoch}:0`).toString('base64url')],
    ['no cursor at all', () => 'rubbish'],
  ])('ends with CURSOR_EXPIRED when the cursor is %s', async (_, cursor) => {
    await start({ facts: storm(0, 100), changesKept: 100 });
    for (let round = 1; round <= 3; round += 1) served.registry.report(storm(round, 100));
    const listening = listen(newClient(), CHANGES, { after: cursor() });
    await expect(listening.over).rejects.toMatchObject({
      cause: [expect.objectContaining({ extensions: { code: 'CURSOR_EXPIRED' } })],
    });
    expect(listening.heard).toEqual([]);
    expect(served.subscribers()).toBe(0);
  });

  it('refuses to begin in two places, and variables that do not fit', async () => {
    await start();
    const client = newClient();
    await expect(listen(client, CHANGES, { after: 'x', initial: true }).over).rejects.toThrow(/either `after`/);
    await expect(listen(client, CHANGES, { filter: { kinds: ['MOON'] } }).over).rejects.toThrow(/MOON/);
    await expect(listen(client, CHANGES.replace('cursor', 'nonsense')).over).rejects.toThrow(/Cannot query field/);
  });

  it('takes a default from the document', async () => {
    await start();
    const listening = listen(newClient(), CHANGES.replace('= false', '= true'), {});
    await listening.until(isType('SYNCED'));
    expect(events(listening)[0]?.type).toBe('INITIAL');
  });

  it('says a bookmark after a quiet time, with a cursor that moves on past what was filtered out', async () => {
    const clock = new ManualClock();
    await start({ clock });
    const listening = listen(newClient(), CHANGES, { initial: true, filter: { kinds: ['NODE'] } });
    await listening.until(isType('SYNCED'));
    served.registry.report([pod('web', { warn: 'a' })]);
    served.registry.report([node('n1', false)]);
    await listening.until(isType('CHANGED'));
    clock.advance(10_000);
    await turns(20);
    expect(listening.heard.some(isType('BOOKMARK'))).toBe(false);
    served.registry.report([pod('worker')]);
    clock.advance(10_000);
    await listening.until(isType('BOOKMARK'));
    const bookmark = events(listening).at(-1);
    expect(bookmark?.type).toBe('BOOKMARK');
    expect(bookmark === undefined ? null : sequenceOf(bookmark)).toBe(served.registry.changes.lastSequence);
    const resumed = listen(newClient(), CHANGES, { after: bookmark?.cursor });
    served.registry.report([pod('worker', { warn: 'b' })]);
    clock.advance(10_000);
    await resumed.until(isNumber(1));
    expect(events(resumed).every((event) => sequenceOf(event) > sequenceOf(bookmark as Event))).toBe(true);
  });
});

describe('a cursor', () => {
  it('stays young where a filter lets nothing through, however much happens', async () => {
    // The time stands still.
    await start({ facts: storm(0, 50), changesKept: 1_000, clock: new ManualClock() });
    const { changes } = served.registry;
    const listening = listen(newClient(), CHANGES, { initial: true, filter: { kinds: ['NODE'] } });
    await listening.until(isType('SYNCED'));
    for (let round = 1; round <= 60; round += 1) {
      served.registry.report(storm(round, 50));
      await listening.until(isAt(Math.max(0, changes.lastSequence - 500)));
    }
    const last = events(listening).at(-1);
    const resumed = listen(newClient(), CHANGES, { after: last?.cursor, filter: { kinds: ['NODE'] } });
    served.registry.report([node('n2')]);
    await resumed.until(isType('ADDED'));
    // Now and then, and not with each change.
    expect(listening.heard.length).toBeLessThan(20);
  });

  /** A hundred subscriptions that look among all there is. */
  function lookFar(client: Client): readonly Listening[] {
    // More than are looked up one by one, and nothing is in them.
    const nowhere = Array.from({ length: 101 }, (_, index) => `n-${index}`);
    return Array.from({ length: 100 }, (_, index) =>
      listen(client, CHANGES, { initial: true, filter: { namespaces: [...nowhere, `own-${index}`] } }),
    );
  }

  it('lets everything else have its turn while many begin that have to look far', async () => {
    await start({ facts: storm(0, 40_000) });
    const all = lookFar(newClient());
    const over = { isOver: false };
    const synced = Promise.all(all.map((listening) => listening.until(isType('SYNCED')))).then(
      () => (over.isOver = true),
    );
    const begun = [0];
    while (!over.isOver) {
      await turns(1);
      begun.push(served.subscribers());
    }
    await synced;
    expect(begun.at(-1)).toBe(100);
    const atOnce = begun.slice(1).map((count, index) => count - (begun[index] ?? 0));
    expect(Math.max(...atOnce)).toBeLessThan(50);
  });

  it('counts those that wait for their turn among those that there may be', async () => {
    const webSocket = { ...DEFAULT_SERVER_LIMITS.webSocket, subscriptionsPerClient: 60 };
    await start({ facts: storm(0, 40_000), serverLimits: { webSocket } });
    const refusals = lookFar(newClient()).map(({ over }) => over.catch((error: unknown) => (error as Error).cause));
    expect(await Promise.race(refusals)).toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit: 60 } }]);
    // It was not told by the one that found no room when its turn came.
    expect(served.subscribers()).toBeLessThan(60);
  });
});

describe('resourceHealth', () => {
  const ONE = 'subscription ($id: ID!) { resourceHealth(id: $id) { name health { status } } }';
  const read = ({ heard }: Listening): unknown[] => heard.map(({ data }) => data?.['resourceHealth']);

  it('is told at once, after each change, and is null once it is gone', async () => {
    await start();
    const listening = listen(newClient(), ONE, { id: idOf(ResourceKind.POD, 'web') });
    await listening.until(isNumber(1));
    served.registry.report([pod('web', { warn: 'a' }), pod('worker')]);
    await listening.until(isNumber(2));
    served.registry.report([gone(ResourceKind.POD, 'web')]);
    await listening.until(isNumber(3));
    expect(read(listening)).toEqual([
      { name: 'web', health: { status: 'HEALTHY' } },
      { name: 'web', health: { status: 'DEGRADED' } },
      null,
    ]);
  });

  it('is null of what is not there, until it is', async () => {
    await start();
    const listening = listen(newClient(), ONE, { id: idOf(ResourceKind.POD, 'later') });
    await listening.until(isNumber(1));
    served.registry.report([pod('later')]);
    await listening.until(isNumber(2));
    expect(read(listening)).toEqual([null, { name: 'later', health: { status: 'HEALTHY' } }]);
  });
});

describe('subscribers who ask the same', () => {
  /** Counts how often a subscription is executed for an event. */
  function counting(): { count: number; adapt: (schema: GraphQLSchema) => void } {
    const counter = {
      count: 0,
      adapt: (schema: GraphQLSchema): void => {
        const field = schema.getSubscriptionType()?.getFields()['healthChanges'];
        const resolve = field?.resolve;
        if (field === undefined || resolve === undefined) throw new Error('There is no healthChanges.');
        field.resolve = (...args) => {
          counter.count += 1;
          return resolve(...args);
        };
      },
    };
    return counter;
  }

  it('share one execution of each event, wherever each of them began', async () => {
    const counter = counting();
    await start({ facts: storm(0, 20), adapt: counter.adapt });
    served.registry.report(storm(1, 20));
    const cursors = served.registry.changes
      .range({})
      .map(({ sequence }) => Buffer.from(`${served.registry.changes.epoch}:${sequence}`).toString('base64url'));
    const client = newClient();
    const all = Array.from({ length: 50 }, (_, index) => listen(client, CHANGES, { after: cursors[index % 20] }));
    const { lastSequence } = served.registry.changes;
    const behind = all.filter((_, index) => index % 20 !== 19);
    await Promise.all(behind.map((one) => one.until(isAt(lastSequence))));
    expect(served.subscribers()).toBe(50);
    counter.count = 0;
    served.registry.report(storm(2, 20));
    await Promise.all(all.map((one) => one.until(isAt(lastSequence + 20))));
    expect(counter.count).toBe(20);
    for (const [index, one] of all.entries())
      expect(events(one).map(sequenceOf)).toEqual(sequences((index % 20) + 1, lastSequence + 20));
  });

  it('do not share when where they begin makes another answer', async () => {
    await start();
    const query = `subscription ($initial: Boolean!) {
      healthChanges(initial: $initial, filter: { kinds: [POD] }) { type cursor resourceName @include(if: $initial) }
    }`;
    const client = newClient();
    const [long, short] = [listen(client, query, { initial: true }), listen(client, query, { initial: false })];
    await long.until(isType('SYNCED'));
    served.registry.report([pod('web', { warn: 'a' })]);
    await Promise.all([long, short].map((one) => one.until(isType('CHANGED'))));
    expect(events(long).at(-1)).toHaveProperty('resourceName', 'web');
    expect(events(short).at(-1)).not.toHaveProperty('resourceName');
  });
});

describe('a request that is refused', () => {
  async function refusals(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
    const { cause } = (await listen(newClient(), query, variables).over.catch((error: unknown) => error)) as Error;
    return (cause as GraphQLError[]).map(({ message, extensions }) => `${String(extensions['code'])} ${message}`);
  }

  it.each([
    ['does not parse', '{ oops', {}, /^GRAPHQL_PARSE_FAILED Syntax Error/],
    ['is not valid', '{ oops }', {}, /^GRAPHQL_VALIDATION_FAILED Cannot query field "oops"/],
    ['has a variable that does not fit', CHANGES, { filter: { kinds: ['MOON'] } }, /^BAD_USER_INPUT .*MOON/],
    [
      'has many operations',
      'query a { __typename } query b { __typename }',
      {},
      /^OPERATION_RESOLUTION_FAILURE Name one/,
    ],
    [
      'hides its field',
      'subscription { ...F } fragment F on Subscription { healthChanges { type } }',
      {},
      /^GRAPHQL_VALIDATION_FAILED /,
    ],
    [
      'has events that cost much',
      'subscription { healthChanges(initial: true) { resource { dependents(first: 500) { nodes { dependents(first: 500) { totalCount } } } } } }',
      {},
      /^EVENT_TOO_COSTLY Each event .* 5000 is taken/,
    ],
  ])('is told with the code that HTTP gives: one that %s', async (_, query, variables, expected) => {
    await start();
    expect(await refusals(query, variables)).toEqual([expect.stringMatching(expected)]);
  });

  it('says how to have introspection, and gives no names away without', async () => {
    await start({ isIntrospectable: false });
    expect(await refusals('{ __schema { types { name } } }')).toEqual([
      expect.stringMatching(/^GRAPHQL_VALIDATION_FAILED .*`server.introspection: true`/),
    ]);
    expect(await refusals('{ platfrm { name } }')).toEqual([
      'GRAPHQL_VALIDATION_FAILED Cannot query field "platfrm" on type "Query".',
    ]);
    expect(await refusals(CHANGES, { filter: { status: ['UNHEALTY'] } })).toEqual([
      expect.stringMatching(/^BAD_USER_INPUT .* does not exist in "HealthStatus" enum\.$/),
    ]);
  });
});

describe('a page of a browser', () => {
  async function statusFor(origin: string): Promise<string | number | undefined> {
    const socket = new WebSocket(socketUrl(served), 'graphql-transport-ws', { headers: { origin } });
    try {
      return await new Promise((resolve) => {
        socket.on('open', () => {
          resolve('open');
        });
        socket.on('unexpected-response', (_, { statusCode }) => {
          resolve(statusCode);
        });
        socket.on('error', ({ message }) => {
          resolve(message);
        });
      });
    } finally {
      socket.terminate();
    }
  }

  it('may follow changes where it comes from this server, and no other', async () => {
    await start();
    expect(await statusFor(served.url)).toBe('open');
    for (const origin of ['https://evil.example', 'http://127.0.0.1:1', 'null']) {
      expect(await statusFor(origin)).toBe(403);
    }
  });
});

describe('the first picture', () => {
  it('is waited for', async () => {
    await start({ isOpen: false, facts: [pod('early')] });
    const listening = listen(newClient(), CHANGES, { initial: true, filter: { kinds: ['POD'] } });
    await turns(20);
    served.registry.report([pod('late')]);
    expect(listening.heard).toEqual([]);
    served.registry.open();
    await listening.until(isType('SYNCED'));
    expect(events(listening).map(({ type, resourceName }) => [type, resourceName])).toEqual([
      ['INITIAL', 'early'],
      ['INITIAL', 'late'],
      ['SYNCED', null],
    ]);
  });

  it('is not waited for without end: the client is told to come again', async () => {
    await start({ isOpen: false, firstPictureDeadline: 50 });
    await expect(listen(newClient(), CHANGES, { initial: true }).over).rejects.toMatchObject({ cause: { code: 1013 } });
    expect(served.subscribers()).toBe(0);
  });

  it('is nothing that someone who leaves meanwhile keeps waiting for', async () => {
    await start({ isOpen: false });
    const client = newClient();
    const listening = listen(client, CHANGES, { initial: true });
    const answered = listen(client, '{ __typename }');
    await answered.over;
    listening.leave();
    await listen(client, '{ __typename }').over;
    served.registry.open();
    await turns(20);
    expect(served.subscribers()).toBe(0);
    expect(listening.heard).toEqual([]);
  });
});
