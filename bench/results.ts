import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'results.json');

/** One row of `results.json`. */
export interface Result {
  readonly measure: string;
  readonly unit: string;
  readonly ours: number;
  /** What ready bytes reach; null where nothing is said to bound it. */
  readonly limit: number | null;
  /** Null: it was tried, and could not do it. */
  readonly peers: Readonly<Record<string, number | null>>;
  /** To what it is held against: the first peer, or else the limit or the goal; null where none is told. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly holds: boolean;
}

/** Replaces the rows that were measured, and keeps all others. */
export async function keepResults(results: readonly Result[]): Promise<void> {
  const kept = JSON.parse(await readFile(FILE, 'utf8')) as readonly Result[];
  const measured = new Map(results.map((result) => [result.measure, result]));
  const rows = kept.map((row) => measured.get(row.measure) ?? row);
  const known = new Set(kept.map(({ measure }) => measure));
  await replaceResults([...rows, ...results.filter(({ measure }) => !known.has(measure))]);
}

/** All of it was measured: what else is there is of another time, and goes. */
export async function replaceResults(results: readonly Result[]): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(results, null, 2)}\n`);
}

export function round(value: number): number {
  return Number(value.toPrecision(4));
}
