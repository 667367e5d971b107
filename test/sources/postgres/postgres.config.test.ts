import { z } from 'zod';
import { failureOf } from '../../../src/sources/postgres/postgres.failure.js';
import { postgresConfigSchema } from '../../../src/sources/postgres/postgres.config.js';

const server = { name: 'meta', host: 'db' };

describe('the configuration of a server', () => {
  it('needs a name and a host, and has a default for the rest', () => {
    expect(postgresConfigSchema.parse(server)).toEqual({
      ...server,
      port: 5432,
      database: 'postgres',
      user: 'vitals',
      secret: null,
      tls: null,
      interval: 10_000,
      deadline: 5_000,
      vcpus: null,
      capacityBytes: null,
      isStandbyExpected: false,
      kubernetes: null,
      labels: {},
    });
  });

  it.each([
    ['100GiB', 100 * 2 ** 30],
    ['1.5 TB', 1.5e12],
    ['500MB', 5e8],
    ['7B', 7],
  ])('reads a capacity of %s', (capacity, bytes) => {
    expect(postgresConfigSchema.parse({ ...server, capacity }).capacityBytes).toBe(bytes);
  });

  it.each([
    ['a misspelt key', { pasword: 'secret' }, /Unrecognized key: "pasword"/],
    ['a capacity without a unit', { capacity: '100' }, /"100" is no size/],
    ['a capacity of nothing', { capacity: '0GiB' }, /"0GiB" is no size/],
    ['an interval below a second', { interval: '900ms' }, /at least 1s/],
    ['a deadline below a second', { deadline: '900ms' }, /at least 1s/],
    ['no CPUs', { vcpus: 0 }, />0/],
    ['two passwords', { password: 'secret', passwordFile: '/secret' }, /exclude each other/],
    ['a port that is none', { port: 70_000 }, /<=65535/],
  ])('refuses %s, without repeating a secret', (_, more, message) => {
    const { error } = postgresConfigSchema.safeParse({ ...server, ...more });
    expect(error?.issues).toMatchObject([{ message: expect.stringMatching(message) as string }]);
    expect(error?.message).not.toContain('secret');
  });

  it('hands out a password only to who reads it', () => {
    const { secret, ...rest } = postgresConfigSchema.parse({ ...server, password: 'c4n4ry' });
    expect(secret?.read()).toBe('c4n4ry');
    expect(JSON.stringify({ secret, rest })).not.toContain('c4n4ry');
  });
});

describe('why a look failed', () => {
  const config = postgresConfigSchema.parse({ ...server, password: 'c4n4ry' });
  const error = (code: string | undefined, message = 'c4n4ry'): Error => Object.assign(new Error(message), { code });

  it.each<[string, Error, string, string]>([
    ['refused', error('ECONNREFUSED'), 'lost', 'db:5432 refuses connections.'],
    ['a name nobody knows', error('ENOTFOUND'), 'lost', 'The name "db" cannot be resolved (ENOTFOUND).'],
    ['no way', error('EHOSTUNREACH'), 'lost', 'There is no way to db:5432 (EHOSTUNREACH).'],
    ['cut', error('ECONNRESET'), 'lost', 'The connection to db:5432 broke (ECONNRESET).'],
    ['ended', error(undefined), 'lost', 'The connection to db:5432 broke.'],
    [
      'starting',
      error('57P03'),
      'lost',
      'The server takes no connections now: it is starting, stopping or recovering.',
    ],
    ['not asked', error('EMFILE'), 'hindered', 'Vitals itself cannot open one more connection: it has no file descriptors left.'], // prettier-ignore
    ['anything else', error('XX000'), 'lost', 'The server answers with error XX000.'],
    ['not let in', error('28000'), 'forbidden', 'The server does not let user "vitals" in from here (pg_hba.conf).'],
    ['own certificate', error('DEPTH_ZERO_SELF_SIGNED_CERT'), 'invalid', 'TLS with db:5432 fails (DEPTH_ZERO_SELF_SIGNED_CERT).'], // prettier-ignore
    ['another name', error('ERR_TLS_CERT_ALTNAME_INVALID'), 'invalid', 'TLS with db:5432 fails (ERR_TLS_CERT_ALTNAME_INVALID).'], // prettier-ignore
    ['unreadable rows', new z.ZodError([]), 'invalid', 'Its answer is not what PostgreSQL answers.'],
    ['a code that is none', error('c4n4ry and more'), 'lost', 'The connection to db:5432 broke.'],
  ])('%s', (_, thrown, state, message) => {
    expect(failureOf(thrown, config)).toEqual({ state, message });
  });
});
