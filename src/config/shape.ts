import { z } from 'zod';
import type { Rule } from '../model/rule.js';
import { DEFAULT_TEAM_LABELS } from '../registry/limit-book.js';
import { alertmanagerSchema } from './alertmanager.js';
import { serverSchema } from './config.js';
import { criticalSchema, ignoreSchema, limitSchema, runbookSchema, teamSchema } from './limit-settings.js';
import { logSchema } from './log.js';
import { tracingSchema } from './tracing.js';

/** What a source adds to the configuration: its key, and the shape of each entry of its list. */
export interface Section {
  readonly name: string;
  readonly configuration: z.ZodType;
  /** What its systems are; null: they have no resource of their own. */
  readonly endpointKind: string | null;
}

/** The whole configuration file. */
export function shapeOf(sections: readonly Section[], rules: readonly Rule[]) {
  return z.strictObject({
    server: serverSchema.prefault({}).describe('How it is served.'),
    log: logSchema.describe('What is said in the log beside what Vitals says of itself.'),
    alertmanager: alertmanagerSchema.nullable().default(null).describe('Where root findings are sent as alerts.'),
    tracing: tracingSchema.nullable().default(null).describe('Where requests and probes are sent as traces.'),
    limits: z.array(limitSchema(rules)).default([]).describe('Other limits of findings; the last that fits wins.'),
    ignores: z.array(ignoreSchema).default([]).describe('Findings that are known and do not count.'),
    critical: z.array(criticalSchema).default([]).describe('Resources whose trouble is their parent’s.'),
    runbooks: z.array(runbookSchema).default([]).describe('Where it is explained what to do.'),
    teams: z.array(teamSchema).default([]).describe('Whose resources are; else a label says it.'),
    teamLabels: z
      .array(z.string().min(1))
      .default([...DEFAULT_TEAM_LABELS])
      .describe('Labels that name the team; the first that a resource has.'),
    ...Object.fromEntries(sections.map((section) => [section.name, listOf(section)])),
  });
}

function listOf({ configuration }: Section) {
  return z
    .array(configuration)
    .default([])
    .describe(`Systems to watch. Each: ${configuration.description ?? 'one system.'}`);
}
