import { scaleFleet } from './fleet.js';
import { openPlatform } from './lifecycle.js';

// A program of its own, because a process cannot enter a network namespace once it runs: `platform scale` starts it there.
await scaleFleet(openPlatform(), Number(process.argv[2]));
