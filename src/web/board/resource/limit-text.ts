import type { Unit } from '../../graphql/graphql.js';
import { measure, sentenceCase } from '../words.js';
import type { Reading } from './readings.js';

export type Limit = NonNullable<Reading['limit']>;

/** `Warning from 90 %, critical from 97 %, for 5m.` */
export function limitText(limit: Limit | null, unit: Unit): string {
  if (limit === null) return 'Shown only: no limit.';
  const side = limit.worse === 'HIGHER' ? 'from' : 'down to';
  const steps = [
    ['note', limit.infoAt],
    ['warning', limit.warnAt],
    ['critical', limit.criticalAt],
  ] as const;
  const said = steps.flatMap(([word, at]) => (at === null ? [] : [`${word} ${side} ${measure(at, unit)}`]));
  if (said.length === 0) return '';
  const hold = limit.holdFor === null ? '' : `, for ${limit.holdFor}`;
  const origin = limit.origin === 'default' ? '' : ` (${limit.origin})`;
  return sentenceCase(`${said.join(', ')}${hold}${origin}.`);
}

/** The class of a number on the wrong side of a limit; whether that is a finding, for how long, is said there. */
export function levelOf(value: number, limit: Limit | null): string {
  const isBeyond = (at: number | null): boolean =>
    at !== null && (limit?.worse === 'HIGHER' ? value >= at : value <= at);
  if (isBeyond(limit?.criticalAt ?? null)) return 'beyond is-CRITICAL';
  return isBeyond(limit?.warnAt ?? null) ? 'beyond is-WARNING' : '';
}
