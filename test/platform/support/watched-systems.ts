import { type IsolatedSystem } from './isolated-systems.js';
import { type Heard, raises, resourceOf, type RunningVitals } from './vitals.js';

interface Hanging {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly health: { readonly status: string; readonly isStale: boolean; readonly observedAt: string | null };
}

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
  const fields = 'id kind name health { status isStale observedAt }';
  const query = `{ search(kinds: [${hanging.join()}], text: "", first: 100) { ${fields} } }`;
  const { search } = await vitals.query<{ search: readonly Hanging[] }>(query);
  // Of several systems of one kind, those of this one: its name is in their ids.
  return search.filter(({ id }) => Buffer.from(id, 'base64url').toString().split('/')[1] === system);
}

/** What of these is not as it should be when nothing is disturbed; undefined: all is. */
export async function notWell(vitals: RunningVitals, systems: readonly IsolatedSystem[]): Promise<string | undefined> {
  const all = (await Promise.all(systems.map((system) => hangingOn(vitals, system)))).flat();
  const ill = all.filter(({ health }) => health.status !== 'HEALTHY' || health.isStale);
  return ill.length === 0 ? undefined : ill.map(({ kind, name, health }) => `${kind} ${name} ${health.status}`).join();
}

/** What of it is still believed, or younger than what it was last seen by; undefined: nothing. */
export async function stillSeen(
  vitals: RunningVitals,
  system: IsolatedSystem,
  lastSeenAt: number,
): Promise<string | undefined> {
  const all = await hangingOn(vitals, system);
  if (system.hanging.length > 0 && all.length === 0) return 'nothing hangs on it';
  // Before, all of it was healthy: what is not so now is unknown, or says itself that it cannot be seen.
  const isSeen = ({ health }: Hanging): boolean =>
    health.status === 'HEALTHY' || !health.isStale || Date.parse(health.observedAt ?? '') > lastSeenAt;
  const seen = all.filter(isSeen);
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

/** What was raised on anything but these systems, in words. */
export function raisedElsewhere(heard: readonly Heard[], systems: readonly IsolatedSystem[]): readonly string[] {
  const names = new Set(systems.map(({ system }) => system));
  return heard
    .filter(({ raised, cluster }) => raised.length > 0 && !names.has(cluster ?? ''))
    .map((change) => `${resourceOf(change)}: ${change.raised.map(({ reason }) => reason).join()}`);
}
