import type { Clock } from '../model/clock.js';
import type { CauseDefinition, KindDefinition } from '../model/kind-definition.js';
import type { Rule } from '../model/rule.js';
import type { LimitSettings } from './limit-book.js';

/** What a registry is made of. */
export interface RegistryOptions {
  readonly kinds: readonly KindDefinition[];
  readonly rules: readonly Rule[];
  readonly causes: readonly CauseDefinition[];
  readonly clock: Clock;
  readonly settings?: LimitSettings;
  /** How many changes are kept for those who resume. Default 20,000. */
  readonly changesKept?: number;
  /** Told of a rule or listener that broke: for the log. */
  readonly onDefect?: (where: string, error: unknown) => void;
}
