import type { SourceEvent } from '../../src/model/facts.js';
import type { ResourceId } from '../../src/model/ids.js';
import type { Placement } from '../../src/model/placement.js';
import type { Pod } from '../../src/model/pod.js';
import { MINUTE, SECOND } from '../../src/model/time.js';
import { argoConfigSchema } from '../../src/sources/argo/argo.config.js';
import { EngineRecord } from '../../src/sources/argo/engine-record.js';
import { WorkflowBook } from '../../src/sources/argo/workflow-book.js';
import { catalogue } from '../../src/sources/index.js';
import { platformRecords } from '../../src/sources/platform.js';
import { chain } from '../support/chain.js';
import { type World, judgedWorld } from '../support/judged.js';
import { NOW, ago, condition, node, pod, seen } from '../support/kubernetes-facts.js';
import { ManualClock } from '../support/manual-clock.js';
import { SYSTEM } from './argo/argo-objects.js';
import { ENGINE } from './argo/argo-world.js';
import * as olap from './clickhouse/olap-world.js';
import * as http from './http-traffic/traffic-world.js';
import * as connect from './kafka-connect/connect-world.js';
import * as kafka from './kafka/kafka-world.js';
import * as meta from './postgres/database-world.js';
import * as keepers from './zookeeper/ensemble-world.js';

const IN_DATA: Placement = { cluster: 'prod', namespace: 'data', selector: null };
const HOST = 'server-0.servers.data.svc';

/** The pod that an endpoint runs in, and its node, which is gone. */
const POD = pod({ name: 'server-0', namespace: 'data', nodeName: 'node-a', addresses: '10.1.0.7', isReady: false, readySince: ago(2 * MINUTE) }); // prettier-ignore
const NODE = node({ isReady: false, conditions: [condition('Ready', 'False', ago(3 * MINUTE))] });
const READY: Partial<Pod> = { namespace: 'data', isReady: true };

/** All that Vitals knows, at the tests' present. */
function world(...events: readonly SourceEvent[]): World {
  const all = judgedWorld({ ...catalogue, clock: new ManualClock(NOW) });
  return all.see(...platformRecords(() => true, NOW), ...events);
}

/** Says something else of a record that is there. */
function change(all: World, id: ResourceId, facts: object): World {
  const { main } = all.registry.get(id) as never as { main: Parameters<typeof seen>[0] };
  return all.see(seen({ ...main, ...facts }, all.clock.now()));
}

function loseEngine(all: World, placement: object, holder: string): World {
  const config = argoConfigSchema.parse({ name: SYSTEM, kubeconfig: 'k', kubernetes: placement, controllerNamespace: 'data' }); // prettier-ignore
  const [engine, { load }] = [new EngineRecord(config), new WorkflowBook(SYSTEM, MINUTE, false)];
  const object = { holder, renewedAt: ago(2 * MINUTE) };
  const sight = engine.takeLeaseSight('ok', load, NOW);
  return all.see(
    ...sight,
    engine.record(load, NOW),
    ...engine.takeLease({ type: 'upsert', uid: 'lease', object }, load, NOW),
  );
}

type Lost = readonly [system: string, of: ResourceId, reason: string, name: string, lose: (all: World) => World];

const worker = { url: 'x', isReached: false, version: null, message: 'lost', state: 'lost' as const };

/** Each system at `HOST`, which does not answer. */
const SYSTEMS: readonly Lost[] = [
  ['zookeeper', keepers.A, 'ZOOKEEPER_MEMBER_DOWN', 'a:2181', (all) =>
    keepers.see(all, { a: { ...keepers.LOST, host: HOST, placement: IN_DATA }, b: keepers.LEADER, c: keepers.FOLLOWER })], // prettier-ignore
  ['postgres', meta.DATABASE, 'DATABASE_UNREACHABLE', 'meta', (all) =>
    all.see(meta.database({ host: HOST, placement: IN_DATA }, NOW), meta.source('lost', 'It refuses.', NOW))], // prettier-ignore
  ['clickhouse', olap.A, 'DATABASE_UNREACHABLE', 'a:8123', (all) =>
    olap.see(all, { a: { reach: 'lost', host: HOST, placement: IN_DATA }, b: {}, c: {} })], // prettier-ignore
  ['kafka', kafka.nodeId(1), 'BROKER_UNREACHABLE', 'broker-1', (all) =>
    all.see(kafka.source(NOW), kafka.cluster(NOW), ...kafka.broker(NOW, 1, { reach: 'lost', host: HOST, placement: IN_DATA }))], // prettier-ignore
  ['kafka-connect', connect.CONNECT, 'CONNECT_UNREACHABLE', 'pipelines', (all) =>
    change(connect.see(all, { reach: 'lost' }), connect.CONNECT, { placement: IN_DATA, workers: [{ ...worker, host: HOST }] })], // prettier-ignore
  ['kafka-connect, one of several workers', connect.SOURCE, 'SOURCE_UNREACHABLE', 'kafka-connect/pipelines', (all) =>
    change(connect.see(all, { lostWorker: `${HOST}:8083` }), connect.CONNECT, { placement: IN_DATA, workers: [{ ...worker, host: HOST }, { ...worker, host: 'other-0.servers.data.svc' }] })], // prettier-ignore
  ['argo', ENGINE, 'WORKFLOW_CONTROLLER_SILENT', SYSTEM, (all) => loseEngine(all, { cluster: 'prod' }, 'server-0')],
  ['argo, by its selector', ENGINE, 'WORKFLOW_CONTROLLER_SILENT', SYSTEM, (all) =>
    loseEngine(all, { cluster: 'prod', selector: POD.labels }, 'someone')], // prettier-ignore
  ['http-traffic', http.SOURCE, 'SOURCE_UNREACHABLE', 'http-traffic/edge', (all) =>
    change(new http.Traffic(all).lose('lost').world, http.INGRESS, { placement: IN_DATA, hosts: [HOST] })], // prettier-ignore
];

describe.each(SYSTEMS)('what does not answer of %s', (_, id, reason, name, lose) => {
  it('follows from its pod, and that from its node', () => {
    const all = lose(world(seen(POD), seen(NODE)));
    expect(chain(all, id, reason)).toBe(`${reason} of ${name} ← POD_NOT_READY of server-0 ← NODE_NOT_READY of node-a`);
    const [root] = all.findings(NODE.id);
    expect(all.registry.isRoot(root as never)).toBe(true);
  });

  it('follows from no pod that is ready', () => {
    const all = lose(world(seen({ ...POD, ...READY })));
    expect(chain(all, id, reason)).toBe(`${reason} of ${name}`);
  });
});

describe('one of several places that does not answer', () => {
  const other = pod({ name: 'other-0', namespace: 'data', isReady: false, readySince: ago(2 * MINUTE) });
  const [, , , , lose] = SYSTEMS.find(([system]) => system.includes('one of several')) as Lost;

  it('follows from its own pod while that of another is ready', () => {
    const all = lose(world(seen(POD), seen(NODE), seen({ ...other, ...READY })));
    expect(chain(all, connect.SOURCE, 'SOURCE_UNREACHABLE')).toBe(
      'SOURCE_UNREACHABLE of kafka-connect/pipelines ← POD_NOT_READY of server-0 ← NODE_NOT_READY of node-a',
    );
  });

  it('does not follow from the pod of another', () => {
    const all = lose(world(seen({ ...POD, ...READY }), seen(other)));
    expect(chain(all, connect.SOURCE, 'SOURCE_UNREACHABLE')).toBe('SOURCE_UNREACHABLE of kafka-connect/pipelines');
  });

  it('follows from the node whose address it is asked at', () => {
    const workers = [{ ...worker, host: '10.0.0.1' }];
    const all = connect.see(world(seen(NODE)), { lostWorker: '10.0.0.1:8083' });
    change(all, connect.CONNECT, { placement: IN_DATA, workers });
    expect(chain(all, connect.SOURCE, 'SOURCE_UNREACHABLE')).toBe(
      'SOURCE_UNREACHABLE of kafka-connect/pipelines ← NODE_NOT_READY of node-a',
    );
  });
});

it('what Vitals itself cannot ask does not follow from its pod', () => {
  const all = new http.Traffic(world(seen(POD), seen(NODE))).lose('hindered').world;
  change(all, http.INGRESS, { placement: IN_DATA, hosts: [HOST] });
  expect(chain(all, http.SOURCE, 'SOURCE_UNREACHABLE')).toBe('SOURCE_UNREACHABLE of http-traffic/edge');
});

it('a Kafka of which no broker was ever seen follows from its pods, where none of them is ready', () => {
  const placement = { ...IN_DATA, selector: POD.labels };
  const all = world(seen(POD), seen(NODE)).advance(SECOND);
  all.see(kafka.source(all.clock.now(), 'lost'), kafka.cluster(NOW, { placement }));
  expect(chain(all, kafka.CLUSTER, 'KAFKA_UNREACHABLE')).toBe(
    'KAFKA_UNREACHABLE of events ← POD_NOT_READY of server-0 ← NODE_NOT_READY of node-a',
  );
});
