import { z } from 'zod';
import { parseDuration } from '../model/duration.js';
import { FindingReason } from '../model/finding-reason.js';
import type { LimitValues, Rule } from '../model/rule.js';
import { type Instant, parseInstant } from '../model/time.js';
import type { IgnoreSetting, LimitOverride } from '../registry/limit-book.js';
import { nearest } from './nearest.js';

export const selectorSchema = z.strictObject({
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  name: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
});

const reasonSchema = z.string().transform((text, context): FindingReason => {
  if (Object.hasOwn(FindingReason, text)) return text as FindingReason;
  const known = nearest(text, Object.keys(FindingReason));
  context.addIssue({ code: 'custom', message: `there is no finding "${text}"; did you mean ${known}?` });
  return z.NEVER;
});

const untilSchema = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: `"${text}" is no time; write one such as "2026-12-31T00:00:00Z"` });
  return z.NEVER;
});

export const ignoreSchema = z
  .strictObject({
    finding: reasonSchema.optional(),
    where: selectorSchema.default({}),
    until: untilSchema.optional(),
    because: z.string().min(1),
  })
  // Without both it would silence everything everywhere.
  .refine(({ finding, where }) => finding !== undefined || Object.values(where).some((value) => value !== undefined), {
    message: 'says neither which finding nor where; give it at least one of them',
  })
  .transform(({ finding, where, until, because }): IgnoreSetting => ({
    reason: finding ?? null,
    where,
    untilAt: until ?? null,
    because,
  }));

/** A limit's own keys depend on its finding: which ones there are, the rules say. */
export function limitSchema(rules: readonly Rule[]): z.ZodType<Omit<LimitOverride, 'origin'>> {
  const defaults = new Map<string, LimitValues>();
  for (const { limits } of rules) {
    for (const [reason, values] of Object.entries(limits)) defaults.set(reason, { ...defaults.get(reason), ...values });
  }
  return z
    .looseObject({ finding: reasonSchema, where: selectorSchema.default({}) })
    .transform(({ finding, where, ...rest }, context) => {
      const known = defaults.get(finding) ?? {};
      const values: Record<string, number> = {};
      for (const [key, value] of Object.entries(rest)) {
        const problem = !Object.hasOwn(known, key)
          ? unknownKey(finding, key, Object.keys(known))
          : takeValue(values, key, value);
        if (problem !== null) context.addIssue({ code: 'custom', path: [key], message: problem });
      }
      return { reason: finding, where, values };
    });
}

function unknownKey(finding: string, key: string, known: readonly string[]): string {
  if (known.length === 0) return `${finding} has no limits to set`;
  return `${finding} has no limit "${key}"; did you mean ${nearest(key, known)}? It has ${known.join(', ')}`;
}

/** Lengths of time go by their names, as the rules' own defaults do. */
function takeValue(values: Record<string, number>, key: string, value: unknown): string | null {
  const isDuration = /(?:^for|^window|^horizon|For|Within|After|Window|Horizon)$/.test(key);
  const number = isDuration && typeof value === 'string' ? parseDuration(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || (isDuration && typeof value !== 'string')) {
    return isDuration ? 'takes a length of time such as "5m"' : 'takes a number';
  }
  values[key] = number;
  return null;
}
