import { type Endpoints, readEndpoints } from '../endpoints.js';
import { zookeeperName } from '../components/zookeeper.component.js';
import { openPlatform } from '../lifecycle.js';
import { type Address, TamperingProxy, type Tampering } from '../support/tampering-proxy.js';
import { SHORT_LIMITS } from '../support/short-limits.js';
import { type Heard, raises, resourceOf, RunningVitals } from '../support/vitals.js';

/** One watched system, and what is said of it when it cannot be seen. A further one is one line more. */
interface Watched {
  readonly system: string;
  readonly source: string;
  /** `KIND name` of what is the endpoint, and what it says when it is lost. */
  readonly resource: string;
  readonly lost: string;
  /** Its processes. */
  readonly components: readonly string[];
  /** Where it listens. */
  readonly addresses: (endpoints: Endpoints) => readonly Address[];
  /** The same, by other addresses. */
  readonly by: (endpoints: Endpoints, addresses: readonly Address[]) => Endpoints;
  /** What hangs on it, as kind and part of its name; each has a status of its own. */
  readonly hanging: readonly (readonly [kind: string, name: string])[];
}

function addressOf(text: string): Address {
  const [host = '', port = ''] = text.split(':');
  return { host, port: Number(port) };
}

const watched: readonly Watched[] = [
  {
    system: 'metadata',
    source: 'postgres/metadata',
    resource: 'DATABASE metadata',
    lost: 'DATABASE_UNREACHABLE',
    components: ['postgresql'],
    addresses: ({ postgresql: { host, port } }) => [{ host, port }],
    by: (endpoints, [address]) => ({ ...endpoints, postgresql: { ...endpoints.postgresql, ...address } }),
    hanging: [['DATABASE', 'metadata']],
  },
  {
    system: 'coordination',
    source: 'zookeeper/coordination',
    resource: 'ZOOKEEPER coordination',
    lost: 'ZOOKEEPER_NO_QUORUM',
    components: ['127.0.1.1', '127.0.1.2', '127.0.1.3'].map(zookeeperName),
    addresses: ({ zookeeper }) => zookeeper.members.map(addressOf),
    by: (endpoints, addresses) => ({
      ...endpoints,
      zookeeper: { members: addresses.map(({ host, port }) => `${host}:${port}`) },
    }),
    hanging: [
      ['ZOOKEEPER', 'coordination'],
      ['ZOOKEEPER_MEMBER', '127.'],
    ],
  },
];

const disturbances = ['stopped', 'refused', 'slow', 'garbage', 'half'] as const;
type Disturbance = (typeof disturbances)[number];

const INVALID = 'SOURCE_ANSWER_INVALID';

/** Two looks at rest, each a little late, and the longest that the second one may wait for an answer. */
const WITHIN_TWO_PROBES = 2 * 11_000 + 6_000;
/** What a machine with two cores that is busy with the rest may add to the time of a look. */
const NOISE = 500;

interface SourceState {
  readonly name: string;
  readonly mode: string;
  readonly lastDurationMilliseconds: number | null;
  readonly consecutiveFailures: number;
  readonly health: { readonly status: string; readonly observedAt: string | null };
}

const SOURCES = '{ sources { name mode lastDurationMilliseconds consecutiveFailures health { status observedAt } } }';

interface Hanging {
  readonly name: string;
  readonly health: { readonly status: string; readonly isStale: boolean; readonly observedAt: string | null };
}

describe('one source that is ill', () => {
  const platform = openPlatform();
  const proxies = new Map<string, readonly TamperingProxy[]>();
  let vitals: RunningVitals;
  let started: RunningVitals | undefined;

  beforeAll(async () => {
    let endpoints = readEndpoints(platform);
    let host = 0;
    for (const { system, addresses, by } of watched) {
      const own = addresses(endpoints).map(
        (target) => new TamperingProxy({ host: `127.0.99.${(host += 1)}`, port: target.port }, target),
      );
      await Promise.all(own.map((proxy) => proxy.open()));
      proxies.set(system, own);
      endpoints = by(
        endpoints,
        own.map(({ address }) => address),
      );
    }
    started = await RunningVitals.start(platform, SHORT_LIMITS, undefined, endpoints);
    vitals = started;
  }, 90_000);

  afterAll(async () => {
    await started?.stop();
    await Promise.all([...proxies.values()].flat().map((proxy) => proxy.close()));
  });

  async function disturb({ system, components }: Watched, disturbance: Disturbance | 'none'): Promise<void> {
    if (disturbance === 'stopped') for (const component of components) platform.signal(component, 'SIGSTOP');
    if (disturbance === 'none') for (const component of components) platform.signal(component, 'SIGCONT');
    const mode: Tampering = disturbance === 'stopped' || disturbance === 'none' ? 'whole' : disturbance;
    await Promise.all((proxies.get(system) ?? []).map((proxy) => proxy.tamper(mode)));
  }

  async function others(source: string): Promise<readonly SourceState[]> {
    const { sources } = await vitals.query<{ sources: readonly SourceState[] }>(SOURCES);
    return sources.filter(({ name, mode }) => name !== source && mode === 'PROBED');
  }

  async function hangingOn({ hanging }: Watched): Promise<readonly Hanging[]> {
    const lists = await Promise.all(
      hanging.map(async ([kind, text]) => {
        const query = `{ search(kinds: [${kind}], text: "${text}") { name health { status isStale observedAt } } }`;
        return (await vitals.query<{ search: readonly Hanging[] }>(query)).search;
      }),
    );
    return lists.flat();
  }

  /** By what a disturbance is told: silence is a loss, nonsense is nonsense, and half of something may be either. */
  function tells({ resource, lost, source }: Watched, disturbance: Disturbance): (change: Heard) => boolean {
    const isLost = (change: Heard): boolean => resourceOf(change) === resource && raises(lost)(change);
    const isInvalid = (change: Heard): boolean => resourceOf(change) === `SOURCE ${source}` && raises(INVALID)(change);
    if (disturbance === 'garbage') return isInvalid;
    return disturbance === 'half' ? (change) => isLost(change) || isInvalid(change) : isLost;
  }

  const cases = watched.flatMap((one) => disturbances.map((disturbance) => ({ ...one, disturbance })));

  it.each(cases)(
    '$system $disturbance: it is told, what hangs on it is old, the others go on, and it comes back by itself',
    async (one) => {
      const { disturbance, source } = one;
      const before = await others(source);
      const from = vitals.heard.length;
      const begunAt = Date.now();
      let told: Heard;
      try {
        await disturb(one, disturbance);
        told = await vitals.waitFor(disturbance, tells(one, disturbance), WITHIN_TWO_PROBES, from);
        for (const { name, health } of await hangingOn(one)) {
          const { status, isStale, observedAt } = health;
          expect({ name, isKnown: status === 'HEALTHY', isStale }).toEqual({ name, isKnown: false, isStale: true });
          // Its age is that of the last look that saw it.
          expect(Date.parse(observedAt ?? '')).toBeLessThan(begunAt + 3_000);
        }
        // Long enough for each of the others to be looked at again.
        await vitals.waitUntil('the others', async () => areSeenAgain(begunAt, await others(source)), 30_000);
        for (const other of await others(source)) {
          const earlier = before.find(({ name }) => name === other.name);
          expect(other.health.status).toBe(earlier?.health.status);
          expect(other.consecutiveFailures).toBe(0);
          const allowed = (earlier?.lastDurationMilliseconds ?? 0) + NOISE;
          expect(other.lastDurationMilliseconds ?? 0).toBeLessThan(allowed);
        }
      } finally {
        await disturb(one, 'none');
      }
      const ids = new Set(told.raised.map(({ id }) => id));
      const isOver = ({ cleared }: Heard): boolean => cleared.some(({ id }) => ids.has(id));
      await vitals.waitFor(`the end of ${disturbance}`, isOver, WITHIN_TWO_PROBES, from);
      const isWell = async (): Promise<boolean> =>
        (await hangingOn(one)).every(({ health }) => health.status === 'HEALTHY' && !health.isStale);
      await vitals.waitUntil(`${one.system} well`, isWell, WITHIN_TWO_PROBES);
    },
    4 * WITHIN_TWO_PROBES,
  );
});

function areSeenAgain(begunAt: number, sources: readonly SourceState[]): boolean {
  return sources.every(({ health }) => Date.parse(health.observedAt ?? '') > begunAt);
}
