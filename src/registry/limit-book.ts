import { labelsOf } from '../model/facts.js';
import type { FindingReason } from '../model/finding-reason.js';
import { globMatches } from '../model/glob.js';
import type { Ignored } from '../model/health.js';
import type { RecordKind, ResourceKind } from '../model/kinds.js';
import type { Labels } from '../model/resource.js';
import type { LimitsByReason, LimitValues, Rule, Seen } from '../model/rule.js';
import type { Instant } from '../model/time.js';

/** Which resources a setting is for. What is absent matches all; names take `*` and `?`. */
export interface Selector {
  readonly cluster?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  readonly labels?: Labels | undefined;
  readonly kinds?: readonly ResourceKind[] | undefined;
}

export interface LimitOverride {
  readonly reason: FindingReason;
  readonly where: Selector;
  readonly values: LimitValues;
  /** The place in the configuration, for people: `limits[2]`. */
  readonly origin: string;
}

export interface IgnoreSetting {
  /** Null: every reason. */
  readonly reason: FindingReason | null;
  readonly where: Selector;
  readonly untilAt: Instant | null;
  readonly because: string;
}

/** Where it is explained what to do about a finding. */
export interface RunbookSetting {
  readonly reason: FindingReason;
  readonly where: Selector;
  readonly url: string;
}

/** Who looks after which resources. */
export interface TeamSetting {
  readonly team: string;
  readonly where: Selector;
}

/** What configuration says of findings and resources, and what may change while the program runs. */
export interface LimitSettings {
  readonly overrides: readonly LimitOverride[];
  readonly ignores: readonly IgnoreSetting[];
  /** Resources whose trouble is their parent's, unweakened. */
  readonly critical: readonly Selector[];
  readonly runbooks: readonly RunbookSetting[];
  readonly teams: readonly TeamSetting[];
  /** Labels that name the team where no setting does: the first that a resource carries. */
  readonly teamLabels: readonly string[];
}

export const DEFAULT_TEAM_LABELS: readonly string[] = ['team', 'app.kubernetes.io/team', 'owner'];

export const NO_SETTINGS: LimitSettings = {
  overrides: [],
  ignores: [],
  critical: [],
  runbooks: [],
  teams: [],
  teamLabels: DEFAULT_TEAM_LABELS,
};

export interface LimitSet {
  readonly limits: LimitsByReason;
  readonly origins: { readonly [R in FindingReason]?: string };
}

const NO_LIMITS: LimitSet = { limits: {}, origins: {} };

/** The limits in force for each resource: the rules' defaults, and over them what configuration says, the last one winning. */
export class LimitBook {
  private readonly defaults = new Map<RecordKind, LimitSet>();
  private readonly cache = new Map<string, LimitSet>();

  constructor(
    rules: readonly Rule[],
    private settings: LimitSettings,
  ) {
    for (const { kind, limits } of rules) {
      this.defaults.set(kind, { limits: { ...this.defaults.get(kind)?.limits, ...limits }, origins: {} });
    }
  }

  replace(settings: LimitSettings): void {
    this.settings = settings;
    this.cache.clear();
  }

  for(seen: Seen): LimitsByReason {
    return this.setFor(seen).limits;
  }

  /** `default`, or the place in the configuration. */
  originOf(reason: FindingReason, seen: Seen): string {
    return this.setFor(seen).origins[reason] ?? 'default';
  }

  /** For all of a kind: what is in force where no selector says otherwise, and where it comes from. */
  general(kind: RecordKind): LimitSet {
    const base = this.defaults.get(kind) ?? NO_LIMITS;
    const chosen = this.settings.overrides.filter(({ reason, where }) => reason in base.limits && isForAll(where));
    return chosen.reduce(overlay, base);
  }

  /** The same, with windows as long as the longest that is in force for any of them: of what they look back on together. */
  widest(kind: RecordKind): LimitsByReason {
    const key = `${kind}:widest`;
    let set = this.cache.get(key);
    if (set === undefined) this.cache.set(key, (set = this.settings.overrides.reduce(widen, this.general(kind))));
    return set.limits;
  }

  isCritical(seen: Seen): boolean {
    return this.settings.critical.some((selector) => matches(selector, seen));
  }

  /** Why and until when a finding is ignored; null: it counts. */
  ignored(reason: FindingReason, seen: Seen, now: Instant): Ignored | null {
    for (const ignore of this.settings.ignores) {
      if (ignore.reason !== null && ignore.reason !== reason) continue;
      if (ignore.untilAt !== null && ignore.untilAt <= now) continue;
      if (matches(ignore.where, seen)) return { untilAt: ignore.untilAt, reason: ignore.because };
    }
    return null;
  }

  private setFor(seen: Seen): LimitSet {
    const base = this.defaults.get(seen.kind) ?? NO_LIMITS;
    const { overrides } = this.settings;
    if (overrides.length === 0) return base;
    const chosen = overrides.filter(({ reason, where }) => reason in base.limits && matches(where, seen));
    if (chosen.length === 0) return base;
    const key = `${seen.kind}:${chosen.map(({ origin }) => origin).join(',')}`;
    let set = this.cache.get(key);
    if (set === undefined) this.cache.set(key, (set = chosen.reduce(overlay, base)));
    return set;
  }
}

function overlay({ limits, origins }: LimitSet, { reason, values, origin }: LimitOverride): LimitSet {
  return {
    limits: { ...limits, [reason]: { ...limits[reason], ...values } },
    origins: { ...origins, [reason]: origin },
  };
}

function widen(set: LimitSet, { reason, values: { window }, origin }: LimitOverride): LimitSet {
  const known = set.limits[reason];
  const before = known?.['window'];
  if (known === undefined || before === undefined || window === undefined || window <= before) return set;
  return overlay(set, { reason, where: {}, values: { ...known, window }, origin });
}

/** Whether it is for all resources: nothing is said of which. */
export function isForAll(where: Selector): boolean {
  return Object.values(where).every((part) => part === undefined);
}

export function matches({ cluster, namespace, name, labels, kinds }: Selector, { kind, main }: Seen): boolean {
  if (kinds !== undefined && !(kinds as readonly RecordKind[]).includes(kind)) return false;
  if (cluster !== undefined && !globMatches(cluster, main.system)) return false;
  if (namespace !== undefined && !globMatches(namespace, main.namespace ?? '')) return false;
  if (name !== undefined && !globMatches(name, main.name)) return false;
  if (labels === undefined) return true;
  const has = labelsOf(main);
  return Object.entries(labels).every(([key, value]) => has[key] === value);
}
