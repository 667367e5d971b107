import { z } from 'zod';
import { isLengthOfTime, parseDuration } from '../model/duration.js';
import { FindingReason } from '../model/finding-reason.js';
import { ResourceKind } from '../model/kinds.js';
import type { LimitValues, Rule } from '../model/rule.js';
import type { IgnoreSetting, LimitOverride, RunbookSetting, TeamSetting } from '../registry/limit-book.js';
import { instantSchema } from './fields.js';
import { isShare, sharesOf } from './limit-order.js';
import { nearest } from './nearest.js';
import { shown } from './shown.js';
import { uselessness } from './useless-limits.js';

const patternSchema = z.string().min(1, 'is empty: write a name or a pattern such as "shop-*", or leave it out');

const selectorSchema = z.strictObject({
  cluster: patternSchema.optional().describe('Name of the cluster or system, with `*` and `?`.'),
  namespace: patternSchema.optional().describe('Its namespace, with `*` and `?`.'),
  name: patternSchema.optional().describe('Its name, with `*` and `?`.'),
  labels: z
    .record(z.string().min(1), z.string())
    .refine(
      (labels) => Object.keys(labels).length > 0,
      'names no label, which all resources fit: name one, or leave it out',
    )
    .optional()
    .describe('Labels it has, by name and value.'),
});

/** Whether it is for some resources only: a pattern of nothing but "*" fits all that have what it is for. */
function isNarrow({ cluster, namespace, name, labels }: z.infer<typeof selectorSchema>): boolean {
  return labels !== undefined || [cluster, namespace, name].some((one) => one !== undefined && !/^\*+$/.test(one));
}

/** Resources whose trouble is their parent's. */
export const criticalSchema = selectorSchema.refine(isNarrow, 'names no resources: give it at least a cluster, a namespace, a name or labels'); // prettier-ignore

/** One of the names of an enum; an unknown one is told its nearest. */
function wordSchema<T extends string>(what: string, words: Readonly<Record<string, T>>): z.ZodType<T, string> {
  return z
    .string()
    .transform((text, context): T => {
      const word = Object.hasOwn(words, text) ? words[text] : undefined;
      if (word !== undefined) return word;
      const known = nearest(text, Object.keys(words));
      context.addIssue({ code: 'custom', message: `there is no ${what} "${shown(text)}"; did you mean ${known}?` });
      return z.NEVER;
    })
    .meta({ enum: Object.keys(words) });
}

const reasonSchema = wordSchema('finding', FindingReason);

export const ignoreSchema = z
  .strictObject({
    finding: reasonSchema.optional().describe('Which; without it, all findings of what `where` names.'),
    where: selectorSchema.default({}).describe('Which resources; without it, all.'),
    until: instantSchema.optional().describe('When that ends; without it, never.'),
    because: z.string().min(1).describe('Why: shown with the finding.'),
  })
  // Without both it would silence everything everywhere.
  .refine(({ finding, where }) => finding !== undefined || isNarrow(where), {
    message: 'says neither which finding nor where; give it at least one of them ("*" is everywhere)',
  })
  .transform(({ finding, where, until, because }): IgnoreSetting => ({
    reason: finding ?? null,
    where,
    untilAt: until ?? null,
    because,
  }));

/** Of a finding, where it is explained what to do. */
export const runbookSchema = z
  .strictObject({
    finding: reasonSchema.describe('Which finding.'),
    where: selectorSchema.default({}).describe('Of which resources; without it, all.'),
    url: z
      .url({
        protocol: /^https?$/,
        error: 'is no URL; write one such as "https://wiki.example.com/runbooks/disk"',
      })
      .describe('Where it is explained what to do.'),
  })
  .transform(({ finding, where, url }): RunbookSetting => ({ reason: finding, where, url }));

export const teamSchema: z.ZodType<TeamSetting> = z.strictObject({
  team: z.string().min(1).describe('Its name.'),
  where: selectorSchema
    .extend({
      kinds: z
        .array(wordSchema('kind', ResourceKind))
        .min(1)
        .optional()
        .describe('Kinds of resources; without them, all.'),
    })
    .default({})
    .describe('What is theirs; without it, everything.'),
});

/** A limit's own keys depend on its finding: which ones there are, the rules say. */
export function limitSchema(rules: readonly Rule[]): z.ZodType<Omit<LimitOverride, 'origin'>> {
  const defaults = defaultsOf(rules);
  const shares = sharesOf(rules);
  return z
    .looseObject({
      finding: reasonSchema.describe('Which finding.'),
      where: selectorSchema.default({}).describe('Of which resources; without it, all.'),
    })
    .transform(({ finding, where, ...rest }, context) => {
      const known = defaults.get(finding) ?? {};
      const values: Record<string, number> = {};
      for (const [key, value] of Object.entries(rest)) {
        const isKey = !Object.hasOwn(known, key);
        const message = isKey
          ? unknownKey(finding, key, Object.keys(known))
          : takeValue(values, key, value, isShare(key, shares.has(finding), known[key]));
        if (message !== null) context.addIssue({ code: 'custom', path: [key], message, params: { isKey } });
      }
      return { reason: finding, where, values };
    });
}

/** What holds where configuration says nothing, by finding. */
export function defaultsOf(rules: readonly Rule[]): ReadonlyMap<string, LimitValues> {
  const defaults = new Map<string, LimitValues>();
  for (const { limits } of rules) {
    for (const [reason, values] of Object.entries(limits)) defaults.set(reason, { ...defaults.get(reason), ...values });
  }
  return defaults;
}

function unknownKey(finding: string, key: string, known: readonly string[]): string {
  if (known.length === 0) return `${finding} has no limits to set`;
  return `${finding} has no limit "${shown(key)}"; did you mean ${nearest(key, known)}? It has ${known.join(', ')}`;
}

function takeValue(values: Record<string, number>, key: string, value: unknown, isShareOfOne: boolean): string | null {
  const isDuration = isLengthOfTime(key);
  const number = isDuration && typeof value === 'string' ? parseDuration(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || (isDuration && typeof value !== 'string')) {
    return isDuration ? 'takes a length of time such as "5m"' : 'takes a number';
  }
  if (number < 0) return `takes a number that is not negative, and ${number} is`;
  if (isShareOfOne && number > 1) return `takes a share from 0 to 1: ${number} % is written ${number / 100}`;
  const useless = uselessness(key, number);
  if (useless !== null) return useless;
  values[key] = number;
  return null;
}
