import type { HealthChangeRecord } from '../../../src/model/change.js';
import type { LiveEvent, LiveField } from '../../../src/resolvers/live-field.js';
import type { LiveClient } from '../../../src/server/live/live-client.js';
import type { LiveGroup } from '../../../src/server/live/live-group.js';
import { LiveOpening } from '../../../src/server/live/live-opening.js';

/** A field whose events are their sequences. */
export function fieldOf(more: Partial<LiveField> = {}): LiveField {
  return {
    delivery: 'every',
    startArguments: [],
    topics: () => [],
    from: () => null,
    opening: () => [],
    event: ({ sequence }) => ({ sequence, root: null }),
    bookmark: (sequence) => ({ sequence, isBookmark: true, root: null }),
    ...more,
  };
}

export interface Fake extends LiveClient {
  readonly said: string[];
  readonly closed: number[];
}

/** A client that takes everything at once. */
export function fakeClient(more: Partial<LiveClient> = {}): Fake {
  const said: string[] = [];
  const closed: number[] = [];
  return {
    said,
    closed,
    wire: { writableLength: 0 },
    send: (payload, taken) => {
      said.push(payload.toString());
      taken?.();
    },
    isClogged: () => false,
    drained: () => Promise.resolve(true),
    close: (code) => closed.push(code),
    ...more,
  };
}

/** Of a client that takes nothing. */
export const deaf: Partial<LiveClient> = { isClogged: () => true, drained: () => new Promise(() => undefined) };

/** Begins behind a change, with so many events first. */
export function after(sequence: number, events: readonly LiveEvent[] = []): LiveOpening {
  return new LiveOpening({ from: sequence, sequence, events });
}

export function take(group: LiveGroup, ...sequences: readonly number[]): void {
  for (const sequence of sequences) group.take({ sequence } as HealthChangeRecord);
}

export const answer = ({ sequence, isBookmark }: LiveEvent): Promise<Buffer> =>
  Promise.resolve(Buffer.from(isBookmark === true ? `bookmark ${sequence}` : `${sequence}`));

/** Some turns of the event loop: on a slow machine work that takes turns has more than one. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
}
