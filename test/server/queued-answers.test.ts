import { type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { QueuedAnswers } from '../../src/server/queued-answers.js';
import { until } from '../support/until.js';

let server: Server;
let client: Socket;
let begun: ServerResponse[];
/** Which were closed, in turn. */
let closed: string[];

beforeEach(async () => {
  const queued = new QueuedAnswers();
  [begun, closed] = [[], []];
  server = createServer((request, response) => {
    queued.add(request, response);
    response.on('close', () => closed.push(request.url ?? ''));
    begun.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => undefined);
  client.write(['/a', '/b', '/c'].map((path) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`).join(''));
  await until(() => begun.length === 3);
});

afterEach(() => {
  client.destroy();
  server.close();
});

it('answers that wait behind another are closed with their connection', async () => {
  client.destroy();
  await until(() => closed.length === 3);
  expect([...closed].sort()).toEqual(['/a', '/b', '/c']);
  expect(begun.map(({ destroyed }) => destroyed)).toEqual([true, true, true]);
});

it('those whose turn came are closed once', async () => {
  begun[0]?.end('a');
  await until(() => closed.includes('/a') && begun[1]?.socket !== null);
  client.destroy();
  await until(() => closed.length === 3);
  // A second time would come within the same turn.
  await new Promise(setImmediate);
  expect([...closed].sort()).toEqual(['/a', '/b', '/c']);
});
