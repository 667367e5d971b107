import { parseArgs } from 'node:util';
import { openPlatform } from '../lifecycle.js';
import { findingsWhileCalm } from './calm.js';

/**
 * Watches the platform with the limits that Vitals has by default while nothing is done to it, and fails on any finding,
 * information too. Runs inside the platform's namespace. Arguments: [--minutes NUMBER], 30 unless told.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error('--minutes is a number above 0');
const findings = await findingsWhileCalm(openPlatform(), minutes * 60_000, console.log);
console.log(`${findings.length} findings in ${minutes} minutes`);
process.exitCode = findings.length === 0 ? 0 : 1;
