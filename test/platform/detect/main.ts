import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { openPlatform } from '../lifecycle.js';
import { SHORT_LIMITS } from '../support/short-limits.js';
import { type Detection } from './detection.js';
import { detections } from './detections.js';
import { notProduced } from './not-produced.js';
import { markdownOf } from './report.js';
import { ruleFacts } from './rule-facts.js';
import { runDetections } from './run.js';

/**
 * Proves the catalogue: every fault injected for real, every finding and its end heard by a subscriber. Runs inside the
 * platform's namespace. Arguments: [--only SIGNAL, FINDING or FAULT, or several with commas] [--out FOLDER]
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string', default: 'docs' } } });
const only = values.only?.split(',');
const chosen = detections.filter((detection) => only?.some((name) => namesOf(detection).includes(name)) ?? true);
if (chosen.length === 0) throw new Error(`no signal, finding or fault is called ${values.only ?? ''}`);
const { outcomes, versions, unrest } = await runDetections(openPlatform(), chosen, SHORT_LIMITS, console.log);
await mkdir(values.out, { recursive: true });
await write('detection.json', JSON.stringify(outcomes));
await write('detection.md', markdownOf(outcomes, versions, notProduced, SHORT_LIMITS));
const failed = outcomes.filter(({ problem, falseFindings }) => problem !== null || falseFindings.length > 0);
console.log(`${outcomes.length - failed.length} of ${outcomes.length} as they should be`);
for (const line of unrest) console.log(line);
process.exitCode = failed.length === 0 && unrest.length === 0 ? 0 : 1;

function namesOf(detection: Detection): readonly string[] {
  return [detection.finding, detection.fault, ruleFacts(detection, SHORT_LIMITS).signal];
}

/** As the project's other files are formatted. */
async function write(name: string, text: string): Promise<void> {
  const style = await resolveConfig(join('docs', name));
  await writeFile(join(values.out, name), await format(text, { ...style, filepath: name }));
}
