import type { ClusterEvent } from '../../../src/model/cluster.js';
import type { SourceEvent } from '../../../src/model/facts.js';
import type { ResourceId } from '../../../src/model/ids.js';
import type { Instant } from '../../../src/model/time.js';
import type { VolumeAttachment } from '../../../src/model/volume.js';
import { AttachmentErrors } from '../../../src/sources/kubernetes/attachment-errors.js';
import { projectAutoscalerStatus } from '../../../src/sources/kubernetes/autoscaler-status.projection.js';
import { ClusterInventory, type KubeletTarget } from '../../../src/sources/kubernetes/cluster-inventory.js';
import { CounterRates } from '../../../src/sources/kubernetes/counter-rates.js';
import { EventBook } from '../../../src/sources/kubernetes/event-book.js';
import { Interner } from '../../../src/clients/interner.js';
import { kubernetesConfigSchema } from '../../../src/sources/kubernetes/kubernetes.config.js';
import { parseQuantity } from '../../../src/sources/kubernetes/quantity.js';
import { SteadySkew } from '../../../src/clients/steady-skew.js';
import { place } from './recorded.js';

const at = (seconds: number): Instant => (seconds * 1_000) as Instant;

describe('a quantity', () => {
  it.each<readonly [text: unknown, value: number | null]>([
    ['250m', 0.25],
    ['1.5', 1.5],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['64Mi', 64 * 2 ** 20],
    ['2500M', 2.5e9],
    ['1e3', 1000],
    ['1E3', 1000],
    ['1E', 1e18],
    ['5u', 5e-6],
    ['0', 0],
    ['-1', -1],
    [4, 4],
    ['', null],
    ['1x', null],
    ['Mi', null],
    [null, null],
    [undefined, null],
    [{}, null],
  ])('%p is %p', (text, value) => {
    if (value === null) expect(parseQuantity(text)).toBeNull();
    else expect(parseQuantity(text)).toBeCloseTo(value, 9);
  });
});

describe('the configuration of a cluster', () => {
  it('needs no more than a name', () => {
    expect(kubernetesConfigSchema.parse({ name: 'prod' })).toEqual({
      name: 'prod',
      kubelets: { enabled: true, interval: 10_000, deadline: 15_000, concurrency: 32, insecureSkipVerify: false },
      nodeGroups: [],
      eventsKept: 5_000,
      labels: {},
    });
  });

  it.each<readonly [what: string, entry: object, message: string]>([
    ['an unknown key', { name: 'a', kubeConfig: 'x' }, 'Unrecognized key'],
    ['a kubelet asked too often', { name: 'a', kubelets: { interval: '9s' } }, 'every 10s at most'],
    ['two ways to the cluster', { name: 'a', kubeconfig: 'x', inCluster: true }, 'either a kubeconfig or inCluster'],
    ['no way to the cluster', { name: 'a', inCluster: false }, 'either a kubeconfig or inCluster'],
    ['a context of nothing', { name: 'a', context: 'x' }, 'belongs to a kubeconfig'],
  ])('refuses %s', (_, entry, message) => {
    const { error } = kubernetesConfigSchema.safeParse(entry);
    expect(error?.issues.map((issue) => issue.message).join()).toContain(message);
  });
});

const OLD_REPORT = `Cluster-autoscaler status at 2023-03-27 10:38:18.722053187 +0000 UTC:
Cluster-wide:
  Health:      Healthy (ready=4 unready=0 notStarted=0 longNotStarted=0 registered=4 longUnregistered=0)
               LastProbeTime:      2023-03-27 10:38:18.722053187 +0000 UTC m=+100.1
  ScaleUp:     NoActivity (ready=4 registered=4)

NodeGroups:
  Name:        group-a
  Health:      Healthy (ready=2 unready=1 (resourceUnready=0) notStarted=0 registered=3 longUnregistered=0 cloudProviderTarget=3 (minSize=1, maxSize=10))
               LastProbeTime:      2023-03-27 10:38:18.722053187 +0000 UTC m=+100.1
  ScaleUp:     NoActivity (ready=3 cloudProviderTarget=3)

  Name:        group-b
  Health:      Healthy (ready=1 unready=0 notStarted=0 longNotStarted=0 registered=1 longUnregistered=0 cloudProviderTarget=1 (minSize=1, maxSize=1))
`;

const NEW_REPORT = `time: 2025-04-22 14:29:08.360891242 +0000 UTC
autoscalerStatus: Running
clusterWide:
  health:
    status: Healthy
    nodeCounts: { registered: { total: 4, ready: 4, notStarted: 0 }, longUnregistered: 0, unregistered: 0 }
nodeGroups:
  - name: group-a
    health:
      status: Healthy
      nodeCounts: { registered: { total: 3, ready: 2, notStarted: 0 }, longUnregistered: 0, unregistered: 0 }
      cloudProviderTarget: 3
      minSize: 1
      maxSize: 10
  - name: group-b
    health: { status: Healthy, nodeCounts: { registered: { total: 1, ready: 1 } }, cloudProviderTarget: 1, minSize: 1, maxSize: 1 }
`;

describe('the report of the cluster autoscaler', () => {
  const groups = [
    { name: 'group-a', minimum: 1, maximum: 10, registered: 3, ready: 2 },
    { name: 'group-b', minimum: 1, maximum: 1, registered: 1, ready: 1 },
  ];
  const read = (status: unknown) => projectAutoscalerStatus({ data: { status } } as never, place()).groups;

  it.each([
    ['text', OLD_REPORT],
    ['YAML', NEW_REPORT],
  ])('as %s', (_, status) => {
    expect(read(status)).toEqual(groups);
  });

  it.each<[string, string, string | undefined, string | null]>([
    ['text', OLD_REPORT, undefined, '2023-03-27T10:38:18.722Z'],
    ['YAML', NEW_REPORT, undefined, '2025-04-22T14:29:08.360Z'],
    [
      'its annotation, which is written beside',
      NEW_REPORT,
      '2025-04-22 16:30:00.5 +0200 CEST',
      '2025-04-22T14:30:00.500Z',
    ],
    ['YAML, where the annotation is none', NEW_REPORT, 'lately', '2025-04-22T14:29:08.360Z'],
    ['nothing', 'autoscalerStatus: Initializing', undefined, null],
  ])('says when it was made: %s', (_, status, updated, at) => {
    const annotations = { 'cluster-autoscaler.kubernetes.io/last-updated': updated };
    const { reportedAt } = projectAutoscalerStatus({ metadata: { annotations }, data: { status } }, place());
    expect(reportedAt).toBe(at === null ? null : Date.parse(at));
  });

  it('was made by our clock, whatever the clock of the cluster', () => {
    const ahead = { ...place(), clockSkew: () => 600_000 };
    const { reportedAt } = projectAutoscalerStatus({ data: { status: NEW_REPORT } }, ahead);
    expect(reportedAt).toBe(Date.parse('2025-04-22T14:19:08.360Z'));
  });

  it('without groups', () => {
    expect(read('autoscalerStatus: Initializing\n')).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['no YAML', '{ ['],
    ['another thing', 'nodeGroups: 3'],
  ])('that is %s', (_, status) => {
    expect(() => read(status)).toThrow('autoscaler');
  });
});

describe('the book of events', () => {
  const event = (id: string, seconds: number): ClusterEvent =>
    ({ id, reason: id, message: `${id} at ${seconds}`, lastSeenAt: at(seconds) }) as unknown as ClusterEvent;
  const words = (events: Iterable<SourceEvent>): readonly string[] =>
    [...events].map((one) => ('goneAspect' in one ? `-${one.id}` : (one.facts as ClusterEvent).message));

  it('keeps the newest of each object and reason', () => {
    const book = new EventBook(10);
    expect(words(book.upsert('u1', event('a', 5), at(9)))).toEqual(['a at 5']);
    expect(words(book.upsert('u2', event('a', 3), at(9)))).toEqual([]);
    expect(words(book.upsert('u3', event('a', 7), at(9)))).toEqual(['a at 7']);
    // The API forgets the older two: nothing changes.
    expect(words(book.delete('u1'))).toEqual([]);
    expect(words(book.delete('u2'))).toEqual([]);
    expect(words(book.delete('u3'))).toEqual(['-a']);
    expect(words(book.delete('u3'))).toEqual([]);
  });

  it('takes a correction of the same event, whatever its time', () => {
    const book = new EventBook(10);
    words(book.upsert('u1', event('a', 5), at(9)));
    expect(words(book.upsert('u1', event('a', 4), at(9)))).toEqual(['a at 4']);
  });

  it('drops what was not written for longest when it is full', () => {
    const book = new EventBook(2);
    words(book.upsert('u1', event('a', 1), at(9)));
    words(book.upsert('u2', event('b', 2), at(9)));
    words(book.upsert('u1', event('a', 3), at(9)));
    expect(words(book.upsert('u3', event('c', 4), at(9)))).toEqual(['c at 4', '-b']);
  });
});

describe('errors of an attachment', () => {
  type Attachment = Omit<VolumeAttachment, 'errorSince'>;
  const attachment = (error: Instant | null | undefined, more: Partial<Attachment> = {}): Attachment => {
    const attachError = error === undefined ? null : { message: 'no', at: error };
    return { attachError, detachError: null, deletingSince: null, ...more } as Attachment;
  };

  it('last since they were first seen, whatever is rewritten', () => {
    let now = at(100);
    const errors = new AttachmentErrors(() => now);
    const since = (error: Instant | null | undefined) => errors.complete('u', attachment(error)).errorSince;
    expect(since(undefined)).toBeNull();
    expect(since(at(40))).toBe(at(40));
    now = at(200);
    expect(since(at(199))).toBe(at(40));
    expect(since(undefined)).toBeNull();
    expect(since(at(900))).toBe(at(200));
    errors.forget('u');
    now = at(300);
    expect(since(null)).toBe(at(300));
  });

  it('begin anew when what could not be attached cannot be detached', () => {
    let now = at(100);
    const errors = new AttachmentErrors(() => now);
    errors.complete('u', attachment(at(100)));
    now = at(3_700);
    const leaving = { deletingSince: at(3_700), detachError: { message: 'busy', at: at(3_700) } };
    expect(errors.complete('u', attachment(at(3_600), leaving)).errorSince).toBe(at(3_700));
    now = at(3_800);
    expect(errors.complete('u', attachment(undefined, leaving)).errorSince).toBe(at(3_700));
  });
});

it('a skew is steady while its measurements tremble', () => {
  let measured: number | null = null;
  const skew = new SteadySkew(() => measured);
  const after = (value: number): number => {
    measured = value;
    return skew.now();
  };
  expect(skew.now()).toBe(0);
  expect([1_900, 2_300, 1_900].map(after)).toEqual([0, 0, 0]);
  expect([-600_000.5, -601_900, -598_100].map(after)).toEqual([-600_000, -600_000, -600_000]);
  expect([-597_000, -599_000, 300].map(after)).toEqual([-597_000, -597_000, 0]);
});

describe('the rate of a counter', () => {
  it('is known from the second sample, and what it grows by after a reset is its new value', () => {
    const rates = new CounterRates();
    const rate = (value: number, seconds: number): number | null => {
      const result = rates.rate('a', { value, at: at(seconds) });
      rates.turn();
      return result;
    };
    expect(rate(10, 0)).toBeNull();
    expect(rate(15, 10)).toBe(0.5);
    expect(rate(15, 10)).toBe(0.5);
    expect(rate(17, 20)).toBe(0.2);
    expect(rate(1, 30)).toBe(0.1);
    rates.turn();
    expect(rate(2, 40)).toBeNull();
    expect(rates.rate('a', null)).toBeNull();
  });
});

describe('the interner', () => {
  it('gives equal label sets one object, and forgets what it did not meet for long', () => {
    const interner = new Interner(4);
    const first = interner.labels([['app', 'a']]);
    expect(interner.labels([['app', 'a']])).toBe(first);
    expect(first).toEqual({ app: 'a' });
    for (let index = 0; index < 10; index += 1) interner.labels([['app', String(index)]]);
    expect(interner.labels([['app', 'a']])).not.toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });

  it('keeps what is met again and again', () => {
    const interner = new Interner(4);
    const first = interner.labels([['app', 'a']]);
    for (let index = 0; index < 10; index += 1) {
      interner.labels([['app', String(index)]]);
      expect(interner.labels([['app', 'a']])).toBe(first);
    }
  });
});

describe('the inventory', () => {
  const id = (text: string): ResourceId => text as ResourceId;
  const inventory = (): { inventory: ClusterInventory; told: string[] } => {
    const told: string[] = [];
    const listener = {
      add: ({ nodeName, host, port }: KubeletTarget) => void told.push(`+${nodeName} ${host}:${port}`),
      remove: (nodeId: ResourceId) => void told.push(`-${nodeId}`),
    };
    return { inventory: new ClusterInventory(listener), told };
  };
  const node = (host: string | null): never =>
    ({ id: 'n', name: 'node', kubeletHost: host, kubeletPort: 10_250 }) as never;

  it('tells of a kubelet when it comes, moves and goes, and of nothing else', () => {
    const { inventory: nodes, told } = inventory();
    nodes.putNode(node(null));
    nodes.putNode(node('10.0.0.1'));
    nodes.putNode(node('10.0.0.1'));
    nodes.putNode(node('10.0.0.2'));
    nodes.dropNode(id('n'));
    nodes.dropNode(id('n'));
    expect(told).toEqual(['+node 10.0.0.1:10250', '-n', '+node 10.0.0.2:10250', '-n']);
  });

  it('knows which pods are on a node', () => {
    const { inventory: pods } = inventory();
    pods.putPod({ id: id('p'), nodeName: null } as never);
    pods.putPod({ id: id('p'), nodeName: 'a' } as never);
    pods.putPod({ id: id('q'), nodeName: 'a' } as never);
    expect([...pods.podsOn('a')]).toEqual(['p', 'q']);
    pods.dropPod(id('p'));
    pods.dropPod(id('q'));
    expect([...pods.podsOn('a')]).toEqual([]);
  });

  it('gives a name to whoever holds it now', () => {
    const { inventory: claims } = inventory();
    const claim = (text: string): never => ({ id: text, namespace: 'shop', name: 'data' }) as never;
    claims.putClaim(claim('old'));
    claims.putClaim(claim('new'));
    claims.dropClaim(id('old'));
    expect(claims.claimId('shop', 'data')).toBe('new');
    claims.dropClaim(id('new'));
    expect(claims.claimId('shop', 'data')).toBeUndefined();
  });
});
