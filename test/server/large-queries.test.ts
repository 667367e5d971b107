import type { Client } from 'graphql-ws';
import { ResourceKind } from '../../src/model/kinds.js';
import { SMALL_FACTS, type Served, connect, listen, serve } from '../support/served.js';
import { node, source } from '../support/small-world.js';

/** Nodes within nodes: at each level fifty times as many. */
function nested(levels: number, first = 50): string {
  return levels === 0 ? '__typename' : `nodes(first: ${first}) { nodes { cluster { ${nested(levels - 1, first)} } } }`;
}

const REFUSED = {
  data: null,
  errors: [
    {
      message: expect.stringMatching(/more than 100000 items together.*`first`/) as string,
      extensions: { code: 'QUERY_TOO_LARGE', setting: 'listItems', limit: 100_000 },
    },
  ],
};

let served: Served;
let client: Client;

beforeAll(async () => {
  const nodes = Array.from({ length: 60 }, (_, index) => node(`node-${index}`));
  const sights = [{ subject: 'nodes', kind: ResourceKind.NODE }];
  // Most of these are refused before they are executed, otherwise.
  served = await serve({ facts: [...SMALL_FACTS, source(sights), ...nodes], serverLimits: { cost: 1e12 } });
  client = connect(served);
});

afterAll(async () => {
  await client.dispose();
  await served.stop();
});

/** Anything that depends on anything: one of each type at each level, once it is compiled. */
function dependent(levels: number): string {
  return levels === 0 ? '__typename' : `dependsOn(first: 1) { nodes { ${dependent(levels - 1)} } }`;
}

/** What one who asks next to it may wait: it takes minutes, and all memory, to compile. */
const SOON = 3_000;

/** @param variables that it does not use, for an answer of its own */
async function ask(query: string, variables = {}): Promise<unknown> {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

describe('a short query that multiplies', () => {
  it.each([3, 4])('is refused as a whole and in a few words: %i levels', async (levels) => {
    expect(await ask(`{ ${nested(levels)} }`)).toEqual(REFUSED);
  });

  it('is refused over WebSocket alike', async () => {
    const listening = listen(client, `{ ${nested(4)} }`);
    await listening.over;
    expect(listening.heard).toEqual([REFUSED]);
  });

  it('counts pages, though nothing is on them', async () => {
    const counts = Array.from(
      { length: 30 },
      (_, index) => `a${index}: nodes(filter: { name: "none" }) { totalCount }`,
    );
    const query = `{ nodes(first: 60) { nodes { cluster { nodes(first: 60) { nodes { cluster { ${counts.join(' ')} } } } } } } }`;
    expect(await ask(query)).toEqual(REFUSED);
  });

  it('is answered where it stays within bounds, and the next one anew', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(await ask(`{ ${nested(2)} }`)).toMatchObject({ data: { nodes: { nodes: expect.any(Array) as unknown } } });
    }
  });

  it('is not compiled, however often it is asked', async () => {
    const start = performance.now();
    for (let time = 0; time < 3; time += 1)
      expect(await ask(`{ resource(id: "none") { ${dependent(4)} } }`, { time })).toEqual({ data: { resource: null } });
    expect(performance.now() - start).toBeLessThan(SOON);
  });

  it('is not compiled for subscribers, however many events there are', async () => {
    const start = performance.now();
    const listening = listen(
      client,
      `subscription { healthChanges(initial: true) { type resource { ${dependent(4)} } } }`,
    );
    await listening.until((_, count) => count === 3);
    listening.leave();
    expect(performance.now() - start).toBeLessThan(SOON);
  });
});
