/**
 * A point in time: milliseconds since the Unix epoch. Every field of this type is named `…At` or `…Since`, and no other
 * number is: a recording finds times by that name and shifts them all alike (held by the architecture test).
 */
export type Instant = number & { readonly __instant: unique symbol };

/** A length of time in milliseconds. */
export type Milliseconds = number;

export const SECOND: Milliseconds = 1_000;
export const MINUTE: Milliseconds = 60 * SECOND;
export const HOUR: Milliseconds = 60 * MINUTE;
export const DAY: Milliseconds = 24 * HOUR;

/** Whether a field of this name holds an `Instant`. */
export function isInstantName(field: string): boolean {
  return /(?:^at|At|^since|Since)$/.test(field);
}

export function instant(milliseconds: number): Instant {
  return milliseconds as Instant;
}

/** Reads an RFC 3339 time; null where there is none or it cannot be read. */
export function parseInstant(text: string | null | undefined): Instant | null {
  if (text == null) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : instant(milliseconds);
}

/** The first of them; null where there are none. */
export function earliest(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : (Math.min(...times) as Instant);
}

/** The last of them; null where there are none. */
export function latest(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : (Math.max(...times) as Instant);
}

/** The instant `duration` after `from`. */
export function after(from: Instant, duration: Milliseconds): Instant {
  return (from + duration) as Instant;
}
