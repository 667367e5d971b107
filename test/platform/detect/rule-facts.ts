import 'reflect-metadata';
import { parseDuration } from '../../../src/model/duration.js';
import type { FindingReason } from '../../../src/model/finding-reason.js';
import { SECOND } from '../../../src/model/time.js';
import type * as Sources from '../../../src/sources/index.js';
import type { Detection } from './detection.js';

/** The rules of the built program: the sources' decorators need the compiler's metadata. */
const built = new URL('../../../dist/sources/index.js', import.meta.url);
const { catalogue } = (await import(built.href)) as typeof Sources;

/** What the rule behind a detection says of itself. */
export interface RuleFacts {
  readonly signal: string;
  readonly evidence: string;
  readonly defaultHoldSeconds: number;
  readonly holdSeconds: number;
}

/** @throws Error where no rule of that kind raises such a finding: the table of detections is wrong */
export function ruleFacts(detection: Detection, limits: readonly object[]): RuleFacts {
  const { finding, resource } = detection;
  const kind = resource.split(' ')[0];
  const wanted = detection.signal;
  const rule = catalogue.rules.find(
    (candidate) =>
      candidate.kind === kind &&
      finding in candidate.limits &&
      (wanted === undefined || (candidate.signal as string) === wanted),
  );
  if (rule === undefined) throw new Error(`no rule raises ${finding} on a ${kind ?? ''}`);
  const defaultHold = rule.limits[finding as FindingReason]?.['for'] ?? 0;
  const given = limits.find((limit) => 'finding' in limit && limit.finding === finding);
  const hold = given !== undefined && 'for' in given ? parseDuration(String(given.for)) : null;
  return {
    signal: rule.signal,
    evidence: rule.evidence,
    defaultHoldSeconds: defaultHold / SECOND,
    holdSeconds: detection.holdSeconds ?? (hold ?? defaultHold) / SECOND,
  };
}
