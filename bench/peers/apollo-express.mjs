import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { listening, resolvers, typeDefs } from './pods-schema.mjs';

const apollo = new ApolloServer({ typeDefs, resolvers });
await apollo.start();
const server = express()
  .use('/graphql', express.json(), expressMiddleware(apollo))
  .listen(0, '127.0.0.1', () => listening(server.address().port));
