import { withoutSecrets } from '../../clients/without-secrets.js';
import { cut } from '../../model/cut.js';
import { withoutRecords } from './connect-record-data.js';

/** A line longer than this says nothing that a person would read. */
const LONGEST_LINE = 300;

/**
 * The first line of a trace as people may see it: without secrets and records, and at most 300 characters long. Null where there
 * is none.
 */
export function firstLine(trace: string | null): string | null {
  const [line = ''] = (trace ?? '').trimStart().split(/[\r\n]/, 1);
  return legible(line);
}

const CAUSED_BY = '\nCaused by: ';

/** What the innermost exception of a trace says, in the same way: a sink's first line only says that it gives up. */
export function rootCause(trace: string | null): string | null {
  const start = trace?.lastIndexOf(CAUSED_BY) ?? -1;
  return start === -1 ? null : firstLine(trace?.slice(start + CAUSED_BY.length) ?? null);
}

function legible(line: string): string | null {
  const text = withoutRecords(withoutSecrets(line)).replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  return text.length > LONGEST_LINE ? cut(text, LONGEST_LINE - 1) : text;
}
