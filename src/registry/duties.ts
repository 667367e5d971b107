import { labelsOf } from '../model/facts.js';
import type { FindingReason } from '../model/finding-reason.js';
import type { Seen } from '../model/rule.js';
import { type LimitSettings, type Selector, isForAll, matches } from './limit-book.js';

/** Who looks after what, and where it is explained what to do: of all settings that fit, the last one wins. */
export class Duties {
  constructor(private settings: Pick<LimitSettings, 'runbooks' | 'teams' | 'teamLabels'>) {}

  replace(settings: LimitSettings): void {
    this.settings = settings;
  }

  /** Configuration knows better than a label. */
  teamOf(seen: Seen): string | null {
    const { teams, teamLabels } = this.settings;
    const configured = teams.findLast(({ where }) => matches(where, seen));
    if (configured !== undefined) return configured.team;
    const labels = labelsOf(seen.main);
    const label = teamLabels.find((key) => Object.hasOwn(labels, key));
    return label === undefined ? null : (labels[label] ?? null);
  }

  /** @param seen what the finding is about; undefined once that is gone: then only what is said of all of them holds */
  runbookOf(reason: FindingReason, seen: Seen | undefined): string | null {
    const isFor = (where: Selector): boolean => (seen === undefined ? isForAll(where) : matches(where, seen));
    const runbook = this.settings.runbooks.findLast((one) => one.reason === reason && isFor(one.where));
    return runbook?.url ?? null;
  }
}
