import { Store } from './store.js';

/** Who looks, where the server asks for it. */
export interface Visitor {
  /** Kept in the memory of the page alone, as GraphiQL's page keeps its headers: it is gone when the page is. */
  readonly token: string | null;
  /** Why the server wants another one; null while it does not. */
  readonly refusal: string | null;
}

export const visitor = new Store<Visitor>({ token: null, refusal: null });

export function authorization(): Record<string, string> {
  const { token } = visitor.get();
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

/** The server does not let in who comes with this token, or without one. */
export function refused(token: string | null, why: string): void {
  // An answer to an older token says nothing about this one.
  if (visitor.get().token === token) visitor.set({ token: null, refusal: why });
}

export function enter(token: string): void {
  visitor.set({ token, refusal: null });
}
