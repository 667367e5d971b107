import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Unit } from '../../model/health.js';
import { NUMERIC_CLEAR, type Rule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { percent } from '../amounts.js';
import { above, connectionShare, keptIncrease, reading, untold, definePostgresRule } from './postgres-figures.js';

const readTime = definePostgresRule({
  signal: SignalName.DATABASE_READ_TIME,
  title: 'Time to read a block',
  description: 'Time spent per block read over the last 5 minutes (pg_stat_io, with track_io_timing on). Shown only.',
  unit: Unit.MILLISECONDS,
  evidence: Evidence.MEASURED,
  limits: {},
  howToEnable: 'PostgreSQL 16 or newer, with `track_io_timing = on`.',
  judge: () => null,
  measure: (database) => {
    if (database.main.blockReadTime === null) return [reading(database, 'blockReadTime', null)];
    const blocks = keptIncrease(database.samples('blocksRead'));
    const time = keptIncrease(database.samples('blockReadTime'));
    const { observedAt } = database;
    if (blocks === null || time === null) return [{ value: null, unavailable: 'warming up', observedAt }];
    return [{ value: blocks === 0 ? 0 : time / blocks, observedAt }];
  },
});

const connections = definePostgresRule({
  signal: SignalName.DATABASE_CONNECTIONS,
  title: 'Connections',
  description: 'Connections in use, as a share of those that are not reserved (after the mixin of postgres_exporter).',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_CONNECTIONS_HIGH: { warnAt: 0.8, criticalAt: 0.95 } },
  judge: (database, { DATABASE_CONNECTIONS_HIGH: limit }) => {
    const { connections: seen } = database.main;
    if (seen === null) return untold(database, 'connections');
    const { used, maximum, reserved } = seen;
    const share = connectionShare(seen);
    const severity = above(share, limit);
    if (severity === null) return null;
    return {
      findings: [
        {
          reason: FindingReason.DATABASE_CONNECTIONS_HIGH,
          severity,
          message: `${used} of ${maximum - reserved} connections are in use (${percent(share)}).`,
          advice:
            'Look at who holds them (pg_stat_activity); a pool in front, or smaller pools of the clients, need fewer.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (database) => {
    const { connections: seen } = database.main;
    return [{ ...reading(database, 'connections', seen && connectionShare(seen)), series: 'connections' }];
  },
});

export const loadRules: readonly Rule[] = [readTime, connections];
