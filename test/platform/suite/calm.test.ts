import { findingsWhileCalm } from '../calm/calm.js';
import { openPlatform } from '../lifecycle.js';

/** `npm run platform:calm` does it for half an hour. */
const A_LITTLE = 60_000;

describe('a platform on which nothing is wrong', () => {
  it(
    'is said to be well, with the limits that are the default',
    async () => {
      expect(await findingsWhileCalm(openPlatform(), A_LITTLE, console.log)).toEqual([]);
    },
    A_LITTLE + 240_000,
  );
});
