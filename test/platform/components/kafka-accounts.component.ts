import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { type Component, type Platform } from '../support/platform.js';

/** Who may come to the SASL listeners of the brokers and, by basic authentication, to the workers of Connect. */
export const KAFKA_USER = 'vitals';
export const KAFKA_PASSWORD_FILE = 'kafka-vitals.password';

export function kafkaPassword(platform: Platform): Promise<string> {
  return readFile(platform.state(KAFKA_PASSWORD_FILE), 'utf8');
}

/** Made once, before the brokers that all have to know it. */
export const kafkaAccounts: Component = {
  name: 'kafka-accounts',
  needs: [],
  readyWithin: 5_000,
  start: (platform) =>
    writeFile(platform.state(KAFKA_PASSWORD_FILE), randomBytes(18).toString('base64url'), { mode: 0o600 }),
  missing: (platform) =>
    Promise.resolve(existsSync(platform.state(KAFKA_PASSWORD_FILE)) ? undefined : 'no password for Kafka'),
};
