import { type GraphQLError, graphql } from 'graphql';
import { ServerMode } from '../../src/model/server.js';
import type { Instant } from '../../src/model/time.js';
import { type Graph, createGraph } from '../../src/resolvers/schema.js';
import type { World } from './judged.js';

/** A schema takes its time: one for all that is asked of a world. */
const graphs = new WeakMap<World, Graph>();

function graphOver(world: World): Graph {
  const { registry, clock } = world;
  const state = { version: '1', startedAt: 0 as Instant, mode: ServerMode.LIVE, recording: null };
  const refresher = { refresh: () => Promise.resolve() };
  const graph = graphs.get(world) ?? createGraph({ registry, clock, state, refresher });
  graphs.set(world, graph);
  return graph;
}

/** What the graph over a world answers to a query, as a client gets it. */
export async function asked(
  world: World,
  source: string,
): Promise<{ readonly data: unknown; readonly errors: readonly GraphQLError[] | undefined }> {
  const { schema, contextOf } = graphOver(world);
  const { data, errors } = await graphql({ schema, source, contextValue: contextOf(0) });
  return { data: JSON.parse(JSON.stringify(data)) as unknown, errors };
}

/** The same of a query that there is nothing to complain of. */
export async function dataOf(world: World, source: string): Promise<unknown> {
  const { data, errors } = await asked(world, source);
  expect(errors).toBeUndefined();
  return data;
}
