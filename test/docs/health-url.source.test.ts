import { type RequestListener, createServer } from 'node:http';
import { parseConfig } from '../../src/config/load.js';
import { systemClock } from '../../src/model/clock.js';
import { HealthStatus } from '../../src/model/health.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { type Source, SourceMode } from '../../src/model/source.js';
import { platformKinds, platformRecords, platformRules } from '../../src/sources/platform.js';
import { sourceId, sourceRecord } from '../../src/sources/source-record.js';
import { sourceRules } from '../../src/sources/source.rules.js';
import type { RunningSource } from '../../src/sources/source.js';
import { type World, judgedWorld } from '../support/judged.js';
import { LoopbackServers } from '../support/loopback-servers.js';
import { SourceReports } from '../support/source-reports.js';
import { healthUrl } from './health-url.source.js';

const PATIENCE = 30_000;

const servers = new LoopbackServers();
const reports = new SourceReports(systemClock, PATIENCE);
let running: RunningSource | null = null;

afterEach(async () => {
  await running?.stop();
  running = null;
  await servers.close();
});

/** Reads one entry as a file of configuration has it. */
function configured(settings: object): unknown {
  const text = JSON.stringify({ 'health-url': [{ name: 'registry', ...settings }] });
  return parseConfig(text, 'vitals.yaml', {}, [healthUrl], healthUrl.rules).systems[0]?.configuration;
}

function start(url: string): RunningSource {
  const configuration = configured({ url, interval: '1s', deadline: '1s' });
  const source = healthUrl.create(configuration as Parameters<typeof healthUrl.create>[0], reports.context);
  running = source;
  source.start();
  return source;
}

async function serving(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await servers.listen(createServer(answer))}/health`;
}

/** The rows of the front page, and what every source has, with the rule of this one. */
function world(): World {
  const rules = [...platformRules, ...sourceRules, ...healthUrl.rules];
  const made = judgedWorld({ kinds: platformKinds, rules });
  return made.see(...platformRecords(() => true, made.clock.now()));
}

it.each([
  [204, 'ok', null, []],
  [401, 'forbidden', /^127\.0\.0\.1:\d+ answers with status 401\.$/, ['SOURCE_FORBIDDEN WARNING']],
  [500, 'invalid', /^127\.0\.0\.1:\d+ answers with status 500\.$/, ['SOURCE_ANSWER_INVALID WARNING']],
] as const)(
  'status %i is seen as %s',
  async (status, state, message, findings) => {
    const url = await serving((_, response) => {
      response.writeHead(status).end();
    });
    const { id } = start(url);
    await reports.until('it was looked at', () => reports.source(id).state === state);
    if (message === null) expect(reports.source(id).message).toBeNull();
    else expect(reports.source(id).message).toMatch(message);
    const judged = world().see(...(reports.batches.at(-1) ?? []));
    expect(judged.summary(id)).toEqual(findings);
  },
  PATIENCE,
);

it.each([
  ['that does not listen', () => Promise.resolve('http://127.0.0.1:1/health'), 'cannot be reached'],
  ['that says nothing', () => serving(() => undefined), 'gave no answer in time'],
])(
  'one %s is lost after two looks, and it says so itself',
  async (_, serve, words) => {
    const { id } = start(await serve());
    await reports.until('it is lost', () => reports.source(id).state === 'lost');
    expect(reports.source(id).message).toContain(words);
    expect(reports.source(id).consecutiveFailures).toBeGreaterThan(1);
    expect(
      world()
        .see(...(reports.batches.at(-1) ?? []))
        .summary(id),
    ).toEqual(['SOURCE_UNREACHABLE WARNING']);
  },
  PATIENCE,
);

it('an address that is none is refused with what would do', () => {
  expect(() => configured({ url: 'registry:8081' })).toThrow(/write one such as "http:\/\/registry\.example\.com/);
});

describe('the rule', () => {
  const identity = {
    name: 'health-url/registry',
    system: 'registry',
    partOf: 'kafka',
    mode: SourceMode.PROBED as const,
    interval: 10_000,
    endpointId: null,
  };
  const id = sourceId(identity);
  const see = (
    judged: World,
    lastDurationMilliseconds: number,
    name = identity.name,
    state: Source['state'] = 'ok',
  ) => {
    const now = judged.clock.now();
    const reach = { state, message: null, stateSince: now, consecutiveFailures: 0, clockSkew: null };
    const facts = { ...reach, lastDurationMilliseconds, sights: [] };
    return judged.see(sourceRecord({ ...identity, name }, facts, now));
  };

  it.each<[string, readonly number[], readonly string[]]>([
    ['answers at the limit', [1_000, 1_000, 1_000], []],
    ['two slow ones', [1_001, 1_001], []],
    ['three slow ones', [1_001, 1_001, 1_001], ['HTTP_SLOW WARNING']],
    ['a quick one between', [1_001, 900, 1_001, 1_001], []],
  ])('%s', (_, looks, expected) => {
    const judged = world();
    for (const took of looks) see(judged, took).advance(10_000);
    expect(judged.summary(id)).toEqual(expected);
  });

  it('ends a minute after the answers are quick again', () => {
    const judged = world();
    for (const took of [2_000, 2_000, 2_000]) see(judged, took).advance(10_000);
    see(judged, 5);
    expect(judged.status(id)).toBe(HealthStatus.DEGRADED);
    see(judged.advance(59_000), 5);
    expect(judged.status(id)).toBe(HealthStatus.DEGRADED);
    expect(judged.advance(1_000).status(id)).toBe(HealthStatus.HEALTHY);
  });

  it('is about no other source, and about none that does not answer', () => {
    const judged = world();
    for (const took of [2_000, 2_000, 2_000]) see(judged, took, 'postgres/registry').advance(10_000);
    for (const took of [2_000, 2_000, 2_000]) see(judged, took, identity.name, 'starting').advance(10_000);
    expect([...judged.registry.findings()]).toEqual([]);
    expect(judged.registry.get(id)?.kind).toBe(ResourceKind.SOURCE);
  });
});
