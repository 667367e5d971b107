import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { MEASURES_VARIABLE, takeMeasures } from './chaos/measures.js';
import { type Ended, markdownOf } from './chaos/report.js';
import { QUICK_VARIABLE, scaleOf } from './chaos/scale.js';
import { TRIALS } from './chaos/trials.js';
import { runInsidePlatform } from './inside.js';

/**
 * What becomes of Vitals when what it watches, or what it runs on, misbehaves.
 * Arguments: [--quick] [--only TRIAL, or several with commas] [--out FOLDER]. All of it is written to `docs`; what was tried
 * quickly or in part is written only where a folder is named.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, out: { type: 'string' } },
});
const only = values.only?.split(',') ?? [];
const unknown = only.filter((name) => !TRIALS.some((trial) => trial.name === name));
if (unknown.length > 0)
  throw new Error(`no trial ${unknown.join()}; there are ${TRIALS.map(({ name }) => name).join(', ')}`);

process.env[QUICK_VARIABLE] = values.quick ? '1' : '0';
const folder = mkdtempSync(join(tmpdir(), 'vitals-chaos-'));
try {
  const measures = join(folder, 'measures.jsonl');
  const ended = join(folder, 'ended.json');
  writeFileSync(measures, '');
  process.env[MEASURES_VARIABLE] = measures;
  const jest = [
    'node',
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--config',
    'jest.chaos.config.js',
  ];
  const some = only.length === 0 ? [] : ['--testPathPatterns', `suite/(${only.join('|')})\\.test`];
  await runInsidePlatform([...jest, '--json', `--outputFile=${ended}`, ...some]);
  if (!existsSync(ended)) throw new Error('the tests did not come to their end');
  const outcome = JSON.parse(readFileSync(ended, 'utf8')) as Ended;
  const out = values.out ?? (values.quick || only.length > 0 ? null : 'docs');
  const all = takeMeasures(measures);
  for (const { trial, name, measured } of all) console.log(`${trial}: ${name}: ${measured}`);
  if (out !== null) {
    await mkdir(out, { recursive: true });
    await write(join(out, 'reliability.json'), JSON.stringify({ scale: scaleOf(values.quick), measures: all }));
    await write(join(out, 'reliability.md'), markdownOf(scaleOf(values.quick), all, outcome));
  }
  console.log(`${outcome.numPassedTests} passed, ${outcome.numFailedTests} failed`);
} finally {
  await rm(folder, { recursive: true });
}

/** As the project's other files are formatted. */
async function write(file: string, text: string): Promise<void> {
  const style = await resolveConfig(join('docs', 'reliability.md'));
  await writeFile(file, await format(text, { ...style, filepath: file }));
}
