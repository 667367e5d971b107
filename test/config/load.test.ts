import { z } from 'zod';
import { parseAndValidate } from '../support/valid-configuration.js';
import { pastIgnores } from '../../src/config/past-ignores.js';
import type { Instant } from '../../src/model/time.js';
import { nameSchema, placementSchema } from '../../src/config/fields.js';
import { FindingReason } from '../../src/model/finding-reason.js';
import { catalogue, sources } from '../../src/sources/index.js';
import { smallRules } from '../support/small-world.js';

const sections = [
  {
    name: 'postgres',
    endpointKind: 'DATABASE',
    configuration: z.strictObject({
      name: nameSchema,
      host: z.string(),
      password: z.string().optional(),
      kubernetes: placementSchema,
    }),
  },
  { name: 'kubernetes', endpointKind: 'CLUSTER', configuration: z.strictObject({ name: nameSchema }) },
  { name: 'clickhouse', endpointKind: 'DATABASE', configuration: z.strictObject({ name: nameSchema }) },
];

/** The small ones in the place of those that judge the same. */
const rules = [...smallRules, ...catalogue.rules.filter(({ limits }) => !('CPU_NEAR_LIMIT' in limits))];

function load(text: string, environment: NodeJS.ProcessEnv = {}): ReturnType<typeof parseAndValidate> {
  return parseAndValidate(text, 'vitals.yaml', environment, sections, rules);
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
    ['an unknown key', 'server:\n  prot: 1', /^vitals\.yaml:2:3: there is no setting "prot"; did you mean port\?/],
    [
      'an unknown key of a system',
      'postgres:\n  - {name: a, hosts: b}',
      /^vitals\.yaml:2:15: there is no setting "hosts"; did you mean host\?/,
    ],
    [
      'an unknown key of a selector',
      'limits: [{finding: CPU_NEAR_LIMIT, where: {names: a}}]',
      /^vitals\.yaml:1:44: there is no setting "names"; did you mean name\?/,
    ],
    [
      'an unknown system',
      'server: {}\nmongo: []',
      /^vitals\.yaml:2:1: there is no setting "mongo"; there are alertmanager, clickhouse, /,
    ],
    [
      'a misspelt system',
      'postgress: []',
      /^vitals\.yaml:1:1: there is no setting "postgress"; did you mean postgres\?/,
    ],
    ['a wrong type', 'server:\n  port: many', /^vitals\.yaml:2:9: server\.port /],
    ['a bad name', 'postgres:\n  - {name: "a b", host: x}', /^vitals\.yaml:2:12: postgres\.0\.name a name has/],
    [
      'twins',
      'postgres:\n  - {name: a, host: x}\n  - {name: b, host: x}\n  - {name: a, host: y}',
      /^vitals\.yaml:4:12: postgres has two entries named "a"/,
    ],
    [
      'databases of one name',
      'postgres:\n  - {name: a, host: x}\nclickhouse:\n  - {name: a}\nkubernetes:\n  - {name: a}',
      /^vitals\.yaml:4:12: postgres and clickhouse have one each named "a"/,
    ],
    [
      'a missing variable',
      'postgres:\n  - {name: a, host: "${NOPE}"}',
      /^vitals\.yaml:2:21: the environment has no variable NOPE: set it, or comment out what needs it$/,
    ],
    ['an unknown finding', 'limits: [{finding: CPU_NEAR_LIMT, warnAt: 1}]', /did you mean CPU_NEAR_LIMIT\?/],
    [
      'an unknown limit',
      'limits: [{finding: CPU_NEAR_LIMIT, warnOn: 1}]',
      /^vitals\.yaml:1:36: .*no limit "warnOn"; did you mean warnAt\?/,
    ],
    ['a number for a time', 'limits: [{finding: CPU_NEAR_LIMIT, for: 5}]', /takes a length of time such as "5m"/],
    ['a word for a number', 'limits: [{finding: CPU_NEAR_LIMIT, warnAt: high}]', /takes a number/],
    ['a negative limit', 'limits: [{finding: CPU_NEAR_LIMIT, warnAt: -1}]', /not negative, and -1 is/],
    [
      'a share above 1',
      'limits:\n  - {finding: NODE_PODS_NEAR_CAPACITY, warnAt: 95}',
      /^vitals\.yaml:2:48: limits\.0\.warnAt takes a share from 0 to 1: 95 % is written 0\.95/,
    ],
    [
      'a share above 1 by its own name',
      'limits: [{finding: OUTSTANDING_REQUESTS_HIGH, criticalShare: 1.5}]',
      /criticalShare takes a share from 0 to 1/,
    ],
    [
      'a warning beyond what is critical',
      'limits:\n  - {finding: CPU_NEAR_LIMIT, warnAt: 30}',
      /^vitals\.yaml:2:39: limits\.0\.warnAt warnAt 30 is above criticalAt 20: it would never be reached first/,
    ],
    [
      'what is critical before a warning',
      'limits: [{finding: CPU_NEAR_LIMIT, criticalAt: 5}]',
      /^vitals\.yaml:1:48: limits\.0\.criticalAt warnAt 10 is above criticalAt 5/,
    ],
    [
      'a warning beyond what was made critical before',
      'limits: [{finding: CPU_NEAR_LIMIT, criticalAt: 15}, {finding: CPU_NEAR_LIMIT, where: {name: x}, warnAt: 16}]',
      /limits\.1\.warnAt warnAt 16 is above criticalAt 15/,
    ],
    [
      'a warning below what is critical, where less is worse',
      'limits: [{finding: VOLUME_SPACE_LOW, warnAt: 0.01}]',
      /warnAt 0\.01 is below criticalAt 0\.03/,
    ],
    [
      'a cluster of no system',
      'kubernetes: [{name: prod}]\nlimits: [{finding: CPU_NEAR_LIMIT, where: {cluster: prd}, warnAt: 1}]',
      /^vitals\.yaml:2:53: limits\.0\.where\.cluster no cluster or system "prd" is configured; did you mean prod\?/,
    ],
    [
      'a runbook for no finding',
      'runbooks: [{finding: CPU_NEAR_LIMT, url: "https://x.example"}]',
      /^vitals\.yaml:1:22: .*did you mean CPU_NEAR_LIMIT\?/,
    ],
    ['a runbook that is nowhere', 'runbooks: [{finding: CPU_NEAR_LIMIT}]', /runbooks\.0\.url is no URL/],
    [
      'a runbook of another sort',
      'runbooks: [{finding: CPU_NEAR_LIMIT, url: "javascript:1"}]',
      /^vitals\.yaml:1:43: runbooks\.0\.url is no URL/,
    ],
    ['a team without a name', 'teams: [{where: {name: a}}]', /teams\.0\.team/],
    [
      'a team of no kind',
      'teams: [{team: a, where: {kinds: [POT]}}]',
      /^vitals\.yaml:1:35: teams\.0\.where\.kinds\.0 there is no kind "POT"; did you mean POD\?/,
    ],
    ['labels of teams that are no list', 'teamLabels: team', /^vitals\.yaml:1:13: teamLabels /],
    [
      'an end that is no time',
      'ignores: [{finding: CPU_NEAR_LIMIT, because: x, until: soon}]',
      /ignores\.0\.until "soon" is no time/,
    ],
    [
      'an alias that leads nowhere',
      'server: {}\nlimits: *oops',
      /^vitals\.yaml:2:9: there is no such anchor before this alias/,
    ],
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
      /no cluster "prod"; none is configured/,
    ],
    [
      'a selector of everything',
      'kubernetes: [{name: p}]\npostgres: [{name: a, host: x, kubernetes: {cluster: p, selector: {}}}]',
      /selector names no label/,
    ],
    ['an ignore of everything', 'ignores: [{because: x}]', /ignores\.0 says neither which finding nor where/],
    ['an ignore of no label', 'ignores:\n  - {where: {labels: {}}, because: x}', /^vitals\.yaml:2:22: ignores\.0\.where\.labels names no label/], // prettier-ignore
    [
      'an ignore of an empty name',
      'ignores: [{where: {name: ""}, because: x}]',
      /ignores\.0\.where\.name is empty: write a name/,
    ],
    [
      'an ignore of a label without a name',
      'ignores: [{where: {labels: {"": a}}, because: x}]',
      /ignores\.0\.where\.labels/,
    ],
    ['an ignore of everything by a pattern', 'ignores: [{where: {name: "*", namespace: "**"}, because: x}]', /ignores\.0 says neither/], // prettier-ignore
    ['limits for no label', 'limits: [{finding: CPU_NEAR_LIMIT, where: {labels: {}}, warnAt: 1}]', /limits\.0\.where\.labels names no label/], // prettier-ignore
    [
      'a team of an empty namespace',
      'teams: [{team: a, where: {namespace: ""}}]',
      /teams\.0\.where\.namespace is empty/,
    ],
    ['what is critical, without a name', 'critical: [{}]', /^vitals\.yaml:1:12: critical\.0 names no resources/],
    ['a window of nothing', 'limits:\n  - {finding: HTTP_4XX_HIGH, window: 0s}', /^vitals\.yaml:2:38: limits\.0\.window is 0, with which the rule would be off/], // prettier-ignore
    ['no samples', 'limits: [{finding: CONSUMER_STALLED, samples: 0}]', /limits\.0\.samples is 0/],
    ['no commits', 'limits: [{finding: CONSUMER_STALLED, commits: 0}]', /limits\.0\.commits is 0/],
    ['half a sample', 'limits: [{finding: CONSUMER_STALLED, samples: 1.5}]', /takes a whole number, and 1\.5 is none/],
    ['a finding that is over at once', 'limits: [{finding: WORKFLOW_FAILED, warnWithin: 0s}]', /warnWithin is 0/],
    ['more rising intervals than there are', 'limits: [{finding: KEEPER_EXCEPTIONS, risingIntervals: 4}]', /^vitals\.yaml:1:56: limits\.0\.risingIntervals risingIntervals 4 is more than intervals 3: set both/], // prettier-ignore
    ['fewer intervals than are to rise', 'limits: [{finding: KEEPER_EXCEPTIONS, intervals: 1}]', /limits\.0\.intervals risingIntervals 2 is more than intervals 1/], // prettier-ignore
    [
      'a warning beyond a burst',
      'limits: [{finding: OUTSTANDING_REQUESTS_HIGH, warnAt: 200}]',
      /warnAt 200 is more than burstAt 100/,
    ],
    ['a fast window that is longer', 'limits: [{finding: HTTP_5XX_HIGH, window: 30s}]', /limits\.0\.window fastWindow 1m is more than window 30s/], // prettier-ignore
    ['critical for longer than a warning', 'limits: [{finding: CONTAINER_OOM_KILLED, criticalWithin: 2h}]', /criticalWithin 2h is more than warnWithin 1h/], // prettier-ignore
    ['a fast share above 1', 'limits: [{finding: HTTP_5XX_HIGH, fastAt: 5}]', /fastAt takes a share from 0 to 1/],
    [
      'another share above 1',
      'limits: [{finding: DATABASE_IO_SATURATED, iopsAt: 90}]',
      /iopsAt takes a share from 0 to 1/,
    ],
    ['an ignore without a reason', 'ignores: [{finding: CPU_NEAR_LIMIT}]', /ignores\.0\.because/],
  ])('is refused with place and mend: %s', (_, text, expected) => {
    expect(() => load(text)).toThrow(expected);
    expect(() => load(text)).toThrow(expect.objectContaining({ name: 'ConfigurationError' }) as Error);
  });

  it.each([
    'limits: [{finding: CPU_NEAR_LIMIT, warnAt: 20}]',
    'limits: [{finding: CPU_NEAR_LIMIT, warnAt: 30, criticalAt: 40}]',
    'limits: [{finding: CPU_NEAR_LIMIT, criticalAt: 40}, {finding: CPU_NEAR_LIMIT, where: {name: x}, warnAt: 30}]',
    'limits: [{finding: VOLUME_SPACE_LOW, criticalAt: 0.05, warnAt: 0.2, infoAt: 1}]',
    'limits: [{finding: OUTSTANDING_REQUESTS_HIGH, warnAt: 20}]',
    'limits: [{finding: OUTSTANDING_REQUESTS_HIGH, warnAt: 200, burstAt: 300}]',
    // More than one session for each CPU is no share of anything.
    'limits: [{finding: DATABASE_IO_SATURATED, sessionsPerCpu: 3}]',
    'limits: [{finding: HTTP_5XX_HIGH, window: 30s, fastWindow: 20s, leastErrors: 0}]',
    'limits: [{finding: WORKFLOW_FAILED, where: {name: "*", labels: {tier: ""}}, warnWithin: 10m}]',
    'kubernetes: [{name: prod}]\nlimits: [{finding: CPU_NEAR_LIMIT, where: {cluster: test-*}, warnAt: 1}]',
  ])('may say %s', (text) => {
    expect(load(text).limits.overrides).not.toEqual([]);
  });

  it('names runbooks and teams', () => {
    const { limits } = load(`
runbooks: [{finding: CPU_NEAR_LIMIT, where: {name: web-*}, url: "https://wiki.example.com/cpu"}]
teams: [{team: web, where: {namespace: shop, kinds: [POD, WORKLOAD]}}, {team: all}]
teamLabels: [squad]
`);
    expect(limits.runbooks).toEqual([
      { reason: 'CPU_NEAR_LIMIT', where: { name: 'web-*' }, url: 'https://wiki.example.com/cpu' },
    ]);
    expect(limits.teams).toEqual([
      { team: 'web', where: { namespace: 'shop', kinds: ['POD', 'WORKLOAD'] } },
      { team: 'all', where: {} },
    ]);
    expect(limits.teamLabels).toEqual(['squad']);
    expect(load('').limits.teamLabels).toEqual(['team', 'app.kubernetes.io/team', 'owner']);
  });

  it('warns of what it no longer ignores', () => {
    const ignored = (until: string) =>
      load(`ignores: [{finding: CPU_NEAR_LIMIT, because: x, until: "${until}"}]`).limits;
    const now = Date.parse('2026-06-01T00:00:00Z') as Instant;
    expect(pastIgnores(ignored('2026-06-01T00:00:01Z'), now)).toEqual([]);
    expect(pastIgnores(ignored('2025-12-31T00:00:00Z'), now)).toEqual([
      'ignores[0]: "until" was at 2025-12-31T00:00:00.000Z, so it silences nothing any more: set a later time, or remove it',
    ]);
  });

  it.each<[string, string]>([
    ['a broker', 'kafka: [{name: a, brokers: ["u:s3cret@b:9092"]}]'],
    ['a replica', 'clickhouse: [{name: a, replicas: ["http://u:s3cret@ch:8123"]}]'],
    ['a replica of a shard', 'clickhouse: [{name: a, shards: [{name: s, replicas: ["http://u:s3cret@ch:8123"]}]}]'],
    ['a parameter of a replica', 'clickhouse: [{name: a, replicas: ["http://ch:8123/?password=s3cret"]}]'],
    ['a member', 'zookeeper: [{name: a, members: ["u:s3@cret@zk:2181"]}]'],
    ['a worker', 'kafka-connect: [{name: a, workers: ["http://u:s3cret@c:8083/x"]}]'],
    ['a host', 'postgres: [{name: a, host: "u:s3cret@db", database: x, user: u, vcpus: 0}]'],
    ['metrics', 'http-traffic: [{name: a, proxy: haproxy, metrics: ["http://u:s3cret@p:8405/metrics"]}]'],
    ['a Prometheus', 'host-metrics: [{name: a, prometheus: {url: "http://u:s3cret@p:9090"}}]'],
    ['an Argo server', 'argo: [{name: a, kubeconfig: k, server: {url: "u:s3cret@argo:2746"}}]'],
    ['a time', 'kafka: [{name: a, brokers: [b], interval: "u:s3cret@b"}]'],
    ['a size', 'postgres: [{name: a, host: b, database: x, user: u, capacity: "u:s3cret@b"}]'],
    ['a mechanism', 'kafka: [{name: a, brokers: [b], sasl: {mechanism: "u:s3cret@b", user: u, password: p}}]'],
    ['a setting', 'kafka: [{name: a, brokers: [{"u:s3cret@b": 9092}], "u:s3cret@b": 1}]'],
    ['an alias', 'postgres: [{name: a, host: b, database: x, user: u, password: *s3cret}]'],
  ])('repeats no credentials of an address: %s', (_, text) => {
    const read = () => parseAndValidate(text, 'vitals.yaml', {}, sources, rules);
    expect(read).toThrow(/^vitals\.yaml:1:\d+: /);
    expect(read).not.toThrow(/s3|cret/);
  });

  it('never repeats a secret in what it says', () => {
    expect(() => load('postgres: [{name: a, host: {}, password: hunter2}]')).toThrow(/host/);
    expect(() => load('postgres: [{name: a, host: {}, password: hunter2}]')).not.toThrow(/hunter2/);
  });
});
