import { scaleFleet } from './fleet.js';
import { openPlatform } from './lifecycle.js';
import { complain } from './support/complain.js';

// A program of its own, because a process cannot enter a network namespace once it runs: `platform scale` starts it there.
try {
  await scaleFleet(openPlatform(), Number(process.argv[2]));
} catch (error) {
  complain(error);
}
