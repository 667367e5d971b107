import type { ListRowFragment } from '../../graphql/graphql.js';
import { NoAnswer, ask } from '../live/endpoint.js';
import type { Gap } from '../live/gap.js';
import { Pacer } from '../live/pacer.js';
import { Store } from '../live/store.js';
import { type Change, stream } from '../live/stream.js';
import { type ListKind, type Wanted, chosen, variablesOf } from './kinds.js';

/** The longest that the graph gives. A list of more rows is not read again by itself. */
export const PAGE = 500;

/** More are found by a filter. */
export const MOST_ROWS = 20_000;

/** A list as far as it was read. */
export interface Listing {
  readonly rows: readonly ListRowFragment[];
  /** How many there are on all pages; null before the first was read, or where the list was never obtained. */
  readonly totalCount: number | null;
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
  readonly hasData: boolean;
  readonly gaps: readonly Gap[];
  /** When the oldest of it was asked for, on the page's own clock (`performance.now`). */
  readonly readAt: number;
  readonly failure: string | null;
  /** Changes of this kind that it may lack. */
  readonly missed: number;
}

const NOTHING: Listing = {
  rows: [],
  totalCount: null,
  next: null,
  hasData: false,
  gaps: [],
  readAt: 0,
  failure: null,
  missed: 0,
};

/**
 * Reads a list page by page, as far as somebody looks. While it is one page it is kept up to date as all pages are; of a longer
 * one, rows are marked with their new status where they stand, and it is said how old it is and how much has changed since.
 */
export class ListReader {
  readonly listing = new Store<Listing>(NOTHING);
  private readonly pacer = new Pacer((over) => this.readFirst(over));
  private life = new AbortController();
  private isReading = false;

  constructor(
    private readonly kind: ListKind,
    private readonly wanted: Wanted,
  ) {}

  open(): () => void {
    const life = (this.life = new AbortController());
    const ignore = stream.onChange((change) => {
      if (change !== null) this.note(change);
    });
    const close = this.pacer.open();
    return () => {
      ignore();
      close();
      life.abort();
      this.isReading = false;
    };
  }

  /** From its beginning. */
  readAgain(): void {
    const before = this.listing.get();
    // Where the next page begins is known again once the first one was read: after it, not after what is dropped here.
    this.listing.set({ ...before, rows: before.rows.slice(0, PAGE), next: null });
    this.pacer.want();
  }

  /** The next page, where there is one and it is not being read. */
  readMore(): void {
    const { signal } = this.life;
    this.readNext(signal)
      .then((isAnswered) => {
        if (!isAnswered && !signal.aborted) this.pacer.want();
      })
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
  }

  private async readFirst(over: AbortSignal): Promise<boolean> {
    const { rows, failure } = this.listing.get();
    if (rows.length <= PAGE) return this.read(null, over);
    // The page that could not be had is not only asked for again when somebody moves.
    return failure === null || this.readNext(over);
  }

  /** True where there was an answer, or nothing to ask. */
  private async readNext(over: AbortSignal): Promise<boolean> {
    const { next, rows } = this.listing.get();
    if (next === null || this.isReading || rows.length >= MOST_ROWS) return true;
    this.isReading = true;
    try {
      return await this.read(next, over);
    } finally {
      this.isReading = false;
    }
  }

  private async read(after: string | null, over: AbortSignal): Promise<boolean> {
    const { kind, wanted } = this;
    const before = this.listing.get();
    const readAt = performance.now();
    try {
      const variables = variablesOf(kind, wanted, PAGE);
      const { data, gaps } = await ask(kind.document, after === null ? variables : { ...variables, after }, over);
      const now = this.listing.get();
      // While the first page was read once more, the next one came: these rows stand together.
      if (after === null && now.rows.length > PAGE) return true;
      // While the next page was read, the rows before it were read once more, and end elsewhere.
      if (after !== null && now.next !== after) return true;
      const page = kind.pageOf(data);
      const rows = chosen(kind, wanted, page?.nodes ?? []);
      this.listing.set({
        rows: after === null ? rows : together(now.rows, rows),
        // Of what was read, less may be wanted; what was not read may be.
        totalCount: page === null ? null : page.totalCount - page.nodes.length + rows.length,
        next: page?.endCursor ?? null,
        hasData: true,
        gaps,
        readAt: after === null ? readAt : before.readAt,
        failure: null,
        missed: after === null ? 0 : now.missed,
      });
      return true;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.listing.set({ ...this.listing.get(), failure: error.message });
      return false;
    }
  }

  private note(change: Change): void {
    const { listing, kind } = this;
    const before = listing.get();
    if (change.resourceKind !== kind.kind || before.rows.length <= PAGE) return;
    const isMeant = ({ id }: ListRowFragment): boolean => id === change.resourceId;
    // There may be thousands, and most changes are of others.
    const rows = before.rows.some(isMeant)
      ? before.rows.map((row) => (isMeant(row) ? marked(row, change) : row))
      : before.rows;
    listing.set({ ...before, rows, missed: before.missed + 1 });
  }
}

/** As it is now; of what is gone, as it was. */
function marked(row: ListRowFragment, { status, isStale, at }: Change): ListRowFragment {
  if (status === null) return row;
  const since = status === row.health.status ? row.health.since : at;
  return { ...row, health: { ...row.health, status, isStale: isStale ?? false, since } };
}

/** A row that moved from one page to the next while they were read stands where it was read last. */
function together(before: readonly ListRowFragment[], more: readonly ListRowFragment[]): readonly ListRowFragment[] {
  const read = new Set(more.map(({ id }) => id));
  return [...before.filter(({ id }) => !read.has(id)), ...more];
}
