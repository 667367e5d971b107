import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { listening, schema } from './pods-schema.mjs';

const server = createServer(createYoga({ schema, logging: false }));
server.listen(0, '127.0.0.1', () => listening(server.address().port));
