import type { Gap } from './gap.js';
import { Store } from './store.js';

/** What the page is about: how old that is, and the question behind it. */
export interface Shown {
  readonly hasData: boolean;
  /** When it was asked for, on the page's own clock (`performance.now`). */
  readonly readAt: number;
  /** Why there is nothing newer; null while there is. */
  readonly failure: string | null;
  readonly gaps: readonly Gap[];
  readonly document: string;
  /** As JSON. */
  readonly variables: string;
}

export const shown = new Store<Shown | null>(null);

/** The page is left. */
export function forgetShown(): void {
  shown.set(null);
}
