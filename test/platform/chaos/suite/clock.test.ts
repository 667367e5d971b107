import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { readEndpoints } from '../../endpoints.js';
import { openPlatform } from '../../lifecycle.js';
import { fakeTimeBy } from '../../support/fake-time.js';
import { Bystanders } from '../../support/bystanders.js';
import { PARTIES } from '../../support/isolated-systems.js';
import { NO_REST } from '../../support/short-limits.js';
import { resourceOf, RunningVitals } from '../../support/vitals.js';
import { waitUntilNothingMissing } from '../../support/wait.js';
import { note } from '../measures.js';
import { scale } from '../scale.js';
import { notWell } from '../../support/watched-systems.js';

const UNTIL_WELL = 120_000;
const LASTS = scale.name === 'quick' ? 10_000 : 180_000;
/** Vitals' clock follows one that is set at a tenth of the speed of time, and less than 2 s is no skew: from one side to the other 40 s. */
const UNTIL_SAID = 120_000;
const SKEWED = 'CLOCK_SKEWED';
const FINDINGS = '{ findings(first: 500) { nodes { reason message resource { kind name } } } }';

interface Known {
  readonly findings: {
    readonly nodes: readonly { readonly reason: string; readonly message: string; readonly resource: { readonly kind: string; readonly name: string } }[]; // prettier-ignore
  };
}

/** With the limits that Vitals has by default: what is wrong for a while must be so by nobody's clock. */
describe('a clock that is wrong', () => {
  const platform = openPlatform();
  const file = platform.state('vitals-clock');
  let vitals: RunningVitals | undefined;

  afterEach(async () => {
    await vitals?.stop();
    await rm(file, { force: true });
  });

  async function start(offset: string): Promise<RunningVitals> {
    writeFileSync(file, offset);
    const launch = { environment: fakeTimeBy(file) };
    vitals = await RunningVitals.start(platform, [NO_REST], undefined, readEndpoints(platform), [], launch);
    await waitUntilNothingMissing('all is well', () => notWell(running(), PARTIES.flat()), { within: UNTIL_WELL });
    return vitals;
  }

  const running = (): RunningVitals => {
    if (vitals === undefined) throw new Error('it does not run');
    return vitals;
  };

  /** What is said but that clocks differ. */
  async function saidElse(): Promise<readonly string[]> {
    const { findings } = await running().query<Known>(FINDINGS);
    const now = findings.nodes.map(({ reason, resource }) => `${reason} on ${resource.kind} ${resource.name}`);
    const heard = running().heard.flatMap((change) =>
      change.raised.map(({ reason }) => `${reason} on ${resourceOf(change)}`),
    );
    return [...new Set([...now, ...heard])].filter((label) => !label.startsWith(SKEWED));
  }

  /** @param side on which the API server's clock is */
  async function isSaid(side: string): Promise<string> {
    let message: string | undefined;
    const look = async (): Promise<string | undefined> => {
      const { findings } = await running().query<Known>(FINDINGS);
      message = findings.nodes.find(
        ({ reason, resource }) => reason === SKEWED && resource.name === 'kubernetes/platform',
      )?.message;
      return message?.includes(` s ${side} `) === true ? undefined : `of its clock is said: ${message ?? 'nothing'}`;
    };
    await waitUntilNothingMissing(SKEWED, look, { within: UNTIL_SAID });
    return message ?? '';
  }

  it.each([
    ['ahead', '+3600s', 'behind'],
    ['behind', '-3600s', 'ahead of'],
  ])(
    'an hour %s of the cluster’s: it is said, and nothing else is',
    async (name, offset, side) => {
      await start(offset);
      const bystanders = Bystanders.watch(running(), PARTIES.flat());
      let message: string;
      let changed: readonly string[];
      try {
        message = await isSaid(side);
        await delay(LASTS);
      } finally {
        changed = await bystanders.end();
      }
      expect(message).toMatch(/(?:3599|360[01])\.\d s /);
      expect(await saidElse()).toEqual([]);
      expect(changed).toEqual([]);
      note({
        trial: 'clock',
        name: `an hour ${name}`,
        promised: PROMISED,
        measured: `“${message}” and nothing else for ${LASTS / 1_000} s`,
      });
    },
    3 * UNTIL_WELL + LASTS,
  );

  it(
    'set forward by an hour, and back by two, while it runs: it is said, and nothing else is',
    async () => {
      await start('+0s');
      const bystanders = Bystanders.watch(running(), PARTIES.flat());
      const messages: string[] = [];
      let changed: readonly string[];
      try {
        for (const [offset, side] of [
          ['+3600s', 'behind'],
          ['-3600s', 'ahead of'],
        ] as const) {
          writeFileSync(file, offset);
          await delay(LASTS);
          messages.push(await isSaid(side));
        }
      } finally {
        changed = await bystanders.end();
      }
      expect(await saidElse()).toEqual([]);
      expect(changed).toEqual([]);
      note({ trial: 'clock', name: 'set while it runs', promised: PROMISED, measured: `“${messages.join('”, “')}” and nothing else for ${(2 * LASTS) / 1_000} s` }); // prettier-ignore
    },
    UNTIL_WELL + 2 * (LASTS + UNTIL_SAID),
  );
});

const PROMISED =
  'no verdict changes by it and nothing is unknown, not even for a moment, with the limits that Vitals has by default, and CLOCK_SKEWED is said';
