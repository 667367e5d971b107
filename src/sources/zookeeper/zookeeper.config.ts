import { z } from 'zod';
import {
  atLeastASecond,
  endpointSchema,
  intervalSchema,
  labelsSchema,
  nameSchema,
  placementSchema,
  portSchema,
} from '../../config/fields.js';

const DEFAULT_PORT = 2181;
const MOST_MEMBERS = 100;

/** One ensemble. */
export const zookeeperConfigSchema = z
  .strictObject({
    name: nameSchema,
    /** All of them, voters and observers: an ensemble is judged by what its members say together. */
    members: z.array(endpointSchema(DEFAULT_PORT)).min(1).max(MOST_MEMBERS),
    /** Port of the members' admin servers, asked where the four-letter words are not allowed. */
    adminServer: portSchema.optional(),
    interval: intervalSchema,
    /** For everything that is asked of one member at a time, connecting included. */
    deadline: atLeastASecond.prefault('2s'),
    /** As the members' own `zookeeper.globalOutstandingLimit`: they do not tell. */
    globalOutstandingLimit: z.int().min(1).default(1_000),
    /** Where it runs. */
    kubernetes: placementSchema,
    /** Shown on the ensemble and its members, such as their team. */
    labels: labelsSchema,
  })
  .refine(({ members }) => new Set(members.map(({ name }) => name)).size === members.length, {
    message: 'a member is named twice',
    path: ['members'],
  })
  .transform(({ adminServer, ...rest }) => ({ ...rest, adminPort: adminServer ?? null }));

export type ZooKeeperConfig = z.output<typeof zookeeperConfigSchema>;
