import { createServer } from 'node:net';
import { PostgresConnection } from '../../../src/sources/postgres/postgres.connection.js';
import { postgresConfigSchema } from '../../../src/sources/postgres/postgres.config.js';
import { LoopbackServers } from '../../support/loopback-servers.js';
import { ManualClock } from '../../support/manual-clock.js';

const servers = new LoopbackServers();

afterEach(() => servers.close());

const message = (code: string, ...body: number[]): Buffer =>
  Buffer.from([code.charCodeAt(0), 0, 0, 0, body.length + 4, ...body]);

const READY = message('Z', 'I'.charCodeAt(0));
const WELCOME = Buffer.concat([message('R', 0, 0, 0, 0), READY]);
const DONE = Buffer.concat([message('C', ...Buffer.from('SET\0')), READY]);

it('says goodbye, and waits a second of its clock for a server that does not hang up', async () => {
  const clock = new ManualClock();
  const heard: Buffer[] = [];
  const port = await servers.listen(
    // It keeps its own half open, whoever has said goodbye.
    createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('data', (data) => {
        heard.push(data);
        if (heard.length === 1) socket.write(WELCOME);
        else if (data.toString('latin1').startsWith('Q')) socket.write(DONE);
      });
    }),
  );
  const config = postgresConfigSchema.parse({ name: 'meta', host: '127.0.0.1', port });
  let isLost = false;
  const connection = new PostgresConnection(config, clock, () => {
    isLost = true;
  });
  await connection.open();
  const closed = connection.close();
  expect(clock.nextAt).toBe(clock.now() + 1_000);
  clock.advance(1_000);
  await closed;
  expect(clock.nextAt).toBeNull();
  expect(isLost).toBe(false);
});
