import type { ServerResponse } from 'node:http';
import { UnreadAnswers } from '../../src/server/unread-answers.js';
import { until } from '../support/until.js';

const TIMEOUT = 60;

let unread: UnreadAnswers;
let timers: (readonly [name: string, timeout: number])[];

beforeEach(() => {
  unread = new UnreadAnswers(TIMEOUT);
  timers = [];
});

afterEach(() => {
  unread.stop();
});

interface State {
  writableEnded: boolean;
  readonly socket: object | null;
}

function begun(name: string, state: State): State {
  const response = Object.assign(state, { setTimeout: (timeout: number) => timers.push([name, timeout]) });
  unread.add(response as unknown as ServerResponse);
  return response;
}

it('an answer gets a timer once it is ready and was not taken at once, and no other does', async () => {
  const socket = {};
  begun('is ready', { writableEnded: true, socket });
  const later = begun('is ready later', { writableEnded: false, socket });
  begun('waits behind another', { writableEnded: true, socket: null });
  unread.delete(begun('is over', { writableEnded: true, socket }) as unknown as ServerResponse);
  await until(() => timers.length > 0);
  later.writableEnded = true;
  await until(() => timers.length > 1);
  expect(timers).toEqual([
    ['is ready', TIMEOUT],
    ['is ready later', TIMEOUT],
  ]);
});
