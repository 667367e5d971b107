import { z } from 'zod';
import {
  areUnique,
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
    members: z
      .array(endpointSchema(DEFAULT_PORT))
      .min(1)
      .max(MOST_MEMBERS)
      .describe('All of them, voters and observers: an ensemble is judged by what its members say together.'),
    adminServer: portSchema
      .optional()
      .describe(
        "Port of the members' admin servers, asked where the four-letter words are not allowed or not answered.",
      ),
    interval: intervalSchema,
    deadline: atLeastASecond
      .prefault('2s')
      .describe('For everything that is asked of one member at a time, connecting included.'),
    globalOutstandingLimit: z
      .int()
      .min(1)
      .default(1_000)
      .describe("As the members' own `zookeeper.globalOutstandingLimit`: they do not tell."),
    kubernetes: placementSchema.describe('Where it runs.'),
    labels: labelsSchema.describe('Shown on the ensemble and its members, such as their team.'),
  })
  .refine(({ members }) => areUnique(members.map(({ name }) => name)), {
    message: 'a member is named twice',
    path: ['members'],
  })
  .transform(({ adminServer, ...rest }) => ({ ...rest, adminPort: adminServer ?? null }))
  .describe('One ZooKeeper ensemble.');

export type ZooKeeperConfig = z.output<typeof zookeeperConfigSchema>;
