import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { createAuth } from '../src/access.js';
import type { Config } from '../src/config/config.js';
import { type Instant, MINUTE } from '../src/model/time.js';

type Parts = Parameters<typeof createAuth>[1];

describe('who is let in', () => {
  const { now } = Date;

  afterEach(() => {
    Date.now = now;
  });

  it('is by the time of day, also right after that leapt', async () => {
    const sha256 = createHash('sha256').update('a-token').digest('hex');
    const expires = (now() + 2 * MINUTE) as Instant;
    const config = { server: { auth: { tokens: [{ name: 'guest', sha256, expires }], scopes: [] } }, systems: [] };
    const parts = { log: pino({ enabled: false }) } as unknown as Parts;
    const auth = createAuth(config as unknown as Config, parts)?.auth;
    expect(await auth?.authenticate('a-token', null)).toMatchObject({ outcome: 'known' });
    Date.now = () => now() + 5 * MINUTE;
    expect(await auth?.authenticate('a-token', null)).toEqual({ outcome: 'refused', why: 'The token has expired.' });
    Date.now = now;
    expect(await auth?.authenticate('a-token', null)).toMatchObject({ outcome: 'known' });
  });
});
