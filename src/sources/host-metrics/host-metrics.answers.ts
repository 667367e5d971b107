import type { PrometheusSample } from '../../clients/prometheus-answer.js';
import { getOrMake } from '../../model/get-or-make.js';
import { type Milliseconds, SECOND } from '../../model/time.js';
import { type Batch, PART_LABEL } from './host-metrics.query.js';

/** One reading of one resource. */
export interface Answer {
  readonly value: number | null;
  /** Why there is none. */
  readonly unavailable: string | null;
  /** How old it was when it was asked for; null: not known. */
  readonly age: Milliseconds | null;
}

/** Readings by their names. */
export type Answers = ReadonlyMap<string, Answer>;

/** By target, then by resource (the empty text where a target is one). */
export type AnswersByTarget = ReadonlyMap<string, ReadonlyMap<string, Answers>>;

/** Samples of one part, by resource. */
type Found = ReadonlyMap<string, readonly PrometheusSample[]>;

/**
 * Sorts the samples of a batch by target and resource. A reading that nothing was found for is missing.
 * @param label tells resources of one target apart; null: a target is one resource
 * @param staleAfter older than that, a value says nothing about now
 */
export function answersOf(
  { parts }: Batch,
  samples: readonly PrometheusSample[],
  label: string | null,
  staleAfter: Milliseconds,
): AnswersByTarget {
  const found = sorted(parts.length, samples, label);
  const times = new Map<string, Found>();
  for (const [index, { target, tells, readings }] of parts.entries()) {
    if (tells === 'takenAt') for (const reading of readings) times.set(`${target}/${reading}`, found[index] ?? NONE);
  }
  const answers = new Map<string, Map<string, Map<string, Answer>>>();
  for (const [index, { target, tells, readings }] of parts.entries()) {
    const ofTarget = getOrMake(answers, target, () => new Map<string, Map<string, Answer>>());
    if (tells === 'takenAt') continue;
    for (const reading of readings) {
      const taken = times.get(`${target}/${reading}`);
      for (const [resource, values] of found[index] ?? NONE) {
        const ofResource = getOrMake(ofTarget, resource, () => new Map<string, Answer>());
        ofResource.set(reading, answerOf(values, taken?.get(resource), staleAfter));
      }
    }
  }
  return answers;
}

const NONE: Found = new Map();

function sorted(count: number, samples: readonly PrometheusSample[], label: string | null): readonly Found[] {
  const found = Array.from({ length: count }, () => new Map<string, PrometheusSample[]>());
  for (const sample of samples) {
    const resource = label === null ? '' : sample.labels[label];
    const ofPart = found[Number(sample.labels[PART_LABEL])];
    if (resource !== undefined && ofPart !== undefined) getOrMake(ofPart, resource, () => []).push(sample);
  }
  return found;
}

function answerOf(
  [value, other]: readonly PrometheusSample[] = [],
  [taken]: readonly PrometheusSample[] = [],
  staleAfter: Milliseconds,
): Answer {
  const age = taken === undefined ? null : Math.max(0, taken.evaluatedAt - taken.value * SECOND);
  const without = (unavailable: string): Answer => ({ value: null, unavailable, age });
  // What Prometheus has no sample of now is no longer scraped, or was only once.
  if (value === undefined || age === null) return without('probe failed');
  if (other !== undefined) return without('ambiguous');
  if (age > staleAfter) return without('stale');
  if (Number.isNaN(value.value)) return without('idle');
  return Number.isFinite(value.value) ? { value: value.value, unavailable: null, age } : without('probe failed');
}
