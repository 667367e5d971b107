import { z } from 'zod';
import { Severity } from '../model/health.js';
import { ResourceKind } from '../model/kinds.js';
import { choiceSchema } from './fields.js';

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
  kinds: z.array(choiceSchema('kind', Object.values(ResourceKind))).default(USUAL_KINDS),
  severity: choiceSchema('severity', Object.values(Severity)).default(Severity.CRITICAL),
  perSecond: z.int().min(1).max(1_000).default(10),
});

/** `log`: what is said in it beside what Vitals says of itself. */
export const logSchema = z
  .strictObject({
    /** Changes of health, a line each; `none`: none of them. */
    health: z.preprocess((health) => (health === 'none' ? null : health), healthSchema.nullable().prefault({})),
  })
  .prefault({});

export type LogConfig = z.output<typeof logSchema>;
