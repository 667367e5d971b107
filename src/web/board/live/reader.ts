import type { TypedDocumentString } from '../../graphql/graphql.js';
import { NoAnswer, ask } from './endpoint.js';
import type { Gap } from './gap.js';
import { type Pace, Pacer } from './pacer.js';
import { Store } from './store.js';

/** What a question was answered, and how that stands now. */
export interface Reading<T> {
  /** The last answer; null before the first. */
  readonly data: T | null;
  readonly gaps: readonly Gap[];
  /** When it was asked for, on the page's own clock (`performance.now`). */
  readonly readAt: number;
  /** Why there was no newer answer; null while there is. */
  readonly failure: string | null;
}

/** Keeps the answer to one question up to date while somebody looks at it. */
export class Reader<T, V> {
  readonly reading = new Store<Reading<T>>({ data: null, gaps: [], readAt: 0, failure: null });
  private readonly pacer: Pacer;

  constructor(
    private readonly document: TypedDocumentString<T, V>,
    private readonly variables: V,
    pace?: Pace,
  ) {
    this.pacer = new Pacer((over) => this.ask(over), pace);
  }

  /** Asks, and asks again after each change and now and then. Returns how to end that. */
  open(): () => void {
    return this.pacer.open();
  }

  private async ask(over: AbortSignal): Promise<boolean> {
    const readAt = performance.now();
    try {
      const { data, gaps } = await ask(this.document, this.variables, over);
      if (!over.aborted) this.reading.set({ data, gaps, readAt, failure: null });
      return true;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.reading.set({ ...this.reading.get(), failure: error.message });
      return false;
    }
  }
}
