import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readEndpoints } from './endpoints.js';
import { faultNamed } from './faults/index.js';
import { openPlatform, up } from './lifecycle.js';
import { SHORT_LIMITS, configurationFor } from './support/vitals.js';

/**
 * Makes the recording that comes with the program: Vitals records the platform while real faults come and go.
 * Usage: tsx test/platform/record-story.ts FILE
 */
const DURATION = '8m';

/** What happens when, in seconds after the first picture: [fault, from, to]. */
const STORY: readonly (readonly [fault: string, from: number, to: number])[] = [
  ['crash-loop', 10, 100],
  ['oom', 25, 95],
  ['image-pull', 60, 130],
  ['unschedulable', 90, 160],
  ['not-ready', 110, 175],
  ['volume-full', 120, 230],
  ['claim-pending', 140, 215],
  ['job-failed', 150, 260],
  ['memory-near-limit', 165, 240],
  ['postgres-connections', 190, 265],
  ['postgres-locks', 200, 270],
  ['attach-failed', 235, 300],
  ['cpu-hot', 250, 320],
  ['node-cordoned', 280, 370],
  ['node-lost', 290, 340],
  ['postgres-stopped', 330, 365],
  ['zone-down', 365, 420],
];

const [out] = process.argv.slice(2);
if (out === undefined) throw new Error('name the file to write');
const platform = openPlatform();
await up(platform, console.log);
const folder = await mkdtemp(join(tmpdir(), 'vitals-story-'));
const config = join(folder, 'vitals.yaml');
await writeFile(config, configurationFor(readEndpoints(platform), SHORT_LIMITS));
const title =
  'Kubernetes 1.34.4 with nine fake nodes beside a real one, PostgreSQL 15: eight minutes of faults and repairs';
const record = [
  'node',
  'dist/cli.js',
  'record',
  '--config',
  config,
  '--out',
  out,
  '--duration',
  DURATION,
  '--title',
  title,
];
const [command = '', ...args] = platform.inNamespace(record);
const recorder = spawn(command, args, { stdio: 'inherit' });
const ended = once(recorder, 'close');
await delay(3_000);
await Promise.all(
  STORY.map(async ([name, from, to]) => {
    const fault = faultNamed(name);
    await delay(from * 1_000);
    console.log(`${from} s: ${name}`);
    await fault.inject(platform);
    await delay((to - from) * 1_000);
    console.log(`${to} s: ${name} repaired`);
    await fault.repair(platform);
  }),
);
const [code] = (await ended) as [number | null];
await rm(folder, { recursive: true });
process.exitCode = code ?? 1;
