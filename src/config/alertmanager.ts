import { z } from 'zod';
import { Severity } from '../model/health.js';
import { MINUTE, SECOND } from '../model/time.js';
import { choiceSchema, durationSchema } from './fields.js';
import { httpAccessFields, httpAccessSchema, namesUser, plainUrl } from './http-access.js';

/** Labels that alerts have by themselves. */
const OWN_LABELS = ['alertname', 'severity', 'kind', 'resource', 'system', 'namespace', 'team'];

const accessSchema = httpAccessSchema('an Alertmanager', 'http://alertmanager.example.com:9093');

const labelsSchema = z
  .record(z.string(), z.string().min(1).max(200))
  .refine(
    (labels) => Object.keys(labels).every((name) => /^[a-zA-Z_]\w*$/.test(name)),
    'has a name that is no label’s: letters, digits and "_"',
  ) // prettier-ignore
  .refine(
    (labels) => Object.keys(labels).every((name) => !OWN_LABELS.includes(name)),
    `names one that alerts have by themselves (${OWN_LABELS.join(', ')})`,
  ) // prettier-ignore
  .default({});

const externalUrlSchema = z
  .string()
  .refine((text) => plainUrl(text) !== null, 'is no address; write one such as "https://vitals.example.com"')
  .refine((text) => {
    const url = plainUrl(text);
    return url === null || !namesUser(url);
  }, 'holds a user or password, which every alert would tell')
  .transform((text) => text.replace(/\/+$/, ''))
  .nullable()
  .default(null);

/** `alertmanager`: where root findings are sent as alerts. */
export const alertmanagerSchema = z
  .strictObject({
    url: z
      .union([z.string(), z.array(z.string()).min(1).max(10)])
      .describe(
        'Of an Alertmanager; or of all of a cluster of them, since each has to be told. `/api/v2/alerts` follows it.',
      ),
    ...httpAccessFields,
    severity: choiceSchema('severity', Object.values(Severity))
      .default(Severity.WARNING)
      .describe('Root findings that are no less.'),
    resend: durationSchema
      .refine((time) => time >= SECOND && time <= 15 * MINUTE, 'is between 1s and 15m')
      .prefault('1m')
      .describe('How often all that stands is said again; what is not said for four times as long, is over.'),
    labels: labelsSchema.describe('On every alert, such as `{ environment: production }`.'),
    externalUrl: externalUrlSchema.describe('Where people reach this Vitals: alerts lead there.'),
  })
  .transform(({ severity, resend, labels, externalUrl, url, ...access }, context) => {
    const urls = typeof url === 'string' ? [url] : url;
    const places = urls.map((one) => accessSchema.safeParse({ ...access, url: one }));
    for (const { error } of places)
      for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
    return { severity, resend, labels, externalUrl, places: places.flatMap(({ data }) => data ?? []) };
  });

export type AlertmanagerConfig = z.output<typeof alertmanagerSchema>;
