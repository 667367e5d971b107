import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Judgement, type Rule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import type { Source } from '../../model/source.js';
import type { PostgresDatabase } from '../../model/database.js';
import { isUntold } from '../untold.js';
import { definePostgresRule } from './postgres-figures.js';

const reach = definePostgresRule({
  signal: SignalName.DATABASE_REACH,
  title: 'Database reached',
  description:
    'A database that refuses or hangs in two looks at least 2 s apart is CRITICAL; one that only does not let Vitals in is ' +
    'UNKNOWN. One that should take writes and does not is WARNING.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_UNREACHABLE: {}, DATABASE_READ_ONLY: {} },
  judge: (database) => {
    const readOnly = readOnlyFinding(database.main);
    const known = readOnly === null ? [] : [readOnly];
    const [source] = database.from('endpoint', ResourceKind.SOURCE);
    const unseen = source === undefined ? null : unseenJudgement(source.main);
    return {
      ...unseen,
      findings: [...(unseen?.findings ?? []), ...known],
      cannotTell: ({ foundBy }) => foundBy === 'isReadOnly' && isUntold(database.main.unavailable, foundBy),
    };
  },
});

function unseenJudgement({ state, message, stateSince }: Source): Judgement | null {
  if (state === 'ok' || state === 'starting') return null;
  // Whoever is refused has an answer: the database may be well.
  if (state !== 'lost') return { isUnknown: true, isStale: true };
  const unreachable: Candidate = {
    reason: FindingReason.DATABASE_UNREACHABLE,
    severity: Severity.CRITICAL,
    message: message ?? 'It does not answer.',
    advice: 'Look at whether the server runs, whether it has connections left, and at the network between.',
    since: stateSince,
  };
  return { findings: [unreachable], isStale: true };
}

function readOnlyFinding({ isInRecovery, isReadOnly, isStandbyExpected }: PostgresDatabase): Candidate | null {
  const finding = { reason: FindingReason.DATABASE_READ_ONLY, severity: Severity.WARNING };
  if (isInRecovery === true) {
    if (isStandbyExpected) return null;
    return {
      ...finding,
      message: 'It is in recovery: a standby, where a primary is expected.',
      advice:
        'Look at whether it failed over, and where the primary is; if it is meant to be a standby, configure it as one.',
    };
  }
  if (isReadOnly !== true) return null;
  return {
    ...finding,
    foundBy: 'isReadOnly',
    message: 'Sessions begin read-only (default_transaction_read_only is on).',
    advice: 'Find out who set it: some providers do when the disk is nearly full.',
  };
}

export const reachRules: readonly Rule[] = [reach];
