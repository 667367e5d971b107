import { ResourceKind } from '../../src/model/kinds.js';
import type { SightState } from '../../src/model/source.js';
import { ClaimPhase } from '../../src/model/volume.js';
import { Traffic, trafficWorld } from '../sources/http-traffic/traffic-world.js';
import {
  broker,
  cluster as kafkaCluster,
  group,
  kafkaWorld,
  partition,
  progress,
  source as kafkaSource,
  topic,
} from '../sources/kafka/kafka-world.js';
import { dataOf } from '../support/asked.js';
import type { World } from '../support/judged.js';
import { NOW, node, seen, uid } from '../support/kubernetes-facts.js';
import { kubernetesWorld } from '../support/kubernetes-world.js';
import { claim, cluster, source, volume, zone } from '../support/storage-facts.js';

const sight = (kind: ResourceKind, subject: string, state: SightState = 'ok') => {
  const message = state === 'ok' ? null : `forbidden: cannot list ${subject}`;
  return { subject, kind, resourceId: null, state, message, since: NOW, contactAt: state === 'ok' ? NOW : null };
};

describe('an empty list is one that was looked at', () => {
  const ZONES = '{ clusters { nodeCount zones { name } zoneRequirements { required } } }';

  it.each<[SightState, object]>([
    ['forbidden', { nodeCount: null, zones: null, zoneRequirements: null }],
    ['ok', { nodeCount: 0, zones: [], zoneRequirements: [] }],
  ])('of the zones of a cluster whose nodes are %s', async (state, expected) => {
    const world = kubernetesWorld().see(
      seen(source({ sights: [sight(ResourceKind.NODE, 'nodes', state)] })),
      seen(cluster()),
    );
    expect(await dataOf(world, ZONES)).toEqual({ clusters: [expected] });
  });

  it('and is there once it was, however its nodes are seen by now', async () => {
    const nodes = (state: SightState) => seen(source({ sights: [sight(ResourceKind.NODE, 'nodes', state)] }));
    const world = kubernetesWorld().see(nodes('ok'), seen(cluster()), seen(zone()), seen(node())).see(nodes('lost'));
    const zones = [{ name: zone().name }];
    expect(await dataOf(world, ZONES)).toMatchObject({ clusters: [{ nodeCount: 1, zones }] });
  });

  const GROUPS = `{ kafkas { consumerGroups { nodes {
    topics { name consumerGroups { totalCount } } partitions { totalCount }
  } } } }`;

  it.each<[string, (world: World) => Parameters<typeof group>, object]>([
    [
      'may not be read',
      (world) => [world.clock.now(), [], { unavailable: 'forbidden', seenAt: null, looks: 0, topics: [] }],
      { topics: null, partitions: null },
    ],
    ['are none', (world) => [world.clock.now(), [], { topics: [] }], { topics: [], partitions: { totalCount: 0 } }],
    [
      'could be read before',
      (world) => [world.clock.now(), [progress(world.clock.now(), {})], { unavailable: 'forbidden' }],
      { topics: [{ name: 'orders', consumerGroups: { totalCount: 1 } }], partitions: { totalCount: 1 } },
    ],
  ])('of a group whose offsets %s', async (_, of, expected) => {
    const world = kafkaWorld();
    const now = world.clock.now();
    world.see(kafkaSource(now), kafkaCluster(now), topic(now, 'orders', [partition(0)]), group(...of(world)));
    expect(await dataOf(world, GROUPS)).toEqual({ kafkas: [{ consumerGroups: { nodes: [expected] } }] });
  });

  it.each<[SightState, object | null]>([
    ['forbidden', null],
    ['ok', { totalCount: 0 }],
  ])('of the groups of a topic, where groups are %s', async (state, consumerGroups) => {
    const world = kafkaWorld();
    const now = world.clock.now();
    const whole = kafkaSource(now);
    const facts = whole.facts as { readonly sights: readonly { readonly kind: ResourceKind }[] };
    const sights = facts.sights.map((one) => (one.kind === ResourceKind.CONSUMER_GROUP ? { ...one, state } : one));
    world.see(
      { ...whole, facts: { ...facts, sights } } as unknown as typeof whole,
      kafkaCluster(now),
      topic(now, 'orders', []),
    );
    const data = await dataOf(world, '{ kafkas { topics { nodes { consumerGroups { totalCount } } } } }');
    expect(data).toEqual({ kafkas: [{ topics: { nodes: [{ consumerGroups }] } }] });
  });

  const PARTITIONS = '{ kafkas { brokers { name } partitionCount underReplicatedPartitions offlinePartitions } }';
  const counted = (count: number | null): object => ({ partitionCount: count, underReplicatedPartitions: count, offlinePartitions: count }); // prettier-ignore
  const BROKERS = [{ name: 'broker-1' }];

  it.each<[string, object, object]>([
    ['left out', { topicsSeenAt: null, unavailable: { topics: 'forbidden' } }, { brokers: BROKERS, ...counted(null) }],
    ['none', {}, { brokers: BROKERS, ...counted(0) }],
  ])('of the partitions of a cluster whose topics are %s', async (_, facts, expected) => {
    const world = kafkaWorld();
    const now = world.clock.now();
    world.see(kafkaSource(now), kafkaCluster(now, facts), ...broker(now, 1));
    expect(await dataOf(world, PARTITIONS)).toEqual({ kafkas: [expected] });
  });

  it('of the brokers of a cluster that was never seen', async () => {
    const world = kafkaWorld();
    const now = world.clock.now();
    world.see(kafkaSource(now, 'lost'), { ...kafkaCluster(now, { topicsSeenAt: null }), observedAt: null });
    expect(await dataOf(world, PARTITIONS)).toEqual({ kafkas: [{ brokers: null, ...counted(null) }] });
  });

  it.each<[SightState, object | null]>([
    ['lost', null],
    ['ok', { totalCount: 0 }],
  ])('of the routes of an ingress that is %s', async (state, routes) => {
    const { world } = new Traffic(trafficWorld(), {}, state);
    expect(await dataOf(world, '{ ingresses { routes { totalCount } } }')).toEqual({ ingresses: [{ routes }] });
  });
});

it('a volume has the claim that it is bound to, and not another that names it', async () => {
  const id = uid(ResourceKind.CLAIM, 'wants-it-too');
  const other = claim({ name: 'wants-it-too', id, phase: ClaimPhase.PENDING });
  const kinds = [sight(ResourceKind.VOLUME, 'persistentvolumes'), sight(ResourceKind.CLAIM, 'persistentvolumeclaims')];
  const world = kubernetesWorld().see(seen(source({ sights: kinds })), seen(other), seen(claim()), seen(volume()));
  const query = `{
    volumes { nodes { name claim { name } } }
    claims(orderBy: { field: NAME, direction: ASC }) { nodes { name volume { name } } }
  }`;
  expect(await dataOf(world, query)).toEqual({
    volumes: { nodes: [{ name: 'disk-1', claim: { name: 'data' } }] },
    claims: {
      nodes: [
        { name: 'data', volume: { name: 'disk-1' } },
        { name: 'wants-it-too', volume: null },
      ],
    },
  });
});
