import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { MEASURES_VARIABLE, readMeasures } from './chaos/measures.js';
import { type Ended, recordOf, summaryOf, type TrialRecord, withRecord } from './chaos/record.js';
import { markdownOf } from './chaos/report.js';
import { QUICK_VARIABLE, scaleOf } from './chaos/scale.js';
import { TRIALS } from './chaos/trials.js';
import { type RunInside, withPlatform } from './inside.js';

/**
 * What becomes of Vitals when what it watches, or what it runs on, misbehaves.
 * Arguments: [--quick] [--only TRIAL, or several with commas] [--out FOLDER]. What came of each trial takes the place of what came
 * of it before in `docs`, as soon as it is over; what was tried quickly is written only where a folder is named.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, out: { type: 'string' } },
});
const only = values.only?.split(',') ?? [];
const unknown = only.filter((name) => !TRIALS.some((trial) => trial.name === name));
if (unknown.length > 0)
  throw new Error(`no trial ${unknown.join()}; there are ${TRIALS.map(({ name }) => name).join(', ')}`);

const chosen = TRIALS.filter(({ name, isLong }) =>
  only.length === 0 ? !(values.quick && isLong === true) : only.includes(name),
);
const out = values.out ?? (values.quick ? null : 'docs');
const folder = mkdtempSync(join(tmpdir(), 'vitals-chaos-'));
process.env[QUICK_VARIABLE] = values.quick ? '1' : '0';
const records: TrialRecord[] = [];

await withPlatform(async (runInside, _platform, signal) => {
  for (const { name } of chosen) {
    const record = await tryOne(name, runInside);
    records.push(record);
    if (record.failed > 0) process.exitCode = 1;
    // What was ended from outside says nothing of Vitals.
    if (signal.aborted) break;
    if (out !== null) await write(out, record);
  }
});
for (const failure of records.flatMap(({ failures }) => failures)) console.log(failure);
console.log(summaryOf(records));
if ((process.exitCode ?? 0) === 0) await rm(folder, { recursive: true });
else console.log(`what was measured is in ${folder}`);

/** In a process of its own: what came of the others is there whatever becomes of it. */
async function tryOne(trial: string, runInside: RunInside): Promise<TrialRecord> {
  const measures = join(folder, `${trial}.jsonl`);
  const ended = join(folder, `${trial}.json`);
  process.env[MEASURES_VARIABLE] = measures;
  const exitCode = await runInside([
    ...['node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'jest.chaos.config.js'],
    ...['--json', `--outputFile=${ended}`, '--testPathPatterns', `suite/${trial}\\.test`],
  ]);
  const outcome = existsSync(ended) ? (JSON.parse(readFileSync(ended, 'utf8')) as Ended) : null;
  const begun = { trial, scale: scaleOf(values.quick).name, on: new Date().toISOString().slice(0, 10) };
  return recordOf(begun, outcome, exitCode, readMeasures(measures));
}

async function write(place: string, record: TrialRecord): Promise<void> {
  await mkdir(place, { recursive: true });
  const file = join(place, 'reliability.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly TrialRecord[]) : [];
  const all = withRecord(known, record);
  await writeFile(file, await formatted(file, JSON.stringify(all)));
  await writeFile(join(place, 'reliability.md'), await formatted('reliability.md', markdownOf(all)));
}

/** As the project's other files are formatted. */
async function formatted(file: string, text: string): Promise<string> {
  const style = await resolveConfig(join('docs', 'reliability.md'));
  return format(text, { ...style, filepath: file });
}
