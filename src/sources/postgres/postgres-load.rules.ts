import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { NUMERIC_CLEAR, type Rule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { SECOND } from '../../model/time.js';
import {
  above,
  connectionShare,
  increase,
  notConfigured,
  percent,
  reading,
  definePostgresRule,
} from './postgres-figures.js';

/** A moment's sample of what sessions do proves nothing: so many of them, over so long. */
const SUSTAINED = { samples: 3, for: 30 * SECOND };

const HOW_TO_ENABLE_LOAD = 'Configure how many CPUs the server has: `vcpus`.';

const io = definePostgresRule({
  signal: SignalName.DATABASE_IO,
  title: 'Sessions waiting on IO',
  description:
    'Sessions that wait on IO, per CPU of the server. As many as CPUs, and more than half of those active, over three samples: ' +
    'the disk is what the work waits for (after the database load of AWS Performance Insights).',
  unit: Unit.RATIO,
  evidence: Evidence.INFERRED,
  limits: { DATABASE_IO_SATURATED: { warnAt: 1, activeShareAbove: 0.5, ...SUSTAINED } },
  howToEnable: HOW_TO_ENABLE_LOAD,
  judge: ({ main: { activity, vcpus }, observedAt }, { DATABASE_IO_SATURATED: limit }) => {
    if (activity === null || vcpus === null) return null;
    const { waitingOnIo, active } = activity;
    if (waitingOnIo < limit.warnAt * vcpus || waitingOnIo <= limit.activeShareAbove * active) return null;
    return {
      findings: [
        {
          reason: FindingReason.DATABASE_IO_SATURATED,
          severity: Severity.WARNING,
          message: `${waitingOnIo} of ${active} active sessions wait on IO, on ${vcpus} CPUs.`,
          advice:
            'Look at which statements read or write most (pg_stat_statements), and at what the disk is allowed to do.',
          evidence: Evidence.INFERRED,
          samples: limit.samples,
          observedAt,
          holdFor: limit.for,
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (database) => {
    const { activity, vcpus } = database.main;
    if (vcpus === null) return [notConfigured(database)];
    return [{ ...reading(database, 'activity', activity && activity.waitingOnIo / vcpus), series: 'ioLoad' }];
  },
});

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
    const blocks = increase(database.samples('blocksRead'));
    const time = increase(database.samples('blockReadTime'));
    const { observedAt } = database;
    if (blocks === null || time === null) return [{ value: null, unavailable: 'warming up', observedAt }];
    return [{ value: blocks === 0 ? 0 : time / blocks, observedAt }];
  },
});

const cpu = definePostgresRule({
  signal: SignalName.DATABASE_CPU,
  title: 'Sessions on CPU',
  description:
    'Active sessions that wait for nothing, per CPU of the server. As many as CPUs over three samples: they wait for each ' +
    'other (after the database load of AWS Performance Insights).',
  unit: Unit.RATIO,
  evidence: Evidence.INFERRED,
  limits: { DATABASE_CPU_SATURATED: { warnAt: 1, ...SUSTAINED } },
  howToEnable: HOW_TO_ENABLE_LOAD,
  judge: ({ main: { activity, vcpus }, observedAt }, { DATABASE_CPU_SATURATED: limit }) => {
    if (activity === null || vcpus === null || activity.running < limit.warnAt * vcpus) return null;
    return {
      findings: [
        {
          reason: FindingReason.DATABASE_CPU_SATURATED,
          severity: Severity.WARNING,
          message: `${activity.running} active sessions want CPU, and there are ${vcpus}.`,
          advice: 'Look at which statements take most time (pg_stat_statements), or give the server more CPUs.',
          evidence: Evidence.INFERRED,
          samples: limit.samples,
          observedAt,
          holdFor: limit.for,
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (database) => {
    const { activity, vcpus } = database.main;
    if (vcpus === null) return [notConfigured(database)];
    return [{ ...reading(database, 'activity', activity && activity.running / vcpus), series: 'cpuLoad' }];
  },
});

const connections = definePostgresRule({
  signal: SignalName.DATABASE_CONNECTIONS,
  title: 'Connections',
  description: 'Connections in use, as a share of those that are not reserved (after the mixin of postgres_exporter).',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_CONNECTIONS_HIGH: { warnAt: 0.8, criticalAt: 0.95 } },
  judge: ({ main }, { DATABASE_CONNECTIONS_HIGH: limit }) => {
    if (main.connections === null) return null;
    const { used, maximum, reserved } = main.connections;
    const share = connectionShare(main.connections);
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

export const loadRules: readonly Rule[] = [io, readTime, cpu, connections];
