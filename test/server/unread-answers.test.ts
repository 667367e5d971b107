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

describe('what waits in all answers together', () => {
  const MOST = 1_000;
  const NAMES = ['a', 'b', 'c', 'd'];
  const all: UnreadAnswers[] = [];

  afterEach(() => {
    for (const one of all.splice(0)) one.stop();
  });

  /** Which of the answers that wait, by how long they are, are given up. */
  async function givenUp(...lengths: readonly number[]): Promise<readonly string[]> {
    const names: string[] = [];
    const waits = (writableLength: number, name: string): ServerResponse =>
      ({ writableLength, destroy: () => names.push(name) }) as unknown as ServerResponse;
    const looked = new UnreadAnswers(TIMEOUT, MOST);
    lengths.forEach((length, place) => {
      looked.add(waits(length, NAMES[place] ?? ''));
    });
    const over = waits(MOST, 'over');
    looked.add(over);
    looked.delete(over);
    // Looks after the other one: what it gives up says that both have looked.
    const after = new UnreadAnswers(TIMEOUT, MOST);
    after.add(waits(MOST + 1, 'after'));
    all.push(looked, after);
    await until(() => names.includes('after'));
    return names;
  }

  it.each<[string, readonly number[], readonly string[]]>([
    ['as much as may be', [600, 400], []],
    ['more: that of which most waits', [401, 600], ['b']],
    ['much more: until it is little enough', [400, 700, 500, 300], ['b', 'c']],
  ])('%s', async (_, lengths, names) => {
    expect(await givenUp(...lengths)).toEqual([...names, 'after']);
  });
});
