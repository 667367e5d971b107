import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Sender, WebSocketServer } from 'ws';

/** The limit: each socket is sent a frame that was ready. The file that was given holds the events. */
const events = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const now = () => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e6 + nanoseconds / 1e3;
};

const subscribers = [];
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (client, request) => {
  client.on('message', (text) => {
    const { type, id } = JSON.parse(text.toString());
    if (type === 'connection_init') client.send('{"type":"connection_ack"}');
    if (type !== 'subscribe') return;
    const frames = events.map((payload) => {
      const message = Buffer.from(JSON.stringify({ id, type: 'next', payload }));
      return Buffer.concat(Sender.frame(message, { fin: true, opcode: 1 }));
    });
    subscribers.push({ wire: request.socket, frames });
  });
});

let turn = 0;
process.on('message', ({ number, order }) => {
  if (order !== 'change') return;
  turn += 1;
  const result = now();
  for (const { wire, frames } of subscribers) wire.write(frames[turn % frames.length]);
  process.send({ number, result });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}/graphql\n`));
