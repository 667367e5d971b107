import { type Scope, scopeKey } from '../../model/scope.js';
import { type Milliseconds, SECOND } from '../../model/time.js';
import type { Site } from '../site.js';
import { within } from '../within.js';

/** So many scopes are served at once: each takes the room of what may be seen with it. */
const MOST_SITES = 32;

/** How long somebody waits until all that may be seen with a scope is judged. */
const OPENED_WITHIN: Milliseconds = 20 * SECOND;

/** So long one is kept that was made: were they given up at once, more scopes than there is room for would be filled anew at each request. */
const LEAST_STAY: Milliseconds = 30 * SECOND;

/** What answers for a scope, and how to give up what that takes. */
export interface OpenedSite {
  readonly site: Site;
  close(): Promise<void>;
}

/** A site for as long as somebody uses it. */
export interface Stay {
  readonly site: Site;
  /** To be called once. */
  readonly leave: () => void;
}

interface Place {
  readonly opening: Promise<OpenedSite>;
  readonly since: Milliseconds;
  /** Once it is open. */
  site: Site | null;
  guests: number;
}

/** Sites by what may be seen there: made when somebody comes, given up when room is wanted and nobody is there. */
export class Sites {
  /** From the one that was left alone longest. */
  private readonly places = new Map<string, Place>();

  constructor(
    private readonly open: (scope: Scope) => Promise<OpenedSite>,
    private readonly onDefect: (error: unknown) => void,
    private readonly most = MOST_SITES,
    /** Milliseconds that only go forward. */
    private readonly now: () => Milliseconds = () => performance.now(),
  ) {}

  /**
   * Null: so many others are there that there is no room. Rejects where it cannot be opened, or not in time: it may be ready for
   * who comes later.
   */
  async enter(scope: Scope): Promise<Stay | null> {
    const key = scopeKey(scope);
    const place = this.places.get(key) ?? this.begin(scope);
    if (place === null) return null;
    // Behind all others: it is the last to be given up.
    this.places.delete(key);
    this.places.set(key, place);
    place.guests += 1;
    try {
      if (!(await within(OPENED_WITHIN, place.opening)))
        throw new Error('what may be seen with a scope is not judged yet');
      const { site } = await place.opening;
      return { site, leave: () => (place.guests -= 1) };
    } catch (error) {
      place.guests -= 1;
      throw error;
    }
  }

  /** Live subscriptions of all of them. */
  get subscribers(): number {
    return [...this.places.values()].reduce((sum, { site }) => sum + (site?.live.subscribers ?? 0), 0);
  }

  async stop(): Promise<void> {
    const places = [...this.places.values()];
    this.places.clear();
    await Promise.all(places.map((place) => this.close(place)));
  }

  private begin(scope: Scope): Place | null {
    if (this.places.size >= this.most && !this.makeRoom()) return null;
    const place: Place = { opening: this.open(scope), since: this.now(), site: null, guests: 0 };
    place.opening.then(
      ({ site }) => (place.site = site),
      () => {
        const key = scopeKey(scope);
        if (this.places.get(key) === place) this.places.delete(key);
      },
    );
    return place;
  }

  private makeRoom(): boolean {
    for (const [key, place] of this.places) {
      if (place.guests > 0 || this.now() - place.since < LEAST_STAY) continue;
      this.places.delete(key);
      this.close(place).catch(this.onDefect);
      return true;
    }
    return false;
  }

  private async close({ opening }: Place): Promise<void> {
    const opened = await opening.catch(() => null);
    await opened?.close();
  }
}
