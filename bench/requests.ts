import { join } from 'node:path';
import { outputOf, type Served } from './processes.js';

const BENCH = import.meta.dirname;
const CONNECTIONS = 8;

export interface Question {
  readonly query: string;
  readonly variables?: object;
}

/** What a server answers to it; refused where it is an error. */
export async function answerOf({ name, url }: Served, question: Question): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(question),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  if (answer.errors !== undefined || answer.data == null)
    throw new Error(`${name}: ${JSON.stringify(answer).slice(0, 500)}`);
  return answer.data;
}

/** Requests answered a second, asked by wrk, a process of its own, for so many seconds. */
export async function rateOf({ name, url }: Served, question: Question, seconds: number): Promise<number> {
  const command = ['wrk', '--threads', '1', '--connections', String(CONNECTIONS), '--duration', `${seconds}s`, '--timeout', '30s', '--script', join(BENCH, 'post.lua'), url]; // prettier-ignore
  const report = await outputOf(command, { BENCH_BODY: JSON.stringify(question) }, (seconds + 60) * 1_000);
  const rate = Number(/^Requests\/sec:\s+([\d.]+)/m.exec(report)?.[1] ?? 0);
  const isBad = /Non-2xx|Socket errors/.test(report);
  if (isBad || rate === 0) throw new Error(`${name} did not answer every request:\n${report}`);
  return rate;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
