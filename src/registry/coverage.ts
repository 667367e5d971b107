import { Evidence, type Reading } from '../model/health.js';
import { ResourceKind } from '../model/kinds.js';
import type { Rule } from '../model/rule.js';
import { type Coverage, type CoverageGap, CoverageState } from '../model/signal.js';
import type { SightState } from '../model/source.js';
import type { Entry } from './entry.js';
import { getOrMake } from '../model/get-or-make.js';
import type { Registry } from './registry.js';

const BY_REASON: Readonly<Record<string, CoverageState>> = {
  forbidden: CoverageState.FORBIDDEN,
  'probe failed': CoverageState.UNREACHABLE,
  'not configured': CoverageState.NOT_CONFIGURED,
};

/** What a source that sees nothing leaves unseen, in the words of readings. */
const BY_SIGHT: Partial<Record<SightState, string>> = {
  forbidden: 'forbidden',
  lost: 'probe failed',
  hindered: 'probe failed',
  invalid: 'unsupported',
};

/** There is no number at present; the signal is seen all the same. */
const NO_VALUE_NOW: ReadonlySet<string> = new Set(['warming up', 'not growing', 'no nodes', 'no requests', 'idle']);

/**
 * For how many resources a signal is seen, and why not for the others: asked of the rule itself, resource by resource.
 * @param system only those of this cluster or system
 */
export function coverageOf(rule: Rule, registry: Registry, system?: string): Coverage {
  const tally = new CoverageTally(rule, registry, system);
  for (const entry of registry.entries(rule.kind, { system })) tally.look(entry);
  return tally.coverage();
}

/** The same for who has to look at many, in turns with others. */
export class CoverageTally {
  private readonly uncovered = new Map<string, string[]>();
  private covered = 0;
  private seen: CoverageState | null = null;

  constructor(
    private readonly rule: Rule,
    private readonly registry: Registry,
    private readonly system?: string,
  ) {}

  /** Counts one resource of the rule's kind. */
  look(entry: Entry<ResourceKind>): void {
    const { rule, registry } = this;
    if (rule.applies?.(entry) === false) return;
    const readings = registry.readings(entry, [rule]);
    const unavailable = unseenBecause(rule, entry, registry) ?? missing(readings);
    if (unavailable !== null) {
      getOrMake(this.uncovered, unavailable, () => []).push(entry.id);
      return;
    }
    // A rule that measures, and has no reading of it at all, does not apply to it.
    if (rule.measure === undefined || readings.length > 0) this.covered += 1;
    if (readings.some(isMeasured)) this.seen = CoverageState.MEASURED;
    else if (readings.some(isKnown)) this.seen ??= CoverageState.INFERRED;
  }

  coverage(): Coverage {
    const { rule, covered, uncovered } = this;
    if (covered === 0 && uncovered.size === 0) {
      if (!isConfigured(rule, this.registry)) return notConfigured(rule);
      const unavailable = blindBecause(rule, this.registry, this.system);
      if (unavailable !== null) return blind(unavailable);
    }
    const gaps = [...uncovered].map(([reason, ids]) => gapOf(reason, ids.length)).sort((a, b) => b.count - a.count);
    const [first] = gaps;
    return {
      state: covered === 0 && first !== undefined ? first.state : (this.seen ?? ownState(rule)),
      covered,
      reason: first?.reason ?? null,
      gaps,
      howToEnable: first === undefined ? null : (rule.howToEnable ?? null),
      uncoveredIds: [...uncovered.values()].flat(),
    };
  }
}

function gapOf(reason: string, count: number): CoverageGap {
  return { reason, count, state: BY_REASON[reason] ?? CoverageState.UNSUPPORTED };
}

function ownState({ evidence }: Rule): CoverageState {
  return evidence === Evidence.MEASURED ? CoverageState.MEASURED : CoverageState.INFERRED;
}

function isKnown({ value }: Reading): boolean {
  return value !== null;
}

function isMeasured(reading: Reading): boolean {
  return isKnown(reading) && reading.evidence === Evidence.MEASURED;
}

function notConfigured({ source, howToEnable }: Rule): Coverage {
  const reason = 'not configured';
  const mend = source === undefined ? null : `Name what is to be watched under "${source}" in the configuration.`;
  return {
    state: CoverageState.NOT_CONFIGURED,
    covered: 0,
    reason,
    gaps: [],
    howToEnable: mend ?? howToEnable ?? null,
    uncoveredIds: [],
  };
}

/** Nobody knows whether there is anything that it applies to. */
function blind(reason: string): Coverage {
  const state = BY_REASON[reason] ?? CoverageState.UNSUPPORTED;
  return { state, covered: 0, reason, gaps: [], howToEnable: null, uncoveredIds: [] };
}

/** Why it is not seen that there is nothing of its kind; null where it is, or soon will be. */
function blindBecause({ source, kind }: Rule, registry: Registry, system?: string): string | null {
  if (source === undefined) return null;
  const isMeant = (of: string): boolean => system === undefined || of === system;
  const shown = [...registry.sights.ofKind(kind)].filter(([of]) => isMeant(of)).map(([, { state }]) => state);
  const own = [...registry.entries(ResourceKind.SOURCE, { system })].filter(({ main }) => main.name.startsWith(`${source}/`)); // prettier-ignore
  const states = shown.length > 0 ? shown : own.map(({ main }) => main.state);
  const reasons = states.map((state) => BY_SIGHT[state] ?? null);
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}

/** Whether there is a source that could see it. Sources are called `<sort>/<system>`. */
function isConfigured({ source, kind }: Rule, registry: Registry): boolean {
  const all = [...registry.entries(ResourceKind.SOURCE)];
  if (source !== undefined) return all.some(({ main }) => main.name.startsWith(`${source}/`));
  return all.length > 0 || [...registry.sights.ofKind(kind)].length > 0;
}

/** Its source does not see it: what it last said is no measurement. Whether it is reached, that itself is seen. */
function unseenBecause(rule: Rule, entry: Entry, registry: Registry): string | null {
  const sight = BY_SIGHT[registry.sights.of(entry.main.system, entry.kind)?.state ?? 'ok'];
  if (sight !== undefined) return sight;
  if (rule.measure === undefined) return null;
  const reach = (entry as unknown as Entry<ResourceKind.ZOOKEEPER_MEMBER>).aspect('reach')?.facts.state;
  const sources = entry.from('endpoint', ResourceKind.SOURCE);
  const own = sources.find(({ main }) => rule.source === undefined || main.name.startsWith(`${rule.source}/`));
  return BY_SIGHT[reach ?? 'ok'] ?? BY_SIGHT[own?.main.state ?? 'ok'] ?? null;
}

/** Why none of the readings can be seen; null when one can, or when the signal has no number. */
function missing(readings: readonly Reading[]): string | null {
  const reasons = readings.map(({ value, unavailable }) => (value === null ? (unavailable ?? 'unknown') : null));
  const isSeen = reasons.length === 0 || reasons.some((reason) => reason === null || NO_VALUE_NOW.has(reason));
  return isSeen ? null : (reasons[0] ?? null);
}
