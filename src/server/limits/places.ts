import type { Milliseconds } from '../../model/time.js';
import { ClientCounts } from './client-counts.js';

interface Most {
  readonly inTotal: number;
  readonly perClient: number;
}

interface PlacesOptions {
  readonly atOnce: Most;
  /** Of those who find no place. */
  readonly waiting: Most;
  /** How long one waits. */
  readonly patience: Milliseconds;
}

/** A place, as how it is left. */
export type Place = () => void;

interface Waiting {
  readonly client: string;
  readonly end: (place: Place | null) => void;
}

/** Places for what is done for clients: so many at once, and a queue, bounded in number and in time, of those who find none. */
export class Places {
  private readonly taken: ClientCounts;
  private readonly queued: ClientCounts;
  private readonly queue = new Set<Waiting>();

  constructor(private readonly options: PlacesOptions) {
    this.taken = new ClientCounts(options.atOnce);
    this.queued = new ClientCounts(options.waiting);
  }

  /** One that is free; null: none is. */
  take(client: string): Place | null {
    if (this.taken.excess(client) !== null) return null;
    const leave = this.taken.enter(client);
    return () => {
      leave();
      this.callNext();
    };
  }

  /** The next one that is; null: too many wait for one, or it took too long. */
  next(client: string): Promise<Place | null> {
    if (this.queued.excess(client) !== null) return Promise.resolve(null);
    const leaveQueue = this.queued.enter(client);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        client,
        end: (place) => {
          clearTimeout(deadline);
          this.queue.delete(waiting);
          leaveQueue();
          resolve(place);
        },
      };
      const deadline = setTimeout(waiting.end, this.options.patience, null);
      this.queue.add(waiting);
    });
  }

  /** One place is free: it is for the first who may have it. */
  private callNext(): void {
    for (const { client, end } of this.queue) {
      const place = this.take(client);
      if (place === null) continue;
      end(place);
      return;
    }
  }
}
