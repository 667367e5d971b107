import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from './time.js';

const UNITS: readonly (readonly [string, Milliseconds])[] = [
  ['d', DAY],
  ['h', HOUR],
  ['m', MINUTE],
  ['s', SECOND],
  ['ms', 1],
];

/** What `parseDuration` reads. */
export const DURATION_PATTERN = /^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/;

/** Whether a limit of this name is a length of time, which is written as one, such as `for: 10m`; see `LimitValues`. */
export function isLengthOfTime(limitName: string): boolean {
  return /(?:^for|^window|^horizon|For|Within|After|Window|Horizon)$/.test(limitName);
}

/** Reads "500ms", "30s", "5m", "1h30m", "4d". Null for anything else. */
export function parseDuration(text: string): Milliseconds | null {
  if (!DURATION_PATTERN.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)) {
    total += Number(amount) * (UNITS.find(([name]) => name === unit)?.[1] ?? 0);
  }
  return total;
}

/** Writes a length of time in the largest units that say it exactly, such as 1h30m; 0s for none. */
export function formatDuration(duration: Milliseconds): string {
  let left = Math.round(duration);
  let text = '';
  for (const [name, size] of UNITS) {
    const amount = Math.floor(left / size);
    if (amount > 0) text += `${amount}${name}`;
    left -= amount * size;
  }
  return text === '' ? '0s' : text;
}

/** Writes a length of time as a person would say it: the two largest units, such as 3m12s. */
export function describeDuration(duration: Milliseconds): string {
  const size = duration >= DAY ? HOUR : duration >= HOUR ? MINUTE : SECOND;
  return formatDuration(Math.max(0, Math.floor(duration / size) * size));
}
