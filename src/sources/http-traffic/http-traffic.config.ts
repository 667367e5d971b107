import { z } from 'zod';
import {
  areUnique,
  atLeastASecond,
  choiceSchema,
  intervalSchema,
  labelsSchema,
  nameSchema,
  placementSchema,
} from '../../config/fields.js';
import { httpAccessFields, prometheusSchema } from '../../config/http-access.js';
import { PROXIES } from './http-traffic.presets.js';

const MOST_PROXIES = 100;

const whereSchema = z
  .record(z.string(), z.string())
  .refine((labels) => Object.keys(labels).every((name) => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)), {
    message: 'names a label that is no name of one',
  });

/** What answers behind routes: as Kubernetes has it, which proxies do not tell. */
const workloadSchema = z.strictObject({
  route: z.string().min(1).describe('Name of the route.'),
  namespace: z.string().min(1).describe('Its namespace.'),
  name: z.string().min(1).describe('Its name.'),
});

/** One ingress: proxies that serve the same routes. */
export const httpTrafficConfigSchema = z
  .strictObject({
    name: nameSchema,
    proxy: choiceSchema('proxy', PROXIES).describe('What they are.'),
    metrics: z
      .array(z.string())
      .min(1)
      .max(MOST_PROXIES)
      .optional()
      .describe('Addresses of their metrics, all of them …'),
    /** How they let us in; the same for all of them. */
    ...httpAccessFields,
    prometheus: prometheusSchema.optional().describe('… or the Prometheus that reads those.'),
    where: whereSchema
      .default({})
      .describe('Only series with these labels count, beside what the sort of proxy asks for.'),
    kubernetes: placementSchema.describe('Where the proxies, and the workloads behind the routes, run.'),
    workloads: z
      .array(workloadSchema)
      .max(2_000)
      .default([])
      .describe('What answers behind routes, where proxies do not tell.'),
    interval: intervalSchema,
    deadline: atLeastASecond.prefault('5s').describe("For one proxy's metrics, or one query."),
    maximumRoutes: z
      .int()
      .min(1)
      .max(2_000)
      .default(200)
      .describe('So many routes are told apart; the rest is summed.'),
    maximumSeries: z
      .int()
      .min(100)
      .max(500_000)
      .default(50_000)
      .describe('A page with more series of what is read is not taken.'),
    labels: labelsSchema.describe('Shown on the ingress and its routes, such as their team.'),
  })
  .refine(({ metrics, prometheus }) => (metrics === undefined) !== (prometheus === undefined), {
    message: 'name either the addresses of the proxies’ metrics, or the Prometheus that reads them',
    path: ['metrics'],
  })
  .refine(({ workloads, kubernetes }) => workloads.length === 0 || kubernetes !== null, {
    message: 'are of a cluster: name it as "kubernetes"',
    path: ['workloads'],
  })
  .refine(({ metrics = [] }) => areUnique(metrics), {
    message: 'an address is named twice',
    path: ['metrics'],
  })
  .transform(({ metrics, user, password, passwordFile, token, tokenFile, tls, ...rest }, context) => {
    const shared = { user, password, passwordFile, token, tokenFile, tls };
    const isShared = Object.values(shared).some((value) => value !== undefined);
    if (metrics === undefined && isShared) {
      context.addIssue({
        code: 'custom',
        path: ['prometheus'],
        message: 'has credentials and TLS of its own: write them there',
      });
      return z.NEVER;
    }
    const endpoints = (metrics ?? []).map((url, index) => {
      const { success, data, error } = prometheusSchema.safeParse({ url, ...shared });
      if (success) return data;
      const [issue] = error.issues;
      context.addIssue({
        code: 'custom',
        path: ['metrics', index],
        message: wordsOf(issue?.message ?? 'is no address'),
      });
      return z.NEVER;
    });
    return { ...rest, prometheus: rest.prometheus ?? null, endpoints };
  })
  .describe('One ingress: proxies that serve the same routes.');

/** The same address, of a page of metrics. */
function wordsOf(message: string): string {
  return message.startsWith('is no address')
    ? 'is no address of metrics; write one such as "http://proxy-0.example.com:9180/metrics"'
    : message;
}

export type HttpTrafficConfig = z.output<typeof httpTrafficConfigSchema>;
