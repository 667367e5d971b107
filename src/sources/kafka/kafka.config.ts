import { z } from 'zod';
import {
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
    mechanism: choiceSchema('mechanism', ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']),
    user: z.string().min(1),
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
    /** Some of its brokers: they name the others. */
    brokers: z.array(endpointSchema(DEFAULT_PORT)).min(1).max(MOST_ADDRESSES),
    /** Without it, connections are not encrypted. */
    tls: tlsSchema.optional(),
    /** Without it, nobody is asked who we are. */
    sasl: saslSchema.optional(),
    interval: intervalSchema,
    /** For everything that is asked of one broker in a look, connecting included. */
    deadline: atLeastASecond.prefault('2s'),
    /** Where it runs. */
    kubernetes: placementSchema,
    /** Shown on the cluster and all that belongs to it, such as its team. */
    labels: labelsSchema,
  })
  .refine(({ brokers }) => new Set(brokers.map(({ name }) => name)).size === brokers.length, {
    message: 'a broker is named twice',
    path: ['brokers'],
  })
  .transform(({ tls, sasl, ...rest }) => ({ ...rest, tls: tls ?? null, sasl: sasl ?? null }));

export type KafkaConfig = z.output<typeof kafkaConfigSchema>;
