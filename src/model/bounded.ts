import { createHash } from 'node:crypto';
import { cut } from './cut.js';

/**
 * So long is a name or a version at the most that a watched system tells, in UTF-16 units. What Kubernetes, Kafka's topics and
 * DNS allow ends at half of it; consumer groups, connectors and labels of proxies may be called anything.
 */
export const LONGEST_NAME = 500;

/** As long as tells any two of them apart: 132 bits. */
const MARK_LENGTH = 22;

/**
 * A name or a version from outside, before it becomes a fact. One that is too long is cut, and ends in a mark of the whole: two
 * that begin alike stay two, and the same one is called the same wherever it is told. Done twice, it changes nothing.
 */
export function bounded<T extends string | null>(text: T): T;
export function bounded(text: string | null): string | null {
  if (text === null || text.length <= LONGEST_NAME) return text;
  const mark = createHash('sha256').update(text).digest('base64url').slice(0, MARK_LENGTH);
  return `${cut(text, LONGEST_NAME - MARK_LENGTH - 1)}${mark}`;
}
