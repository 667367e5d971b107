import type { LiveEvent } from '../../../src/resolvers/live-field.js';
import { LiveGroup } from '../../../src/server/live/live-group.js';
import { LiveOpening } from '../../../src/server/live/live-opening.js';
import { Waiting } from '../../../src/server/live/waiting.js';
import { until } from '../../support/until.js';
import { answer, fakeClient, fieldOf, settled, take } from './live-fakes.js';

const noDefect = (error: unknown): void => {
  throw error;
};

/** A group that counts what it executes. */
function counting(): { readonly group: LiveGroup; readonly executed: () => number } {
  let executed = 0;
  const count = (event: LiveEvent): Promise<Buffer> => {
    executed += 1;
    return answer(event);
  };
  return { group: new LiveGroup(fieldOf(), {}, count, noDefect), executed: () => executed };
}

const eventsOf = (count: number, sequence = 7): LiveEvent[] =>
  Array.from({ length: count }, () => ({ sequence, root: null }));

const beginning = (events: readonly LiveEvent[]): LiveOpening => new LiveOpening({ from: null, sequence: 7, events });

describe('an opening', () => {
  it('is executed once for all who begin together, and then each hears what comes', async () => {
    const { group, executed } = counting();
    const all = Array.from({ length: 50 }, () => fakeClient());
    for (const client of all) group.join(client, group.openingOf(7) ?? beginning(eventsOf(20)));
    take(group, 8);
    await until(() => all.every(({ said }) => said.length === 21));
    expect(executed()).toBe(21);
    for (const { said } of all) expect(said).toEqual([...Array.from({ length: 20 }, () => '7'), '8']);
  });

  it('is nobody’s who begins after a change, or once it is over, or who resumes', async () => {
    const { group } = counting();
    expect(group.openingOf(7)).toBeNull();
    group.join(fakeClient(), beginning(eventsOf(1)));
    expect(group.openingOf(7)).not.toBeNull();
    expect(group.openingOf(8)).toBeNull();
    await settled();
    expect(group.openingOf(7)).toBeNull();
    group.join(fakeClient(), new LiveOpening({ from: 3, sequence: 7, events: eventsOf(1) }));
    expect(group.openingOf(7)).toBeNull();
  });

  it('is let go of by its group once all have heard it', async () => {
    const { group } = counting();
    const opening = beginning(eventsOf(3));
    for (let count = 0; count < 2; count += 1) group.join(fakeClient(), opening);
    expect(opening.events).toHaveLength(3);
    await settled();
    expect(group.size).toBe(2);
    expect(opening.events).toEqual([]);
  });

  it('is nobody’s who comes a second later: facts change without a change of verdicts', () => {
    let time = 0;
    const opening = new LiveOpening({ from: null, sequence: 7, events: eventsOf(1), now: () => time });
    opening.enter(new Waiting());
    expect(opening.isOf(7)).toBe(true);
    time += 1_000;
    expect(opening.isOf(7)).toBe(false);
  });

  it('keeps no more of what was executed than a few megabytes: who is far behind has it executed again', async () => {
    const waiting = new Waiting();
    const events = eventsOf(10);
    const opening = beginning(events);
    let executed = 0;
    const execute = (): Promise<Buffer> => {
      executed += 1;
      return Promise.resolve(Buffer.alloc(1_024 ** 2));
    };
    opening.enter(waiting);
    opening.enter(waiting);
    for (let time = 0; time < 2; time += 1) {
      for (const event of events) await opening.payload(event, waiting, execute);
      expect(opening.bytes).toBeLessThan(5 * 1_024 ** 2);
    }
    expect(executed).toBe(20);
    await opening.payload(events[9] as LiveEvent, waiting, execute);
    expect(executed).toBe(20);
    opening.leave(waiting);
    opening.leave(waiting);
    expect(opening.bytes).toBeLessThan(1_024 ** 2);
  });
});
