import { InvalidArgumentError, Option } from 'commander';
import { formatDuration, parseDuration } from '../model/duration.js';
import { DAY, type Milliseconds } from '../model/time.js';

/** Exit code for what the caller can mend: configuration, files, a port in use. */
export const USAGE = 2;

/** An option that takes a length of time such as `30s`. */
export function timeOption(flags: string, description: string, usual: Milliseconds): Option {
  return new Option(flags, description).argParser(parseTime).default(usual, formatDuration(usual));
}

/** What timers of Node.js can wait for is little more. */
const LONGEST: Milliseconds = 24 * DAY;

function parseTime(text: string): Milliseconds {
  const duration = parseDuration(text);
  if (duration !== null && duration > LONGEST) throw new InvalidArgumentError('It is no longer than 24d.');
  if (duration !== null && duration > 0) return duration;
  throw new InvalidArgumentError('It is a length of time such as 10m.');
}
