import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type Component } from '../support/platform.js';
import { DATABASE, sql } from './postgresql.component.js';

const TABLES = `
  CREATE TABLE pipelines (id int PRIMARY KEY, name text NOT NULL, updated_at timestamptz NOT NULL DEFAULT now());
  INSERT INTO pipelines SELECT n, 'pipeline-' || n FROM generate_series(1, 100) AS n;
  ALTER TABLE pipelines OWNER TO ${DATABASE.application};`;

/** What is in PostgreSQL: an application with a small table, and the user as which Vitals looks at it. */
export const metadataDatabase: Component = {
  name: 'metadata-database',
  needs: ['postgresql'],
  readyWithin: 10_000,
  async start(platform) {
    const password = randomBytes(18).toString('base64url');
    const roles = `
      CREATE ROLE ${DATABASE.user} LOGIN PASSWORD '${password}' IN ROLE pg_monitor;
      CREATE ROLE ${DATABASE.application} LOGIN;
      CREATE DATABASE ${DATABASE.name} OWNER ${DATABASE.application};`;
    await sql(platform, roles, 'postgres');
    await sql(platform, TABLES);
    await writeFile(platform.state(DATABASE.passwordFile), password, { mode: 0o600 });
  },
  missing: (platform) =>
    Promise.resolve(existsSync(platform.state(DATABASE.passwordFile)) ? undefined : 'not populated'),
};
