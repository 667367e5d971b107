import { FindingReason } from '../model/finding-reason.js';
import { Severity } from '../model/health.js';
import type { ResourceId } from '../model/ids.js';
import type { Rule } from '../model/rule.js';
import type { SignalName } from '../model/signal-name.js';
import type { Entry } from './entry.js';
import { getOrMake } from '../model/get-or-make.js';
import type { Proposed } from './holds.js';

/**
 * Which rules break on which resources at present: a defect of Vitals, said once for each rule and of the platform, not of what is
 * watched. Holds no more than there are resources.
 */
export class FailedRules {
  private readonly failing = new Map<SignalName, Set<ResourceId>>();
  private isChanged = false;

  /** @param onFirst told when a rule begins to break, with what it threw: for the log, never for answers */
  constructor(private readonly onFirst: (rule: Rule, error: unknown) => void) {}

  note(rule: Rule, { id }: Entry, error: unknown): void {
    const ids = getOrMake(this.failing, rule.signal, () => new Set());
    if (ids.size === 0) this.onFirst(rule, error);
    if (!ids.has(id)) this.isChanged = true;
    ids.add(id);
  }

  /** The rule has judged that resource well, or the resource is gone. */
  clear(signal: SignalName, id: ResourceId): void {
    const ids = this.failing.get(signal);
    if (ids?.delete(id) !== true) return;
    this.isChanged = true;
    if (ids.size === 0) this.failing.delete(signal);
  }

  /** The resource is gone. */
  forget({ id }: Entry): void {
    if (this.isEmpty) return;
    for (const signal of this.failing.keys()) this.clear(signal, id);
  }

  /** Nothing is broken: it is not worth looking further. */
  get isEmpty(): boolean {
    return this.failing.size === 0;
  }

  /** Whether something is different since this was asked last. */
  takeChange(): boolean {
    const { isChanged } = this;
    this.isChanged = false;
    return isChanged;
  }

  /** What the platform says of it. */
  proposed(): readonly Proposed[] {
    return [...this.failing].map(([signal, { size }]) => ({
      reason: FindingReason.RULE_FAILED,
      subject: signal,
      signal,
      severity: Severity.WARNING,
      message: `The rule for ${signal} broke on ${size === 1 ? 'one resource' : `${size} resources`}: what it would say of them is unknown.`,
      advice: 'This is a defect of Vitals: report it with the line of the log that names this rule.',
    }));
  }
}
