import type { PostgresDatabase } from '../../src/model/database.js';
import type { SourceEvent } from '../../src/model/facts.js';
import { FindingReason } from '../../src/model/finding-reason.js';
import { Evidence, Severity } from '../../src/model/health.js';
import { defineInterest, defineKind } from '../../src/model/kind-definition.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { type Placement, addressAliases, edgesToHost, edgesToPods } from '../../src/model/placement.js';
import { defineRule } from '../../src/model/rule.js';
import { SignalName } from '../../src/model/signal-name.js';
import { type World, judgedWorld } from '../support/judged.js';
import { SYSTEM, gone, idOf, observed } from '../support/small-world.js';

const { POD, NODE, DATABASE } = ResourceKind;

const ANYWHERE: Placement = { cluster: SYSTEM, namespace: null, selector: null };

/** Pods with addresses and labels, and a database that says on which it runs. */
function world(): World {
  return judgedWorld({
    kinds: [
      defineKind({
        kind: POD,
        aliases: ({ system, addresses }) => addressAliases(POD, system, addresses?.split(' ') ?? []),
      }),
      defineKind({ kind: NODE, aliases: ({ system, addresses }) => addressAliases(NODE, system, addresses ?? []) }),
      defineKind({
        kind: DATABASE,
        edges: (main) => {
          const { placement, host } = main as PostgresDatabase;
          return [...edgesToPods(placement), ...edgesToHost(placement, host)];
        },
        interests: [defineInterest({ kind: POD, edge: 'runsOn', direction: 'to', digest: ({ isReady }) => isReady })],
      }),
    ],
    rules: [
      defineRule({
        kind: DATABASE,
        signal: SignalName.DATABASE_REACH,
        title: 'Pods',
        description: 'Names the pods it runs on that are not ready.',
        unit: null,
        evidence: Evidence.INFERRED,
        limits: { DATABASE_UNREACHABLE: {} },
        judge: (database) => ({
          findings: database
            .all('runsOn', POD)
            .filter(({ main }) => main.isReady !== true)
            .map(({ main: { name } }) => ({
              reason: FindingReason.DATABASE_UNREACHABLE,
              severity: Severity.CRITICAL,
              subject: name,
              message: `${name} is not ready.`,
              advice: 'Look.',
            })),
        }),
      }),
    ],
  });
}

function pod(name: string, addresses: string | null, more: object = {}): SourceEvent {
  return observed(POD, name, { namespace: 'data', addresses, isReady: true, ...more });
}

function node(name: string, ...addresses: readonly string[]): SourceEvent {
  return observed(NODE, name, { addresses });
}

function database(host: string, placement: Placement | null = ANYWHERE): SourceEvent {
  return observed(DATABASE, 'db', { host, placement });
}

/** What the database is said to run on. */
function under(seen: World): readonly string[] {
  const entry = seen.registry.get(idOf(DATABASE, 'db'));
  const found = entry === undefined ? [] : seen.registry.neighbours(entry, 'dependsOn');
  return found.map(({ main }) => main.name).sort();
}

function above(seen: World, name: string): readonly string[] {
  const entry = seen.registry.get(idOf(POD, name));
  return entry === undefined ? [] : seen.registry.neighbours(entry, 'dependents').map(({ main }) => main.name);
}

describe('an endpoint is found by its host', () => {
  it.each<[string, Placement, readonly string[]]>([
    ['10.0.0.1', ANYWHERE, ['pg-0']],
    ['10.0.0.2', ANYWHERE, ['pg-1']],
    ['fd00::2', ANYWHERE, ['pg-1']],
    ['FD00::2', ANYWHERE, ['pg-1']],
    ['10.0.0.9', ANYWHERE, []],
    ['192.0.2.1', ANYWHERE, ['node-a']],
    ['node-a.internal', ANYWHERE, ['node-a']],
    ['pg-1.pg.data.svc', ANYWHERE, ['pg-1']],
    ['pg-1.pg.data.svc.cluster.local.', ANYWHERE, ['pg-1']],
    ['pg-1.pg.other.svc.cluster.local', ANYWHERE, []],
    ['10-0-0-1.data.pod.cluster.local', ANYWHERE, ['pg-0']],
    ['fd00--2.data.pod', ANYWHERE, ['pg-1']],
    // Any pod may answer behind a service; a name outside says nothing.
    ['pg.data.svc.cluster.local', ANYWHERE, []],
    ['pg-0.example.com', ANYWHERE, []],
    ['pg-0.pg', ANYWHERE, []],
    ['pg-0.pg', { ...ANYWHERE, namespace: 'data' }, ['pg-0']],
    ['pg-0', { ...ANYWHERE, namespace: 'data' }, ['pg-0']],
    ['pg-0.example.com', { ...ANYWHERE, namespace: 'data' }, []],
    ['10.0.0.1', { ...ANYWHERE, cluster: 'other' }, []],
    ['', ANYWHERE, []],
  ])('%s in %j: %j', (host, placement, expected) => {
    const records = [
      pod('pg-0', '10.0.0.1'),
      pod('pg-1', '10.0.0.2 fd00::2'),
      node('node-a', '192.0.2.1', 'node-a.internal'),
    ];
    // Whatever comes first.
    expect(
      under(
        world()
          .see(...records)
          .see(database(host, placement)),
      ),
    ).toEqual(expected);
    expect(
      under(
        world()
          .see(database(host, placement))
          .see(...records),
      ),
    ).toEqual(expected);
    expect(under(world().see(...records, database(host, placement)))).toEqual(expected);
  });

  it('and by nothing where no cluster is configured for it', () => {
    expect(under(world().see(pod('pg-0', '10.0.0.1'), database('10.0.0.1', null)))).toEqual([]);
  });

  it('both ways', () => {
    const seen = world().see(pod('pg-0', '10.0.0.1'), pod('pg-1', '10.0.0.2'), database('10.0.0.1'));
    expect([above(seen, 'pg-0'), above(seen, 'pg-1')]).toEqual([['db'], []]);
  });
});

describe('an address', () => {
  it('is that of the pod that took it last, and falls back to the one that still has it', () => {
    const seen = world().see(database('10.0.0.1'), pod('old', '10.0.0.1'));
    expect(under(seen)).toEqual(['old']);
    expect(under(seen.see(pod('new', '10.0.0.1')))).toEqual(['new']);
    expect(under(seen.see(pod('old', '10.0.0.1', { isReady: false })))).toEqual(['new']);
    expect([above(seen, 'old'), above(seen, 'new')]).toEqual([[], ['db']]);
    expect(under(seen.see(gone(POD, 'new')))).toEqual(['old']);
    expect(under(seen.see(pod('old', null)))).toEqual([]);
  });

  it('is that of the newest also where it was looked for later', () => {
    const seen = world().see(pod('old', '10.0.0.1')).see(database('10.0.0.1')).see(pod('new', '10.0.0.1'));
    expect(under(seen)).toEqual(['new']);
  });

  it('is looked for as long as somebody has an edge there', () => {
    const seen = world().see(pod('a', '10.0.0.1'), pod('b', '10.0.0.2'), database('10.0.0.1'));
    expect(under(seen.see(database('10.0.0.2')))).toEqual(['b']);
    expect(under(seen.see(gone(DATABASE, 'db')).see(database('10.0.0.1')))).toEqual(['a']);
    expect(above(seen, 'b')).toEqual([]);
  });
});

describe('a selector', () => {
  const selected: Placement = { cluster: SYSTEM, namespace: 'data', selector: { app: 'pg', tier: 'db' } };
  const labelled = (name: string, labels: Record<string, string>, more: object = {}): SourceEvent =>
    pod(name, null, { labels, ...more });
  const both = { app: 'pg', tier: 'db', extra: 'x' };

  it('names all pods that carry its labels in its namespace, as they come and go', () => {
    const seen = world().see(
      labelled('a', both),
      labelled('b', { app: 'pg' }),
      labelled('c', both, { namespace: 'other' }),
      database('pg.example.com', selected),
    );
    expect(under(seen)).toEqual(['a']);
    expect(under(seen.see(labelled('d', both), labelled('b', both)))).toEqual(['a', 'b', 'd']);
    expect(above(seen, 'd')).toEqual(['db']);
    expect(under(seen.see(gone(POD, 'a'), labelled('b', { app: 'other', tier: 'db' })))).toEqual(['d']);
    expect(above(seen, 'b')).toEqual([]);
    expect(under(seen.see(database('pg.example.com', { ...selected, namespace: null })))).toEqual(['c', 'd']);
  });

  it('and an address name a pod once', () => {
    const seen = world().see(labelled('a', both, { addresses: '10.0.0.1' }), database('10.0.0.1', selected));
    expect(under(seen)).toEqual(['a']);
    expect(above(seen, 'a')).toEqual(['db']);
  });
});

describe('what runs somewhere is judged again', () => {
  it('when its pod comes, changes, is another one, and goes', () => {
    const seen = world().see(database('10.0.0.1'));
    expect(seen.summary()).toEqual([]);
    expect(seen.see(pod('a', '10.0.0.1', { isReady: false })).summary()).toEqual(['DATABASE_UNREACHABLE(a) CRITICAL']);
    expect(seen.see(pod('a', '10.0.0.1')).summary()).toEqual([]);
    seen.see(pod('b', '10.0.0.2', { isReady: false }));
    expect(seen.see(pod('b', '10.0.0.1', { isReady: false })).summary()).toEqual(['DATABASE_UNREACHABLE(b) CRITICAL']);
    expect(seen.see(pod('b', '10.0.0.2', { isReady: false })).summary()).toEqual([]);
    seen.see(pod('b', '10.0.0.1', { isReady: false }));
    expect(seen.see(gone(POD, 'b')).summary()).toEqual([]);
  });

  it('and nobody else is', () => {
    const seen = world().see(database('10.0.0.1'), pod('a', '10.0.0.1'), pod('b', '10.0.0.2'));
    const before = seen.judgements;
    seen.see(pod('b', '10.0.0.3', { isReady: false }));
    expect(seen.judgements - before).toBe(1);
    seen.see(pod('a', '10.0.0.1', { restarts: 1 }));
    expect(seen.judgements - before).toBe(2);
  });
});
