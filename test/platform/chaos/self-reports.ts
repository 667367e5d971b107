import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Platform } from '../support/platform.js';
import { type Launch } from '../support/vitals-process.js';
import { waitUntilNothingMissing } from '../support/wait.js';

const REPORTS_WITHIN = 20_000;

/** What Vitals holds after a collection; bytes, and how many of which sort its event loop waits for. */
export interface SelfReport {
  readonly at: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
  readonly resources: Readonly<Record<string, number>>;
}

/** What it waits for: `timers`, and whatever else. */
export function waitsOf({ resources }: SelfReport): { readonly timers: number; readonly handles: number } {
  const all = Object.values(resources).reduce((sum, count) => sum + count, 0);
  const timers = (resources['Timeout'] ?? 0) + (resources['Immediate'] ?? 0);
  return { timers, handles: all - timers };
}

/** How Vitals is started so that it can be asked what it holds. */
export function reportingTo(file: string): Launch {
  const options = `--expose-gc --import=file://${join(import.meta.dirname, 'self-report.mjs')}`;
  return { environment: { NODE_OPTIONS: options, VITALS_SELF_REPORT: file } };
}

function all(file: string): readonly SelfReport[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as SelfReport);
}

export async function reportOf(platform: Platform, name: string, file: string): Promise<SelfReport> {
  const before = all(file).length;
  platform.signal(name, 'SIGUSR2');
  const look = (): string | undefined => (all(file).length > before ? undefined : 'it says nothing');
  await waitUntilNothingMissing(`what ${name} holds`, look, { within: REPORTS_WITHIN, every: 50 });
  return all(file).at(-1) as SelfReport;
}

/** How much something rises, and how far off that may be by chance. */
export interface Trend {
  readonly slope: number;
  /** Its standard error. */
  readonly error: number;
}

/** Of the straight line that is nearest to these points: how much it rises in each unit of `x`. */
export function trendOf(points: readonly (readonly [x: number, y: number])[]): Trend {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const mean = (values: readonly number[]): number => sum(values) / values.length;
  const [x, y] = [mean(points.map(([one]) => one)), mean(points.map(([, other]) => other))];
  const spread = sum(points.map(([one]) => (one - x) ** 2));
  const slope = sum(points.map(([one, other]) => (one - x) * (other - y))) / spread;
  const left = sum(points.map(([one, other]) => (other - y - slope * (one - x)) ** 2));
  return { slope, error: Math.sqrt(left / (points.length - 2) / spread) };
}

/** What it rises by in that many units of `x` at the least, but for what may be chance; below 0: it need not rise at all. */
export function surelyRises({ slope, error }: Trend, units: number): number {
  return (slope - 2 * error) * units;
}
