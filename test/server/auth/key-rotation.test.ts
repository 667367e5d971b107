import { systemClock } from '../../../src/model/clock.js';
import { JsonWebTokens } from '../../../src/server/auth/json-web-tokens.js';
import { Issuer } from './issuer.js';

/** Keys are asked for anew after that, in milliseconds; a little more. */
const COOL = 5_500;

describe('keys of an issuer', () => {
  const { now } = Date;
  let issuer: Issuer;

  beforeEach(async () => {
    issuer = await Issuer.start();
  });

  afterEach(async () => {
    Date.now = now;
    await issuer.stop();
  });

  it('are taken anew where a token names another, and not for every token that does', async () => {
    const tokens = new JsonWebTokens(
      issuer.settings,
      [],
      () => systemClock.now(),
      () => undefined,
    );
    expect(await tokens.authenticate(await issuer.token())).toMatchObject({ outcome: 'known' });
    const old = await issuer.token();
    await issuer.rotate('second');
    const fresh = await issuer.token();
    Date.now = () => now() + COOL;
    expect(await tokens.authenticate(fresh)).toMatchObject({ outcome: 'known' });
    expect(issuer.asked).toBe(2);
    // The old key is gone, and so are the tokens that it signed; whoever sends them again makes nobody ask again.
    for (let round = 0; round < 20; round += 1)
      expect(await tokens.authenticate(old)).toMatchObject({ outcome: 'refused' });
    expect(issuer.asked).toBe(2);
  });
});
