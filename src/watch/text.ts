import { styleText } from 'node:util';
import { type HealthStatus, type Severity } from '../model/health.js';
import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from '../model/time.js';
import type { Change } from './questions.js';

type Style = Parameters<typeof styleText>[0];

/** Styles a text, or leaves it as it is where nobody would see that. */
export type Painter = (style: Style, text: string) => string;

export const PLAIN: Painter = (_, text) => text;
export const COLOURED: Painter = styleText;

export const STATUS_STYLE: Readonly<Record<HealthStatus, Style>> = {
  HEALTHY: 'green',
  PROGRESSING: 'blue',
  DEGRADED: 'yellow',
  UNKNOWN: 'magenta',
  UNHEALTHY: ['red', 'bold'],
  NOT_CONFIGURED: 'gray',
};

/** A shape for each, so that nobody needs the colours. */
export const STATUS_MARK: Readonly<Record<HealthStatus, string>> = {
  HEALTHY: '●',
  PROGRESSING: '◐',
  DEGRADED: '▲',
  UNKNOWN: '?',
  UNHEALTHY: '✖',
  NOT_CONFIGURED: '·',
};

export const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  INFO: 'blue',
  WARNING: 'yellow',
  CRITICAL: ['red', 'bold'],
};

/**
 * What others named or said, as one line that is only shown: what a terminal would take for a command, or what would turn the
 * direction of writing, is left out.
 */
export function tame(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '');
}

/** The two largest units of a length of time: "3m 20s". */
export function lasting(time: Milliseconds): string {
  const units = [[DAY, 'd'], [HOUR, 'h'], [MINUTE, 'm'], [SECOND, 's']] as const; // prettier-ignore
  const left = Math.max(0, Math.floor(time / SECOND) * SECOND);
  const first = units.findIndex(([size]) => left >= size);
  if (first < 0) return '0s';
  const parts = units.slice(first, first + 2).map(([size, name], index) => {
    const amount = Math.floor((index === 0 ? left : left % (units[first]?.[0] ?? 1)) / size);
    return amount === 0 && index > 0 ? '' : `${amount}${name}`;
  });
  return parts.filter((part) => part !== '').join(' ');
}

/** One change as one line, for logs and pipes. */
export function lineOf(change: Change, paint: Painter): string {
  const { at, previousStatus, status, resourceKind, resourceName, namespace, cluster } = change;
  const place = [cluster, namespace, resourceName].filter((part) => part !== null).map(tame);
  const turn = previousStatus === status || previousStatus === null ? nameOf(status, paint) : `${previousStatus} → ${nameOf(status, paint)}`; // prettier-ignore
  const said = [
    ...[...change.raised, ...change.updated].map(({ severity, reason, message }) => `${paint(SEVERITY_STYLE[severity], severity)} ${reason}: ${tame(message ?? '')}`), // prettier-ignore
    ...change.cleared.map(({ reason }) => `${reason} is over`),
  ];
  return [at, `${resourceKind ?? ''} ${place.join('/')}`, turn, ...said].join('  ');
}

/** One change as one line of JSON, in which no terminal finds a command. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped);
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function nameOf(status: HealthStatus | null, paint: Painter): string {
  return status === null ? 'gone' : paint(STATUS_STYLE[status], status);
}
