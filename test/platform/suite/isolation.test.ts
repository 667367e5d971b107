import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEndpoints } from '../endpoints.js';
import { openPlatform } from '../lifecycle.js';
import { type IsolatedSystem, PARTIES } from '../support/isolated-systems.js';
import { Onlookers, type SourceState } from '../support/onlookers.js';
import { NO_REST, SHORT_LIMITS } from '../support/short-limits.js';
import { type Tampering, TamperingProxy } from '../support/tampering-proxy.js';
import { type Heard, clears, RunningVitals } from '../support/vitals.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { notWell, stillSeen, type Telling, tellsOf, UNDER_WAY } from '../support/watched-systems.js';

const DISTURBANCES = ['stopped', 'refused', 'slow', 'garbage', 'half'] as const;
type Disturbance = (typeof DISTURBANCES)[number];

/** Two looks at rest, each a little late, and the longest that the second one may wait for an answer. */
const WITHIN_TWO_PROBES = 2 * 11_000 + 6_000;
/** Systems that were stopped find each other again at their own pace. */
const UNTIL_WELL = 120_000;
/** What a machine with two cores that is busy with the rest may add to the time of a look. */
const NOISE = 500;

/** By what a disturbance is told: silence is a loss, nonsense is nonsense, and half of something may be either. */
function waysOf({ garbage }: IsolatedSystem, disturbance: Disturbance): readonly Telling[] {
  if (disturbance === 'garbage') return [garbage];
  return disturbance === 'half' ? ['lost', 'invalid'] : ['lost'];
}

describe('sources that are ill', () => {
  const platform = openPlatform();
  const has = ({ component }: IsolatedSystem): boolean => platform.components.some(({ name }) => name === component);
  const parties = PARTIES.map((party) => party.filter(has)).filter((party) => party.length > 0);
  const proxies = new Map<string, readonly TamperingProxy[]>();
  /** By party: how the others fare while nothing is ill. */
  const calm = new Map<readonly IsolatedSystem[], Onlookers>();
  let folder: string;
  let started: RunningVitals | undefined;
  let vitals: RunningVitals;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitals-test-'));
    let endpoints = readEndpoints(platform);
    let host = 0;
    for (const { system, places, by } of parties.flat()) {
      const own = places(endpoints).map(
        ({ target, front }) =>
          new TamperingProxy(front ?? { host: `127.0.99.${(host += 1)}`, port: target.port }, target),
      );
      proxies.set(system, own);
      for (const proxy of own) await proxy.open();
      endpoints = by(
        endpoints,
        own.map(({ address }) => address),
        folder,
      );
    }
    started = await RunningVitals.start(platform, [...SHORT_LIMITS, NO_REST], undefined, endpoints);
    vitals = started;
    await waitUntilNothingMissing('all is well', () => notWell(vitals, parties.flat()), { within: UNTIL_WELL });
  }, UNTIL_WELL + 60_000);

  afterAll(async () => {
    await started?.stop();
    await Promise.all([...proxies.values()].flat().map((proxy) => proxy.close()));
    await rm(folder, { recursive: true });
  });

  async function disturb({ system, processes }: IsolatedSystem, disturbance: Disturbance | 'none'): Promise<void> {
    if (disturbance === 'stopped') for (const process of processes) platform.signal(process, 'SIGSTOP');
    if (disturbance === 'none') for (const process of processes) platform.signal(process, 'SIGCONT');
    const stopped: Tampering = processes.length === 0 ? 'silent' : 'whole';
    const mode: Tampering = disturbance === 'none' ? 'whole' : disturbance === 'stopped' ? stopped : disturbance;
    await Promise.all((proxies.get(system) ?? []).map((proxy) => proxy.tamper(mode)));
  }

  /** It is told, and what hangs on it is old, both within two looks. */
  async function isTold(one: IsolatedSystem, disturbance: Disturbance, begunAt: number, from: number): Promise<Heard> {
    const tells = tellsOf(one, waysOf(one, disturbance));
    const told = await vitals.waitFor(`${one.system} ${disturbance}`, tells, WITHIN_TWO_PROBES, from);
    const within = Math.max(0, begunAt + WITHIN_TWO_PROBES - Date.now());
    // Half of what is said may hold a whole event: that was seen, until the rest of it was missed.
    const lastSeenAt = disturbance === 'half' ? told.at : begunAt + UNDER_WAY;
    const look = (): Promise<string | undefined> => stillSeen(vitals, one, lastSeenAt);
    await waitUntilNothingMissing(`what hangs on ${one.system}`, look, { within });
    return told;
  }

  function expectUntouched(others: Onlookers, before: Onlookers): void {
    for (const [name, looks] of others.looks) {
      const earlier = before.looks.get(name) ?? [];
      const statuses = [...new Set([...earlier, ...looks].map(({ health }) => health.status))];
      expect({ name, statuses }).toEqual({ name, statuses: ['HEALTHY'] });
      expect({ name, failures: Math.max(...looks.map(({ consecutiveFailures }) => consecutiveFailures)) }).toEqual({ name, failures: 0 }); // prettier-ignore
      // What waits for one that is ill waits at each look; a machine that is busy is not so at each.
      const quickest = (some: readonly SourceState[]): number => Math.min(...some.map(({ lastDurationMilliseconds }) => lastDurationMilliseconds ?? 0)); // prettier-ignore
      expect({ name, slower: Math.max(0, quickest(looks) - quickest(earlier) - NOISE) }).toEqual({ name, slower: 0 });
    }
  }

  const cases = DISTURBANCES.flatMap((disturbance) =>
    parties.map((party) => ({ party, disturbance, names: party.map(({ system }) => system).join(', ') })),
  );

  it.each(cases)(
    '$names $disturbance: it is told, what hangs on them is old, the others go on, and they come back by themselves',
    async ({ party, disturbance }) => {
      // One that has nothing to look at does not look.
      const isOther = ({ name, lastDurationMilliseconds }: SourceState): boolean =>
        lastDurationMilliseconds !== null && !party.some(({ system }) => name.endsWith(`/${system}`));
      const before = calm.get(party) ?? (await Onlookers.watch(vitals, isOther));
      calm.set(party, before);
      const from = vitals.heard.length;
      const begunAt = Date.now();
      let told: readonly Heard[];
      try {
        await Promise.all(party.map((one) => disturb(one, disturbance)));
        const others = Onlookers.watch(vitals, isOther);
        [told] = await Promise.all([
          Promise.all(party.map((one) => isTold(one, disturbance, begunAt, from))),
          others.then((looks) => {
            expectUntouched(looks, before);
          }),
        ]);
      } finally {
        await Promise.all(party.map((one) => disturb(one, 'none')));
      }
      const within = disturbance === 'stopped' ? UNTIL_WELL : WITHIN_TWO_PROBES;
      const ends = told
        .flatMap(({ raised }) => raised)
        .map(({ id, reason }) => {
          const isEnd = (change: Heard): boolean =>
            clears(reason)(change) && change.cleared.some((one) => one.id === id);
          return vitals.waitFor(`the end of ${reason}`, isEnd, within, from);
        });
      await Promise.all(ends);
      await waitUntilNothingMissing(`${disturbance} is over`, () => notWell(vitals, party), { within: UNTIL_WELL });
    },
    2 * UNTIL_WELL + 4 * WITHIN_TWO_PROBES,
  );
});
