/**
 * What time it is where the facts come from. A browser's clock may be wrong, and a replay runs ahead of every clock: ages are
 * told against the latest instant that the server is known to have reached.
 */
interface Reached {
  /** An instant of the server, in milliseconds. */
  readonly at: number;
  /** When that was heard, on a clock that nobody sets. */
  readonly heardAt: number;
}

let reached: Reached | null = null;

export function serverNow(): number {
  return reached === null ? Date.now() : reached.at + performance.now() - reached.heardAt;
}

/** The server has got at least as far as this. */
export function noteServerTime(at: string): void {
  const instant = Date.parse(at);
  if (Number.isNaN(instant) || (reached !== null && instant <= serverNow())) return;
  reached = { at: instant, heardAt: performance.now() };
}

/** What an answer says in its `Date` header, to the second; where nothing better is known. */
export function noteAnswerDate(date: string | null): void {
  if (date !== null) noteServerTime(date);
}
