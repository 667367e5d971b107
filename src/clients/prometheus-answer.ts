import { z } from 'zod';
import { type Instant, instant } from '../model/time.js';

/** One sample of an instant query. */
export interface PrometheusSample {
  /** The metric's name among them, as `__name__`, where the query kept it. A scalar has none. */
  readonly labels: Readonly<Record<string, string>>;
  /** May be NaN or infinite. */
  readonly value: number;
  /** The moment the query is about, by the clock of Prometheus; not when the sample was taken: ask for `timestamp(…)`. */
  readonly evaluatedAt: Instant;
}

const valueSchema = z.string().transform((text, context): number => {
  const special = SPECIAL_VALUES.get(text);
  if (special !== undefined) return special;
  const value = text === '' ? NaN : Number(text);
  if (Number.isFinite(value)) return value;
  context.addIssue({ code: 'custom', message: 'is no number' });
  return z.NEVER;
});

const SPECIAL_VALUES: ReadonlyMap<string, number> = new Map([
  ['NaN', NaN],
  ['+Inf', Infinity],
  ['-Inf', -Infinity],
]);

/** Seconds since the epoch, and the value as text. */
const pointSchema = z.tuple([z.number(), valueSchema]);

/** A native histogram stands in the place of a value: nobody here asks for one. */
const vectorSchema = z.object({
  resultType: z.literal('vector'),
  result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: pointSchema.optional() })),
});

const scalarSchema = z.object({ resultType: z.literal('scalar'), result: pointSchema });

const answerSchema = z.object({
  status: z.literal('success'),
  data: z.discriminatedUnion('resultType', [vectorSchema, scalarSchema]),
});

const errorSchema = z.object({ status: z.literal('error'), errorType: z.string() });

/** The samples of an answer that went well; null where it is not one. */
export function readAnswer(json: unknown): readonly PrometheusSample[] | null {
  const { success, data: answer } = answerSchema.safeParse(json);
  if (!success) return null;
  const { data } = answer;
  if (data.resultType === 'scalar') return [sampleOf({}, data.result)];
  return data.result.flatMap(({ metric, value }) => (value === undefined ? [] : [sampleOf(metric, value)]));
}

/** What Prometheus calls the error, where the answer is one of its own. */
export function readErrorType(json: unknown): string | null {
  return errorSchema.safeParse(json).data?.errorType ?? null;
}

function sampleOf(
  labels: PrometheusSample['labels'],
  [seconds, value]: z.output<typeof pointSchema>,
): PrometheusSample {
  return { labels, value, evaluatedAt: instant(Math.round(seconds * 1_000)) };
}
