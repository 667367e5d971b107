import type { MainFacts, SourceEvent } from '../../../src/model/facts.js';
import { systemId } from '../../../src/model/ids.js';
import { ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import type { Grant } from '../../../src/model/scope.js';
import type { Source } from '../../../src/model/source.js';
import { ScopeFilter } from '../../../src/registry/scope/scope-filter.js';
import {
  START,
  attachment,
  claim,
  cluster,
  clusterSource,
  database,
  event,
  gone,
  idOf,
  namespace,
  node,
  pod,
  podUsage,
  sight,
  volume,
} from '../../resolvers/graph-world.js';
import { platformRecords } from '../../../src/sources/platform.js';

const any: Grant = { clusters: null, namespaces: null, kinds: null };
const shop: Grant = { ...any, namespaces: ['shop'] };
const bank = { namespace: 'bank' };

function filterOf(...scope: readonly Grant[]): ScopeFilter {
  return new ScopeFilter(scope, () => []);
}

/** `KIND name`, with what else a test looks at. */
function said(events: readonly SourceEvent[]): readonly string[] {
  return events.map((one) => {
    if ('goneAspect' in one) return `${one.kind} gone`;
    return one.aspect === 'main' ? `${one.kind} ${one.facts.name}` : `${one.kind} ${one.aspect}`;
  });
}

describe('what a scope lets be seen', () => {
  it('is what is in its namespaces, and the places of that', () => {
    const events = [
      cluster(),
      namespace('shop'),
      namespace('bank'),
      node('node-a'),
      pod('web'),
      pod('vault', bank),
      podUsage('web', 1, 1),
      podUsage('vault', 1, 1),
      claim('data'),
      database('metadata'),
    ];
    expect(said(filterOf(shop).take(events))).toEqual([
      'CLUSTER prod',
      'NAMESPACE shop',
      'POD web',
      'POD usage',
      'CLAIM data',
    ]);
  });

  it('of a place is its name', () => {
    const own = filterOf({ ...shop, kinds: [ResourceKind.POD] });
    const labels = { team: 'secret' };
    const [seenCluster, seenNamespace] = own.take([
      cluster('prod', { labels }),
      namespace('shop', { labels }),
      namespace('bank'),
    ]);
    const nothing = { labels: {}, version: null, configuredMaximumNodes: null, nodeGroups: [] };
    expect(seenCluster).toMatchObject({ facts: { name: 'prod', ...nothing } });
    expect(seenNamespace).toMatchObject({ facts: { name: 'shop', labels: {}, createdAt: null } });
  });

  it('is no cluster in which there can be nothing', () => {
    expect(said(filterOf({ ...any, kinds: [ResourceKind.DATABASE] }).take([cluster(), database('metadata')]))).toEqual([
      'DATABASE metadata',
    ]);
  });

  it('of volumes are those of its claims, from when they are', () => {
    const own = filterOf(shop);
    const of = (namespaceName: string) =>
      volume('v', { claimRef: { id: null, namespace: namespaceName, name: 'data' } });
    expect(said(own.take([volume('v'), of('bank')]))).toEqual([]);
    expect(said(own.take([of('shop')]))).toEqual(['VOLUME v']);
    expect(said(own.take([of('bank'), gone(ResourceKind.VOLUME, 'v')]))).toEqual(['VOLUME gone']);
  });

  it('of what comes into sight is all that is known of it', () => {
    const usage = podUsage('web', 1, 1);
    const own = new ScopeFilter([shop], (id) => (id === usage.id ? [usage] : []));
    expect(said(own.take([pod('web')]))).toEqual(['POD web', 'POD usage']);
    expect(said(own.take([pod('web')]))).toEqual(['POD web']);
  });

  it('is told when it goes, and only then', () => {
    const own = filterOf(shop);
    own.take([pod('web'), pod('vault', bank)]);
    expect(said(own.take([gone(ResourceKind.POD, 'vault'), gone(ResourceKind.POD, 'web')]))).toEqual(['POD gone']);
    expect(said(own.take([gone(ResourceKind.POD, 'web'), podUsage('web', 1, 1)]))).toEqual([]);
  });

  it('of events are those about what may be seen', () => {
    const events = [
      event('a', idOf(ResourceKind.POD, 'web')),
      event('b', idOf(ResourceKind.POD, 'vault'), bank),
      event('c', idOf(ResourceKind.NODE, 'node-a'), { namespace: null }),
      attachment('v', 'node-a'),
    ];
    expect(said(filterOf(shop).take(events))).toEqual(['CLUSTER_EVENT a', 'VOLUME_ATTACHMENT v-node-a']);
    expect(said(filterOf({ ...shop, kinds: [ResourceKind.NODE] }).take(events))).toEqual(['CLUSTER_EVENT c']);
  });
});

describe('a source', () => {
  const secrets = { message: 'cannot reach 10.0.0.1', labels: { team: 'secret' } };
  const sights = [
    sight(ResourceKind.POD, { state: 'forbidden', message: 'as vitals' }),
    sight(null, { subject: 'node-a', resourceId: idOf(ResourceKind.NODE, 'node-a') }),
  ];

  it('is seen as far as it sees what may be seen, in no words of its own', () => {
    const [seen] = filterOf({ ...shop, kinds: [ResourceKind.POD] }).take([clusterSource(sights, secrets)]);
    const { facts } = seen as unknown as { facts: Source };
    expect(facts).toMatchObject({ state: 'ok', message: null, labels: {} });
    expect(facts.sights).toEqual([sight(ResourceKind.POD, { state: 'forbidden' })]);
    expect(JSON.stringify(facts)).not.toMatch(/10\.0\.0\.1|secret|node-a|as vitals/);
  });

  it('is not there where it shows nothing that may be seen', () => {
    expect(filterOf({ ...any, clusters: ['test'] }).take([clusterSource(sights)])).toEqual([]);
    expect(filterOf({ ...any, kinds: [ResourceKind.DATABASE] }).take([clusterSource(sights)])).toEqual([]);
  });

  it('is seen as a whole by who may see sources', () => {
    const source = clusterSource(sights, secrets);
    expect(filterOf({ ...any, kinds: [ResourceKind.SOURCE] }).take([source])).toEqual([source]);
    expect(filterOf({ ...any, clusters: ['prod'] }).take([source])).toEqual([source]);
  });

  it('makes its row configured, and another none', () => {
    const own = filterOf(shop);
    const rows = (events: readonly SourceEvent[]): readonly unknown[] =>
      own
        .take(events)
        .flatMap((one) => ('facts' in one && one.kind === ResourceKind.SYSTEM ? [one.facts] : []))
        .filter((facts) => (facts as { isConfigured: boolean }).isConfigured)
        .map((facts) => (facts as MainFacts).id);
    expect(rows(platformRecords(() => true, START))).toEqual([]);
    expect(rows([clusterSource()])).toEqual([systemId('kubernetes')]);
    expect(rows([clusterSource()])).toEqual([]);
    const [, row] = own.take([gone(ResourceKind.SOURCE, 'kubernetes/prod')]);
    expect(row).toMatchObject({ facts: { isConfigured: false } });
  });
});

it('support records know what they are read through', () => {
  for (const kind of Object.values(SupportKind)) {
    const facts = { id: 'x', kind, name: 'x', system: 'prod', namespace: null, regarding: 'POD/prod/shop/web' };
    const events = [{ id: 'x', kind, aspect: 'main', facts, observedAt: 1 }] as unknown as SourceEvent[];
    expect({ kind, seen: filterOf(any).take(events).length }).toEqual({ kind, seen: 1 });
    expect({ kind, seen: filterOf({ ...any, clusters: ['test'] }).take(events).length }).toEqual({ kind, seen: 0 });
  }
});
