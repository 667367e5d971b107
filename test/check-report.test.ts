import { Outcome, type SystemReport, tableOf } from '../src/check-report.js';
import { HealthStatus, Severity } from '../src/model/health.js';

function system(more: Partial<SystemReport> = {}): SystemReport {
  return {
    system: 'meta',
    source: 'postgres',
    status: HealthStatus.HEALTHY,
    reach: { state: 'ok', message: null, milliseconds: 12.4 },
    version: '18.1',
    permissionsMissing: [],
    signals: { covered: 12, total: 12, uncovered: [] },
    findings: [],
    ...more,
  };
}

function finding(severity: Severity, resource: string): SystemReport['findings'][number] {
  const what = { reason: 'DATABASE_DISK_LOW', subject: null, kind: 'DATABASE', message: 'It is nearly full.' };
  return { ...what, severity, resource, isRoot: true };
}

describe('the table of a check', () => {
  it('has a row for each system, in columns', () => {
    const other = system({ system: 'a-longer-name', source: 'zookeeper', version: null });
    const report = { status: HealthStatus.HEALTHY, outcome: Outcome.HEALTHY, systems: [system(), other] };
    expect(tableOf(report).split('\n')).toEqual([
      'SYSTEM                   STATUS   REACH             VERSION  PERMISSIONS MISSING  SIGNALS   FINDINGS',
      'postgres/meta            HEALTHY  reached in 12 ms  18.1     none                 12 of 12  none',
      'zookeeper/a-longer-name  HEALTHY  reached in 12 ms  unknown  none                 12 of 12  none',
      '',
      'healthy (exit code 0)',
    ]);
  });

  it('names below it what is wrong, missing and not seen', () => {
    const troubled = system({
      status: HealthStatus.DEGRADED,
      permissionsMissing: ['May not read pg_stat_replication.'],
      signals: {
        covered: 11,
        total: 12,
        uncovered: [{ signal: 'DATABASE_CPU', kind: 'DATABASE', reason: 'not configured', howToEnable: 'Set vcpus.' }],
      },
      findings: [
        finding(Severity.CRITICAL, 'meta'),
        finding(Severity.WARNING, 'other'),
        finding(Severity.WARNING, 'x'),
      ],
    });
    const unseen = system({ system: 'lost', reach: { state: 'lost', message: 'It refuses.', milliseconds: 3 } });
    const table = tableOf({ status: HealthStatus.DEGRADED, outcome: Outcome.DEGRADED, systems: [troubled, unseen] });
    expect(table).toMatch(/11 of 12 +1 critical, 2 warning$/m);
    expect(table).toMatch(/^postgres\/lost +HEALTHY +unreachable +/m);
    expect(table.split('\n').slice(4, -2)).toEqual([
      'postgres/meta  permission missing: May not read pg_stat_replication.',
      'postgres/meta  CRITICAL DATABASE_DISK_LOW on DATABASE meta: It is nearly full.',
      'postgres/meta  WARNING DATABASE_DISK_LOW on DATABASE other: It is nearly full.',
      'postgres/meta  WARNING DATABASE_DISK_LOW on DATABASE x: It is nearly full.',
      'postgres/meta  not seen: DATABASE_CPU of DATABASE: not configured. Set vcpus.',
      'postgres/lost  It refuses.',
    ]);
    expect(table).toMatch(/^degraded \(exit code 1\)$/m);
  });

  it('names no more than twenty findings of a system', () => {
    const findings = Array.from({ length: 25 }, (_, index) => finding(Severity.WARNING, `r${index}`));
    const table = tableOf({
      status: HealthStatus.DEGRADED,
      outcome: Outcome.CANNOT_TELL,
      systems: [system({ findings })],
    });
    expect(table.match(/on DATABASE r/g)).toHaveLength(20);
    expect(table).toMatch(/^postgres\/meta {2}and 5 findings more$/m);
    expect(table).toMatch(/^cannot tell \(exit code 3\)$/m);
  });
});

it('a table is coloured for who sees colours, and as wide as without', () => {
  const report = { status: HealthStatus.DEGRADED, outcome: Outcome.DEGRADED, systems: [system({ findings: [finding(Severity.CRITICAL, 'x')] })] }; // prettier-ignore
  const marked = tableOf(report, (style, text) => `<${String(style)}>${text}</>`);
  expect(marked).toContain('<green>HEALTHY</>  reached in 12 ms');
  expect(marked).toContain('<red,bold>CRITICAL</> DATABASE_DISK_LOW');
  expect(marked).toContain('<yellow>degraded</> (exit code 1)');
  expect(marked.replace(/<[^>]*>/g, '')).toBe(tableOf(report));
});
