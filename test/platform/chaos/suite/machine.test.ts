import { readdirSync } from 'node:fs';
import { mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openPlatform } from '../../lifecycle.js';
import { run } from '../../support/command.js';
import { readEndpoints } from '../../endpoints.js';
import { NO_REST, SHORT_LIMITS } from '../../support/short-limits.js';
import { PARTIES } from '../../support/isolated-systems.js';
import { RunningVitals } from '../../support/vitals.js';
import { waitUntilNothingMissing } from '../../support/wait.js';
import { mebibytes, note } from '../measures.js';
import { ResidentMemory } from '../resident-memory.js';
import { describeAccount, expectUnharmed, MOST_RESIDENT, UNHARMED, Witness } from '../witness.js';
import { notWell } from '../../support/watched-systems.js';

const UNTIL_WELL = 120_000;
const FULL_FOR = 15_000;
const LIMITS = [...SHORT_LIMITS, NO_REST];

const platform = openPlatform();
const systems = PARTIES.flat();
const isWell = (vitals: RunningVitals): Promise<void> =>
  waitUntilNothingMissing('all is well', () => notWell(vitals, systems), { within: UNTIL_WELL });

describe('a disk that is full under the log', () => {
  const folder = platform.state('full-log');
  let vitals: RunningVitals | undefined;
  let witness: Witness | undefined;

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    await run(['mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  });

  afterAll(async () => {
    await witness?.stop();
    await vitals?.stop();
    await run(['umount', '--lazy', folder]);
    await rm(folder, { recursive: true });
  });

  it(
    'Vitals goes on, and says afterwards how many lines are missing',
    async () => {
      const logFile = join(folder, 'vitals.log');
      vitals = await RunningVitals.start(platform, LIMITS, undefined, readEndpoints(platform), [], { logFile });
      await isWell(vitals);
      witness = await Witness.of(platform, vitals);
      const begunAt = witness.begin();
      const { size } = await stat(logFile);
      await fill(logFile);
      const from = vitals.heard.length;
      // Something that is written of: what it watches is gone, and comes back.
      platform.signal('prometheus', 'SIGSTOP');
      try {
        await vitals.waitFor(
          'its loss',
          ({ resourceName }) => resourceName === 'host-metrics/monitoring',
          60_000,
          from,
        );
      } finally {
        platform.signal('prometheus', 'SIGCONT');
      }
      await isWell(vitals);
      await truncate(logFile, size);
      platform.signal('haproxy', 'SIGSTOP');
      try {
        await vitals.waitFor('its loss', ({ resourceName }) => resourceName === 'http-traffic/edge', 60_000, from);
      } finally {
        platform.signal('haproxy', 'SIGCONT');
      }
      const [, lines] = /(\d+) lines? of this log could not be written/.exec(await readFile(logFile, 'utf8')) ?? [];
      expect(Number(lines)).toBeGreaterThan(0);
      await isWell(vitals);
      const account = await witness.account(begunAt);
      note({ trial: 'machine', name: 'disk full under the log', promised: `it goes on as if nothing were, and says what is missing once it can; ${UNHARMED}`, measured: `${lines ?? ''} lines left out and said so; ${describeAccount(account)}` }); // prettier-ignore
      expectUnharmed(account);
    },
    4 * UNTIL_WELL,
  );
});

describe('no file descriptor is left', () => {
  let vitals: RunningVitals | undefined;

  afterAll(async () => {
    await vitals?.stop();
  });

  it(
    'Vitals lives, and all is well again once there are some',
    async () => {
      vitals = await RunningVitals.start(platform, LIMITS);
      await isWell(vitals);
      const pid = platform.pid(vitals.name) ?? 0;
      const usual = /^Max open files +(\d+)/m.exec(await readFile(`/proc/${pid}/limits`, 'utf8'))?.[1] ?? '';
      const memory = new ResidentMemory(pid);
      const open = firstFree(readdirSync(`/proc/${pid}/fd`).map(Number));
      const from = vitals.heard.length;
      await run(['prlimit', `--pid=${pid}`, `--nofile=${open}:`]);
      const holders: Socket[] = [];
      const answers: boolean[] = [];
      let raised: readonly string[];
      try {
        const end = Date.now() + FULL_FOR;
        while (Date.now() < end) {
          // Whatever becomes free is taken by one that says nothing.
          holders.push(holdOne(vitals.url));
          answers.push(await isAlive(vitals.url));
          await delay(100);
        }
        expect(platform.pid(vitals.name)).toBe(pid);
        raised = vitals.heard.slice(from).flatMap((change) => change.raised.map(({ reason }) => `${reason} on ${change.resourceName ?? ''}`)); // prettier-ignore
      } finally {
        for (const holder of holders) holder.destroy();
        memory.stop();
        await run(['prlimit', `--pid=${pid}`, `--nofile=${usual}:`]);
      }
      await isWell(vitals);
      expect(platform.pid(vitals.name)).toBe(pid);
      const ready = await fetch(`${vitals.url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      expect(ready.status).toBe(200);
      const refused = answers.filter((isAnswered) => !isAnswered).length;
      const most = memory.takeMost();
      const measured = `no number below ${open} free for ${FULL_FOR / 1_000} s: ${refused} of ${answers.length} new connections refused; ${mebibytes(most)} resident at the most; raised meanwhile: ${raised.join(', ') || 'nothing'}; well again by itself`; // prettier-ignore
      note({
        trial: 'machine',
        name: 'no file descriptors',
        promised: `it lives, ${mebibytes(MOST_RESIDENT)} resident at the most, and all is well again once there are some`,
        measured,
      });
      expect(refused).toBeGreaterThan(answers.length / 2);
      expect(most).toBeLessThan(MOST_RESIDENT);
    },
    3 * UNTIL_WELL,
  );
});

function holdOne(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname).on('error', () => undefined);
}

/** Asked over a connection of its own. */
function isAlive(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get(`${url}/health/live`, { agent: false, timeout: 2_000 }, (response) => {
      response.resume().on('close', () => { resolve(response.complete && response.statusCode === 200); }); // prettier-ignore
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('close', () => { resolve(false); }).on('error', () => undefined); // prettier-ignore
  });
}

/** The limit is one of numbers: below this one all are taken. */
function firstFree(taken: readonly number[]): number {
  let number = 0;
  while (taken.includes(number)) number += 1;
  return number;
}

/** Until nothing more fits. */
async function fill(file: string): Promise<void> {
  const piece = Buffer.alloc(4_096, 'x');
  for (;;) {
    try {
      await writeFile(file, piece, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw error;
    }
  }
}
