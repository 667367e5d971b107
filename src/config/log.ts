import { z } from 'zod';
import { Severity } from '../model/health.js';
import { ResourceKind } from '../model/kinds.js';
import { choiceSchema, orNone } from './fields.js';

/** What the front page is made of: few, and each of them matters. */
const USUAL_KINDS: ResourceKind[] = [
  ResourceKind.PLATFORM,
  ResourceKind.SYSTEM,
  ResourceKind.CLUSTER,
  ResourceKind.DATABASE,
  ResourceKind.ZOOKEEPER,
  ResourceKind.WORKFLOW_ENGINE,
  ResourceKind.INGRESS,
  ResourceKind.KAFKA,
  ResourceKind.KAFKA_CONNECT,
];

const healthSchema = z.strictObject({
  kinds: z
    .array(choiceSchema('kind', Object.values(ResourceKind)))
    .default(USUAL_KINDS)
    .describe('Changes of these kinds of resources.'),
  severity: choiceSchema('severity', Object.values(Severity))
    .default(Severity.CRITICAL)
    .describe('Changes from or to a finding that is no less.'),
  perSecond: z
    .int()
    .min(1)
    .max(1_000)
    .default(10)
    .describe('So many lines at the most; of the rest it is said how many there were.'),
});

/** `log`: what is said in it beside what Vitals says of itself. */
export const logSchema = z
  .strictObject({
    health: orNone(healthSchema.nullable().prefault({}), null).describe(
      'Changes of health, a line each; `none`: none of them.',
    ),
  })
  .prefault({});

export type LogConfig = z.output<typeof logSchema>;
