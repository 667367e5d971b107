import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLScalarType } from 'graphql';

/** The pods of the file that was given, with the same schema and the same work for each field as in Vitals. */
const pods = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const DateTime = new GraphQLScalarType({ name: 'DateTime', serialize: (at) => new Date(at).toISOString() });

export const typeDefs = `
  scalar DateTime
  enum PodPhase { PENDING RUNNING SUCCEEDED FAILED UNKNOWN }
  enum HealthStatus { HEALTHY PROGRESSING DEGRADED UNKNOWN UNHEALTHY NOT_CONFIGURED }
  input PodFilter { namespaces: [String!] }
  type Health { status: HealthStatus! since: DateTime! observedAt: DateTime isStale: Boolean! }
  type Pod {
    id: ID!
    name: String!
    phase: PodPhase!
    restarts: Int!
    createdAt: DateTime!
    startedAt: DateTime
    displayStatus: String!
    isReady: Boolean
    health: Health!
  }
  type PodConnection { nodes: [Pod!]! totalCount: Int! }
  type Query { pods(filter: PodFilter, first: Int! = 50): PodConnection }
`;

export const resolvers = {
  DateTime,
  Query: {
    pods: (_, { filter, first }) => {
      const found = pods.filter(({ namespace }) => filter?.namespaces == null || filter.namespaces.includes(namespace));
      return { nodes: found.slice(0, first), totalCount: found.length };
    },
  },
  Pod: { health: ({ health }) => health },
};

export const schema = makeExecutableSchema({ typeDefs, resolvers });

/** Tells the bench where this listens. */
export function listening(port) {
  process.stdout.write(`http://127.0.0.1:${port}/graphql\n`);
}
