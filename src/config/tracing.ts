import { z } from 'zod';
import { httpAccessFields, httpAccessSchema } from './http-access.js';

const accessSchema = httpAccessSchema('an OTLP collector', 'http://otel-collector.example.com:4318');

/** `tracing`: where requests and probes are sent as spans, by OTLP over HTTP. */
export const tracingSchema = z
  .strictObject({
    url: z.string().describe('Of a collector that takes OTLP over HTTP; `/v1/traces` follows it.'),
    ...httpAccessFields,
    sample: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .describe('The share of requests and probes that are followed, where whoever asks has not decided that already.'),
  })
  .transform(({ sample, ...access }, context) => {
    const { data, error } = accessSchema.safeParse(access);
    for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
    return data === undefined ? z.NEVER : { sample, access: data };
  });

export type TracingConfig = z.output<typeof tracingSchema>;
