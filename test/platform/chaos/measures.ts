import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Names the file in which tests note what they measured; without it nothing is kept. */
export const MEASURES_VARIABLE = 'VITALS_CHAOS_MEASURES';

/** What one test did, what it holds Vitals to, and what came of it. */
export interface Measure {
  /** Of the list of what is tried. */
  readonly trial: string;
  /** Which of several tests of that. */
  readonly name: string;
  /** A sentence: what is promised. */
  readonly promised: string;
  /** A few words with their units: what was measured. */
  readonly measured: string;
}

/** Said as it comes, and kept: a run may take hours, and be ended before it is over. */
export function note(measure: Measure): void {
  process.stdout.write(`${measure.trial}: ${measure.name}: ${measure.measured}\n`);
  const file = process.env[MEASURES_VARIABLE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(measure)}\n`);
}

/** All that were noted, in their order. */
export function readMeasures(file: string): readonly Measure[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Measure);
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
export const mebibytes = (bytes: number): string => `${Math.round(bytes / 1_024 ** 2)} MiB`;
