/** How long what came since the page was opened is shown as new. */
export const NEW_FOR = 60_000;

/** When what is new came, by its id. It holds none that is not there any more. */
export type Arrivals = ReadonlyMap<string, number>;

/** With those that came at `at`: each is new for its own time, however many come after it. */
export function withArrived(
  known: Arrivals,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
  at: number,
): Arrivals {
  const came = [...now].filter((id) => !before.has(id)).map((id) => [id, at] as const);
  // What went and came again is new again.
  const stayed = [...known].filter(([id]) => now.has(id));
  return new Map([...stayed, ...came]);
}

/** Those that are new still. */
export function stillNew(known: Arrivals, at: number): Arrivals {
  return new Map([...known].filter(([, arrivedAt]) => at - arrivedAt < NEW_FOR));
}
