import { type IsolatedSystem } from './isolated-systems.js';
import { type Heard, raises, resourceOf, type RunningVitals } from './vitals.js';

interface Hanging {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly health: {
    readonly status: string;
    readonly isStale: boolean;
    readonly observedAt: string | null;
    readonly findings: readonly { readonly reason: string }[];
  };
}

/** The most that one search gives. */
const MOST_FOUND = 100;

/** `lost`: the system cannot be seen; else what its source says of the answers. */
export type Telling = 'lost' | 'invalid' | 'forbidden';

const REASONS = { invalid: 'SOURCE_ANSWER_INVALID', forbidden: 'SOURCE_FORBIDDEN' } as const;

/** Milliseconds by which the last look of before may end later than what was done to a system. */
export const UNDER_WAY = 3_000;

/** What hangs on these systems, as Vitals has it now. */
async function hangingOn(
  vitals: RunningVitals,
  { system, hanging }: Pick<IsolatedSystem, 'system' | 'hanging'>,
): Promise<readonly Hanging[]> {
  if (hanging.length === 0) return [];
  const fields = 'id kind name health { status isStale observedAt findings { reason } }';
  const searches = hanging.map((kind) => `${kind}: search(kinds: [${kind}], text: "", first: ${MOST_FOUND}) { ${fields} }`); // prettier-ignore
  const found = await vitals.query<Readonly<Record<string, readonly Hanging[]>>>(`{ ${searches.join(' ')} }`);
  for (const [kind, some] of Object.entries(found))
    if (some.length === MOST_FOUND) throw new Error(`there may be more of ${kind} than can be looked at`);
  // Of several systems of one kind, those of this one: its name is in their ids.
  return Object.values(found)
    .flat()
    .filter(({ id }) => Buffer.from(id, 'base64url').toString().split('/')[1] === system);
}

/** Whether this is said of a system that cannot be seen. */
function isOfLoss({ lost: [, reason], partsLost = [] }: IsolatedSystem, said: string): boolean {
  return said === reason || partsLost.includes(said) || said.startsWith('SOURCE_');
}

/**
 * What of these is not as it should be when nothing is disturbed; undefined: all is.
 * @param statuses that are as they should be
 */
export async function notWell(
  vitals: RunningVitals,
  systems: readonly IsolatedSystem[],
  statuses: readonly string[] = ['HEALTHY'],
): Promise<string | undefined> {
  const all = (await Promise.all(systems.map((system) => hangingOn(vitals, system)))).flat();
  const ill = all.filter(({ health }) => !statuses.includes(health.status) || health.isStale);
  return ill.length === 0 ? undefined : ill.map(({ kind, name, health }) => `${kind} ${name} ${health.status}`).join();
}

/**
 * What of it is still believed, or has no age that is right: younger than what it was last seen by, or none at all; undefined:
 * nothing. All of it is unknown, but for what says itself that it cannot be seen.
 */
export async function stillSeen(
  vitals: RunningVitals,
  system: IsolatedSystem,
  lastSeenAt: number,
): Promise<string | undefined> {
  const all = await hangingOn(vitals, system);
  if (system.hanging.length > 0 && all.length === 0) return 'nothing hangs on it';
  const isUnseen = ({ health: { status, isStale, observedAt, findings } }: Hanging): boolean =>
    isStale &&
    Date.parse(observedAt ?? '') <= lastSeenAt &&
    (status === 'UNKNOWN' || (status !== 'HEALTHY' && findings.some(({ reason }) => isOfLoss(system, reason))));
  const seen = all.filter((one) => !isUnseen(one));
  return seen.length === 0 ? undefined : seen.map(({ kind, name, health }) => `${kind} ${name} ${JSON.stringify(health)}`).join(); // prettier-ignore
}

/** Whether a change tells of a system in one of these ways. */
export function tellsOf({ lost, source }: IsolatedSystem, ways: readonly Telling[]): (change: Heard) => boolean {
  return (change) =>
    ways.some((way) => {
      if (way === 'lost') return resourceOf(change) === lost[0] && raises(lost[1])(change);
      return resourceOf(change) === `SOURCE ${source}` && raises(REASONS[way])(change);
    });
}

/**
 * What was raised but that these systems cannot be seen, in words.
 * @param seenAgainAt from then on they say themselves what became of them meanwhile
 */
export function raisedBeside(
  heard: readonly Heard[],
  systems: readonly IsolatedSystem[],
  seenAgainAt: number,
): readonly string[] {
  return heard.flatMap((change) => {
    const system = systems.find((one) => one.system === change.cluster);
    if (system !== undefined && change.at >= seenAgainAt) return [];
    const beside = change.raised.filter(({ reason }) => system === undefined || !isOfLoss(system, reason));
    return beside.length === 0 ? [] : [`${resourceOf(change)}: ${beside.map(({ reason }) => reason).join()}`];
  });
}
