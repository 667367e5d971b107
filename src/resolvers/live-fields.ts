import { type HealthChangeRecord, HealthChangeType } from '../model/change.js';
import type { Clock } from '../model/clock.js';
import type { ResourceId } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { badInput } from './bad-input.js';
import { ChangeMatcher, changeEvent, initialEvent, positionEvent, readCursor } from './changes.js';
import type { ChangeFilter } from './filters.js';
import type { LiveEvent, LiveField } from './live-field.js';
import { resourceTopic, topicsOfFilter } from './live-topics.js';

interface ChangesArguments {
  readonly filter?: ChangeFilter | null;
  readonly after?: string | null;
  readonly initial?: boolean | null;
}

/** Verdicts as they change: the state of all that match, SYNCED, and every change since, without a gap or a repetition. */
export function healthChangesField(registry: Registry, clock: Clock): LiveField<ChangesArguments> {
  const { changes } = registry;
  /** One matcher per group of subscribers, however many changes there are. */
  const matchers = new WeakMap<ChangesArguments, ChangeMatcher>();
  const matcherOf = (args: ChangesArguments): ChangeMatcher => {
    let matcher = matchers.get(args);
    if (matcher === undefined) {
      matcher = new ChangeMatcher(args.filter ?? {}, registry);
      matchers.set(args, matcher);
    }
    return matcher;
  };
  const changed = (change: HealthChangeRecord): LiveEvent => ({
    sequence: change.sequence,
    root: changeEvent(changes, change),
  });
  const from = ({ after, initial }: ChangesArguments): number | null => {
    if (after != null && initial === true)
      throw badInput('initial: give either `after` to resume, or `initial` to begin.');
    if (initial === true) return null;
    return after == null ? changes.lastSequence : readCursor(changes, after, 'after');
  };
  return {
    delivery: 'every',
    startArguments: ['after', 'initial'],
    topics: ({ filter }) => topicsOfFilter(filter ?? {}),
    from,
    opening: (args) => {
      const matcher = matcherOf(args);
      const afterSequence = from(args);
      if (afterSequence !== null)
        return changes.range({ afterSequence, filter: (change) => matcher.matches(change) }).map(changed);
      const sequence = changes.lastSequence;
      const now = clock.now();
      const event = (root: unknown): LiveEvent => ({ sequence, root });
      const synced = positionEvent(changes, HealthChangeType.SYNCED, sequence, now);
      return [...snapshot(registry, args.filter ?? {}, matcher).map((entry) => event(initialEvent(entry, now))), event(synced)]; // prettier-ignore
    },
    event: (change, args) => (matcherOf(args).matches(change) ? changed(change) : null),
    bookmark: (sequence) => ({
      sequence,
      isBookmark: true,
      root: positionEvent(changes, HealthChangeType.BOOKMARK, sequence, clock.now()),
    }),
  };
}

/** Each is looked up in each cluster and kind: of more, all namespaces are walked through at less cost. */
const MOST_NAMESPACES = 100;

/** Those that match, in no order. */
function snapshot(registry: Registry, filter: ChangeFilter, matcher: ChangeMatcher): readonly Entry[] {
  const found: Entry[] = [];
  for (const entry of candidates(registry, filter, matcher)) if (matcher.matchesNow(entry)) found.push(entry);
  return found;
}

/** Those that may match, by what there is an index of: who asks for little is not to have everything looked at. */
function* candidates(
  registry: Registry,
  { kinds, clusters, namespaces, resourceIds, status }: ChangeFilter,
  { isAboutFindings }: ChangeMatcher,
): Generator<Entry> {
  if (resourceIds != null) {
    for (const id of new Set(resourceIds)) {
      const entry = registry.get(id as ResourceId);
      if (entry !== undefined) yield entry;
    }
    return;
  }
  const isShort = namespaces == null || namespaces.length <= MOST_NAMESPACES;
  const places = { systems: clusters, namespaces: isShort ? namespaces : null };
  const there = registry.ranked<ResourceKind>([...new Set(kinds ?? Object.values(ResourceKind))], places);
  const alike = status == null ? there : there.ofStatus(status);
  yield* isAboutFindings ? alike.withFindings() : alike;
}

/** One resource, at once and after each change of its verdict; null once it is gone. */
export function resourceHealthField(registry: Registry): LiveField<{ readonly id: ResourceId }> {
  return {
    delivery: 'latest',
    startArguments: [],
    topics: ({ id }) => [resourceTopic(id)],
    from: () => null,
    opening: ({ id }) => [{ sequence: registry.changes.lastSequence, root: registry.get(id)?.main ?? null }],
    event: ({ resourceId, sequence }, { id }) =>
      resourceId === id ? { sequence, root: registry.get(id)?.main ?? null } : null,
    bookmark: () => null,
  };
}
