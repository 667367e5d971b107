import type { FindingReason } from '../model/finding-reason.js';
import { Direction, type Limit, type Reading, Unit } from '../model/health.js';
import type { LimitValues, Measurement, Rule } from '../model/rule.js';
import type { Instant } from '../model/time.js';
import type { Entry } from './entry.js';
import type { LimitBook } from './limit-book.js';

/** The numbers behind a verdict, measured when someone asks: from the same facts and limits that were judged. */
export function readingsOf(entry: Entry, rules: readonly Rule[], limits: LimitBook, now: Instant): readonly Reading[] {
  return rules.flatMap((rule) => measure(rule, entry, limits, now));
}

function measure(rule: Rule, entry: Entry, limits: LimitBook, now: Instant): readonly Reading[] {
  if (rule.measure === undefined) return [];
  try {
    return rule
      .measure(entry as never, limits.for(entry), now)
      .map((measurement) => readingOf(rule, entry, measurement, limits));
  } catch {
    return [readingOf(rule, entry, { value: null, unavailable: 'rule failed', observedAt: null }, limits)];
  }
}

function readingOf(rule: Rule, entry: Entry, measurement: Measurement, limits: LimitBook): Reading {
  const reason = measurement.reason ?? (Object.keys(rule.limits)[0] as FindingReason | undefined);
  const limit =
    reason === undefined ? null : limitOf(rule, reason, limits.for(entry)[reason], limits.originOf(reason, entry));
  return {
    signal: rule.signal,
    subject: measurement.subject ?? null,
    value: measurement.value,
    unavailable: measurement.value === null ? (measurement.unavailable ?? 'unknown') : null,
    unit: measurement.unit ?? rule.unit ?? Unit.COUNT,
    evidence: measurement.evidence ?? rule.evidence,
    observedAt: measurement.observedAt,
    limit: limit && { ...limit, ...measurement.against },
    required: measurement.required ?? null,
    series: measurement.series ?? null,
    resourceId: entry.id,
  };
}

/** The limits of one finding as people see them. */
export function limitOf(rule: Rule, reason: FindingReason, values: LimitValues | undefined, origin: string): Limit {
  return {
    reason,
    worse: rule.worse ?? Direction.HIGHER,
    infoAt: values?.['infoAt'] ?? null,
    warnAt: values?.['warnAt'] ?? null,
    criticalAt: values?.['criticalAt'] ?? null,
    holdFor: values?.['for'] ?? null,
    window: values?.['window'] ?? null,
    origin,
  };
}
