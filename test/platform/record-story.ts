import { type ChildProcess, spawn } from 'node:child_process';
import { once, setMaxListeners } from 'node:events';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { readEndpoints } from './endpoints.js';
import { faultNamed } from './faults/index.js';
import { down, openPlatform, up } from './lifecycle.js';
import { type Episode, STORY, STORY_LASTS } from './story.js';
import { complain } from './support/complain.js';
import { configurationFor } from './support/configuration.js';
import { abortWhenInterrupted } from './support/interruption.js';
import { SHORT_LIMITS } from './support/short-limits.js';

/**
 * Makes the recording that comes with the program: Vitals records the platform while real faults come and go.
 * Usage: npm run platform:record -- FILE
 */
/** What the recorder says when the first picture is complete. */
const BEGINS = '"msg":"recording"';
const BEGINS_WITHIN = 60_000;
const TITLE =
  'A data platform (Kubernetes 1.34, PostgreSQL 15, ClickHouse 18.16, ZooKeeper 3.8, Kafka and Connect 4.1, Argo Workflows ' +
  '3.7, HAProxy, Caddy and Prometheus): ten minutes of faults and repairs';

const platform = openPlatform();

/** Vitals in the namespace; what it says is shown. */
async function startRecorder(folder: string, out: string): Promise<ChildProcess> {
  const config = join(folder, 'vitals.yaml');
  await writeFile(config, configurationFor(platform, readEndpoints(platform), SHORT_LIMITS));
  const options = ['--config', config, '--out', out, '--duration', STORY_LASTS, '--title', TITLE];
  const [command = '', ...args] = platform.inNamespace(['node', 'dist/cli.js', 'record', ...options]);
  return spawn(command, args, { stdio: ['ignore', 'inherit', 'pipe'] });
}

async function untilItRecords({ stderr }: ChildProcess, signal: AbortSignal): Promise<void> {
  if (stderr === null) throw new Error('no log to read');
  const lines = createInterface({ input: stderr });
  lines.on('line', (line) => {
    console.error(line);
    if (line.includes(BEGINS)) lines.emit('recording');
  });
  const over = AbortSignal.any([signal, AbortSignal.timeout(BEGINS_WITHIN)]);
  await once(lines, 'recording', { signal: over }).catch(() => {
    throw over.reason;
  });
}

/** One fault comes and goes; it is repaired as well when the story is broken off. */
async function play({ fault: name, from, to }: Episode, signal: AbortSignal): Promise<void> {
  const fault = faultNamed(name);
  await delay(from * 1_000, undefined, { signal });
  try {
    console.log(`${from} s: ${name}`);
    await fault.inject(platform);
    await delay((to - from) * 1_000, undefined, { signal });
  } finally {
    await fault.repair(platform);
    console.log(`${name} repaired`);
  }
}

/** All of it, or as far as it goes well: what fails, or is told to end, ends the others. */
async function playStory(brokenOff: AbortController): Promise<void> {
  const parts = STORY.map((part) => play(part, brokenOff.signal));
  for (const part of parts) {
    part.catch((error: unknown) => {
      brokenOff.abort(error);
    });
  }
  await Promise.allSettled(parts);
  if (brokenOff.signal.aborted) throw brokenOff.signal.reason;
}

async function recordStory(out: string): Promise<void> {
  const brokenOff = new AbortController();
  // Every part of the story listens to it.
  setMaxListeners(2 * STORY.length, brokenOff.signal);
  abortWhenInterrupted(brokenOff);
  const isOurs = await up(platform, console.log, brokenOff.signal);
  const folder = await mkdtemp(join(tmpdir(), 'vitals-story-'));
  let recorder: ChildProcess | undefined;
  try {
    const unfinished = join(folder, 'unfinished');
    recorder = await startRecorder(folder, unfinished);
    const ended = new Promise<number | null>((resolve) => recorder?.on('close', resolve));
    // After the story it ends by itself.
    recorder.once('close', () => {
      brokenOff.abort(new Error('the recorder has ended'));
    });
    await untilItRecords(recorder, brokenOff.signal);
    await playStory(brokenOff);
    if ((await ended) !== 0) throw new Error('the recorder has failed');
    await copyFile(unfinished, out);
  } finally {
    recorder?.kill('SIGTERM');
    if (isOurs) await down(platform, console.log);
    // Last: what the recorder still writes would be in the way of it, and that in the way of `down`.
    await rm(folder, { recursive: true });
  }
}

const [out] = process.argv.slice(2);
try {
  if (out === undefined) throw new Error('name the file to write');
  await recordStory(out);
} catch (error) {
  complain(error);
}
