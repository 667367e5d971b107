import { z } from 'zod';
import {
  areUnique,
  atLeastASecond,
  choiceSchema,
  endpointSchema,
  intervalSchema,
  labelsSchema,
  nameSchema,
  passwordFields,
  placementSchema,
  secretFrom,
  tlsSchema,
} from '../../config/fields.js';

const DEFAULT_PORT = 9092;
const MOST_ADDRESSES = 100;

const saslSchema = z
  .strictObject({
    mechanism: choiceSchema('mechanism', ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']).describe(
      'How to say who one is.',
    ),
    user: z.string().min(1).describe('Who may describe the cluster, topics and groups.'),
    ...passwordFields,
  })
  .refine(({ password, passwordFile }) => (password === undefined) !== (passwordFile === undefined), {
    message: 'one of password and passwordFile is needed, and not both',
    path: ['passwordFile'],
  })
  .transform(({ mechanism, user, password, passwordFile }) => ({
    mechanism,
    user,
    secret: secretFrom(password, passwordFile),
  }));

/** One Kafka cluster. */
export const kafkaConfigSchema = z
  .strictObject({
    name: nameSchema,
    brokers: z
      .array(endpointSchema(DEFAULT_PORT))
      .min(1)
      .max(MOST_ADDRESSES)
      .describe('Some of its brokers: they name the others.'),
    tls: tlsSchema.optional().describe('Without it, connections are not encrypted.'),
    sasl: saslSchema.optional().describe('Without it, nobody is asked who we are.'),
    interval: intervalSchema,
    deadline: atLeastASecond
      .prefault('2s')
      .describe('For everything that is asked of one broker in a look, connecting included.'),
    kubernetes: placementSchema.describe('Where it runs.'),
    labels: labelsSchema.describe('Shown on the cluster and all that belongs to it, such as its team.'),
  })
  .refine(({ brokers }) => areUnique(brokers.map(({ name }) => name)), {
    message: 'a broker is named twice',
    path: ['brokers'],
  })
  .transform(({ tls, sasl, ...rest }) => ({ ...rest, tls: tls ?? null, sasl: sasl ?? null }))
  .describe('One Kafka cluster.');

export type KafkaConfig = z.output<typeof kafkaConfigSchema>;
