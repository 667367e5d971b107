import { z } from 'zod';
import { parseConfig } from '../../src/config/load.js';
import { nameSchema, placementSchema } from '../../src/config/fields.js';
import { FindingReason } from '../../src/model/finding-reason.js';
import { smallRules } from '../support/small-world.js';

const sections = [
  {
    name: 'postgres',
    configuration: z.strictObject({
      name: nameSchema,
      host: z.string(),
      password: z.string().optional(),
      kubernetes: placementSchema,
    }),
  },
  { name: 'kubernetes', configuration: z.strictObject({ name: nameSchema }) },
];

function load(text: string, environment: NodeJS.ProcessEnv = {}): ReturnType<typeof parseConfig> {
  return parseConfig(text, 'vitals.yaml', environment, sections, smallRules);
}

/** Ten lines of ten aliases each of the line before: more values than any memory holds. */
function bomb(): string {
  const lines = Array.from({ length: 10 }, (_, row) => `a${row + 1}: &a${row + 1} [${`*a${row},`.repeat(10)}]`);
  return ['a0: &a0 [x]', ...lines].join('\n');
}

describe('a configuration', () => {
  it('may be empty', () => {
    expect(load('')).toMatchObject({ systems: [], server: { host: '127.0.0.1', port: 4000, introspection: true } });
  });

  it('names systems, limits and what to ignore', () => {
    const config = load(
      `
postgres: [{name: meta, host: db, password: "\${SECRET}"}]
limits:
  - {finding: CPU_NEAR_LIMIT, where: {namespace: "shop-*"}, warnAt: 5, for: 1m30s}
ignores:
  - {finding: POD_NOT_READY, where: {name: batch}, because: known, until: "2026-12-31T00:00:00Z"}
critical: [{name: meta}]
`,
      { SECRET: 's3' },
    );
    expect(config.systems).toEqual([
      {
        source: 'postgres',
        name: 'meta',
        configuration: { name: 'meta', host: 'db', password: 's3', kubernetes: null },
      },
    ]);
    expect(config.limits.overrides).toEqual([
      {
        reason: FindingReason.CPU_NEAR_LIMIT,
        where: { namespace: 'shop-*' },
        values: { warnAt: 5, for: 90_000 },
        origin: 'limits[0]',
      },
    ]);
    expect(config.limits.ignores[0]).toMatchObject({ untilAt: Date.parse('2026-12-31'), because: 'known' });
  });

  it('says where a system runs', () => {
    const place = '{cluster: prod, namespace: data, selector: {app: pg}}';
    const { systems } = load(`kubernetes: [{name: prod}]\npostgres: [{name: a, host: x, kubernetes: ${place}}]`);
    expect(systems[0]?.configuration).toMatchObject({
      kubernetes: { cluster: 'prod', namespace: 'data', selector: { app: 'pg' } },
    });
    const bare = load('kubernetes: [{name: prod}]\npostgres: [{name: a, host: x, kubernetes: {cluster: prod}}]');
    expect(bare.systems[0]?.configuration).toMatchObject({
      kubernetes: { cluster: 'prod', namespace: null, selector: null },
    });
  });

  it.each<[string, string, RegExp]>([
    ['no YAML', 'server: [1', /^vitals\.yaml: /],
    ['an unknown key', 'server:\n  prot: 1', /^vitals\.yaml:2:9: there is no setting "prot"/],
    ['an unknown system', 'mongo: []', /^vitals\.yaml:1:8: there is no setting "mongo"/],
    ['a wrong type', 'server:\n  port: many', /^vitals\.yaml:2:9: server\.port /],
    ['a bad name', 'postgres:\n  - {name: "a b", host: x}', /^vitals\.yaml:2:12: postgres\.0\.name a name has/],
    ['twins', 'postgres: [{name: a, host: x}, {name: a, host: y}]', /two entries named "a"/],
    [
      'a missing variable',
      'postgres:\n  - {name: a, host: "${NOPE}"}',
      /^vitals\.yaml:2:21: the environment has no variable NOPE/,
    ],
    ['an unknown finding', 'limits: [{finding: CPU_NEAR_LIMT, warnAt: 1}]', /did you mean CPU_NEAR_LIMIT\?/],
    ['an unknown limit', 'limits: [{finding: CPU_NEAR_LIMIT, warnOn: 1}]', /no limit "warnOn"; did you mean warnAt\?/],
    ['a number for a time', 'limits: [{finding: CPU_NEAR_LIMIT, for: 5}]', /takes a length of time such as "5m"/],
    ['a word for a number', 'limits: [{finding: CPU_NEAR_LIMIT, warnAt: high}]', /takes a number/],
    ['an alias that leads nowhere', 'server: {}\nlimits: *oops', /^vitals\.yaml:2:9: there is no anchor "oops" before/],
    ['an alias into its own anchor', 'server: &a {port: *a}', /^vitals\.yaml: /],
    ['an alias bomb', bomb(), /^vitals\.yaml: its aliases stand for too many values/],
    ['what is nested without end', `limits: ${'['.repeat(50_000)}`, /^vitals\.yaml: /],
    ['a finding that is no more than a word', 'ignores: [{finding: toString, because: x}]', /no finding "toString"/],
    ['a limit that is no more than a word', 'limits: [{finding: CPU_NEAR_LIMIT, toString: 1}]', /no limit "toString"/],
    [
      'a place that does not exist',
      'kubernetes: [{name: prod}]\npostgres: [{name: a, host: x, kubernetes: {cluster: prd}}]',
      /^vitals\.yaml:2:53: postgres\.0\.kubernetes\.cluster there is no cluster "prd"; did you mean prod\?/,
    ],
    ['a place without a cluster', 'postgres: [{name: a, host: x, kubernetes: {namespace: n}}]', /cluster/],
    [
      'a place where nothing is watched',
      'postgres: [{name: a, host: x, kubernetes: {cluster: prod}}]',
      /no cluster "prod"; no cluster is configured/,
    ],
    [
      'a selector of everything',
      'kubernetes: [{name: p}]\npostgres: [{name: a, host: x, kubernetes: {cluster: p, selector: {}}}]',
      /selector names no label/,
    ],
    ['an ignore of everything', 'ignores: [{because: x}]', /ignores\.0 says neither which finding nor where/],
    ['an ignore without a reason', 'ignores: [{finding: CPU_NEAR_LIMIT}]', /ignores\.0\.because/],
  ])('is refused with place and mend: %s', (_, text, expected) => {
    expect(() => load(text)).toThrow(expected);
    expect(() => load(text)).toThrow(expect.objectContaining({ name: 'ConfigurationError' }) as Error);
  });

  it('never repeats a secret in what it says', () => {
    expect(() => load('postgres: [{name: a, host: {}, password: hunter2}]')).toThrow(/host/);
    expect(() => load('postgres: [{name: a, host: {}, password: hunter2}]')).not.toThrow(/hunter2/);
  });
});
