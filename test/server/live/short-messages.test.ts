import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { ShortMessages } from '../../../src/server/live/short-messages.js';

const QUERY = 'subscription { healthChanges { type } }';

let socket: EventEmitter;
let messages: ShortMessages;
/** What the library is told. */
let told: string[];

beforeEach(() => {
  socket = new EventEmitter();
  told = [];
  socket.on('message', (data: unknown) => told.push(String(data)));
  messages = new ShortMessages(socket as WebSocket);
});

const say = (text: string): unknown => socket.emit('message', Buffer.from(text), false);
const subscribe = (payload: object): string => JSON.stringify({ id: 'a', type: 'subscribe', payload });

it('a usual message is handed on as it is', () => {
  say(subscribe({ query: QUERY }));
  expect(told).toEqual([subscribe({ query: QUERY })]);
  expect(messages.take()).toBeNull();
});

it.each([
  ['spaces', subscribe({ query: QUERY }) + ' '.repeat(1_000), { query: QUERY }],
  ['a long query', subscribe({ query: QUERY + ' '.repeat(1_000) }), { query: QUERY + ' '.repeat(1_000) }],
  ['its type written otherwise', `${subscribe({ query: QUERY }).replace('subscribe', '\\u0073ubscribe')}${' '.repeat(1_000)}`, { query: QUERY }], // prettier-ignore
])('of a long one the library hears no more than that something is asked: %s', (_, text, payload) => {
  say(text);
  expect(told).toEqual([subscribe({ query: '' })]);
  expect(messages.take()).toEqual(payload);
  expect(messages.take()).toBeNull();
});

it('what the library did not want to know is not taken for what is asked next', () => {
  say(subscribe({ query: QUERY }) + ' '.repeat(1_000));
  say(subscribe({ query: '{ other }' }));
  expect(messages.take()).toBeNull();
});

it.each(['x'.repeat(1_000), `{"type":"ping"}${' '.repeat(1_000)}`, subscribe({}) + ' '.repeat(1_000)])(
  'all else is handed on as it is, and refused by the library where it is wrong',
  (text) => {
    say(text);
    expect(told).toEqual([text]);
    expect(messages.take()).toBeNull();
  },
);
