import type { VolumeDevice } from '../../../src/model/host.js';
import { Evidence, Unit } from '../../../src/model/health.js';
import { ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { MINUTE, SECOND } from '../../../src/model/time.js';
import type { Volume } from '../../../src/model/volume.js';
import { hostMetrics } from '../../../src/sources/host-metrics/definition.js';
import { kubernetes } from '../../../src/sources/kubernetes/definition.js';
import { platformKinds, platformRules } from '../../../src/sources/platform.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import { volumeDeviceId } from '../../../src/sources/volume-device.js';
import type { World } from '../../support/judged.js';
import { CLUSTER, pod, seen, uid } from '../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../support/kubernetes-world.js';
import { claim, volume } from '../../support/storage-facts.js';
import { FRESH_FOR, device } from './host-facts.js';

const id = uid(ResourceKind.VOLUME, 'disk-1');
type Facts = Partial<VolumeDevice>;

function volumeWorld(facts: Partial<Volume> = {}): World {
  return kubernetesWorld({
    kinds: [...platformKinds, ...kubernetes.kinds, ...hostMetrics.kinds],
    rules: [...platformRules, ...sourceRules, ...kubernetes.rules, ...hostMetrics.rules],
    causes: [...kubernetes.causes, ...hostMetrics.causes],
  }).see(seen(volume(facts)), seen(claim()));
}

/** Measured every 10 s for so long; facts as a function of the seconds since the first look. */
function measured(seconds: number, factsAt: (second: number) => Facts, facts: Partial<Volume> = {}): World {
  const world = volumeWorld(facts);
  for (let second = 0; second <= seconds; second += 10) {
    world.see(device(factsAt(second), CLUSTER, world.clock.now()));
    if (second < seconds) world.advance(10 * SECOND);
  }
  return world;
}

describe('a disk that is held back', () => {
  /** Held back for a share of the time. */
  const iops = (share: number) => (second: number) => ({ exceededIopsSeconds: 1_000 + share * second });

  it.each<[string, number, (second: number) => Facts, readonly string[]]>([
    ['29 s in 5 m', 290, iops(0.1), []],
    ['30 s in 5 m', 300, iops(0.1), ['VOLUME_IOPS_THROTTLED WARNING']],
    ['149 s in 5 m', 300, iops(149 / 300), ['VOLUME_IOPS_THROTTLED WARNING']],
    ['150 s in 5 m', 300, iops(0.5), ['VOLUME_IOPS_THROTTLED CRITICAL']],
    ['30 s at once, of a time that is not known yet', 30, iops(1), ['VOLUME_IOPS_THROTTLED WARNING']],
    ['much, before anybody looked', 0, iops(1), []],
    ['much, and no more', 600, () => ({ exceededIopsSeconds: 9_999 }), []],
    ['bytes', 300, (second) => ({ exceededThroughputSeconds: second }), ['VOLUME_THROUGHPUT_THROTTLED CRITICAL']],
    ['by its instance', 60, (second) => ({ instanceExceededIopsSeconds: second }), ['VOLUME_IOPS_THROTTLED(instance) WARNING']], // prettier-ignore
    ['by its instance, bytes', 60, (second) => ({ instanceExceededThroughputSeconds: second }), ['VOLUME_THROUGHPUT_THROTTLED(instance) WARNING']], // prettier-ignore
    ['after a reset, 40 s', 60, (second) => ({ exceededIopsSeconds: second < 20 ? 5_000 : second - 20 }), ['VOLUME_IOPS_THROTTLED WARNING']], // prettier-ignore
    ['less than before: one of its instances is gone', 60, (second) => ({ exceededIopsSeconds: second < 20 ? 5_000 : 2_000 }), []], // prettier-ignore
    ['less than before, and 40 s since', 60, (second) => ({ exceededIopsSeconds: second < 20 ? 5_000 : 1_980 + second }), ['VOLUME_IOPS_THROTTLED WARNING']], // prettier-ignore
    ['nothing of it is known', 60, () => ({}), []],
  ])('%s', (_, seconds, factsAt, findings) => {
    const world = measured(seconds, factsAt);
    expect(world.summary(id)).toEqual(findings);
    for (const { evidence } of world.findings(id)) expect(evidence).toBe(Evidence.MEASURED);
  });

  it('is well a minute after its window is', () => {
    const world = measured(60, (second) => ({ exceededIopsSeconds: second }));
    const still = (): World => world.see(device({ exceededIopsSeconds: 60 }, CLUSTER, world.clock.now()));
    for (let second = 0; second < 320; second += 10) still().advance(10 * SECOND);
    expect(world.summary(id)).toEqual(['VOLUME_IOPS_THROTTLED WARNING']);
    for (let second = 0; second <= 20; second += 10) still().advance(10 * SECOND);
    expect(world.summary(id)).toEqual([]);
  });

  it('is found by the handle of its driver, whoever comes first', () => {
    const handle = 'vol-0123456789abcdef0';
    const deviceId = volumeDeviceId(CLUSTER, 'handle', handle);
    const world = kubernetesWorld({
      kinds: [...platformKinds, ...kubernetes.kinds, ...hostMetrics.kinds],
      rules: [...kubernetes.rules, ...hostMetrics.rules],
    });
    const look = (seconds: number): void => {
      const record = device({ id: deviceId, name: handle, exceededIopsSeconds: seconds }, CLUSTER, world.clock.now());
      world.see({ ...record, id: deviceId });
    };
    look(0);
    world.advance(10 * SECOND).see(seen(volume({ handle })));
    look(40);
    expect(world.summary(id)).toEqual(['VOLUME_IOPS_THROTTLED WARNING']);
  });
});

describe('a disk that nobody measures any more', () => {
  const isStale = (world: World): boolean | undefined => world.registry.get(id)?.isStale;
  const provisioned = { '*': { iops: 3_000, bytesPerSecond: 1_000 } };
  const mounting = pod({ claimNames: ['data'] });
  const gone = { id: volumeDeviceId(CLUSTER, 'name', 'disk-1'), kind: SupportKind.VOLUME_DEVICE, goneAspect: 'main' };

  it.each<[string, (second: number) => Facts, keyof Facts, readonly string[]]>([
    ['its own limit', (second) => ({ exceededIopsSeconds: second }), 'exceededIopsSeconds', ['VOLUME_IOPS_THROTTLED CRITICAL']], // prettier-ignore
    ['that of its instance', (second) => ({ instanceExceededThroughputSeconds: second }), 'instanceExceededThroughputSeconds', ['VOLUME_THROUGHPUT_THROTTLED(instance) CRITICAL']], // prettier-ignore
    ['its IOPS', () => ({ iops: 2_900, provisioned }), 'iops', ['VOLUME_IOPS_NEAR_LIMIT(IOPS) WARNING']],
    ['its throughput', () => ({ bytesPerSecond: 950, provisioned }), 'bytesPerSecond', ['VOLUME_IOPS_NEAR_LIMIT(throughput) WARNING']], // prettier-ignore
    ['busy', () => ({ busy: 0.9, awaitMilliseconds: 25 }), 'busy', ['VOLUME_IO_PRESSURE(busy disk) WARNING']],
    ['slow', () => ({ busy: 0.1, awaitMilliseconds: 125 }), 'awaitMilliseconds', ['VOLUME_IO_PRESSURE(slow disk) WARNING']], // prettier-ignore
  ])('stands as it was found, and is stale: %s', (_, factsAt, fact, findings) => {
    const world = measured(300, factsAt);
    const status = world.status(id);
    expect([world.summary(id), isStale(world)]).toEqual([findings, false]);
    world.advance(10 * MINUTE);
    expect([world.summary(id), world.status(id), isStale(world)]).toEqual([findings, status, true]);
    const look = (facts: Facts): World => world.see(device(facts, CLUSTER, world.clock.now()));
    look({ ...factsAt(301), [fact]: null, unavailable: { [fact]: 'probe failed' } }).advance(2 * MINUTE);
    expect([world.summary(id), isStale(world)]).toEqual([findings, true]);
    const calm = { exceededIopsSeconds: 301, instanceExceededThroughputSeconds: 301, iops: 1, bytesPerSecond: 1, busy: 0, awaitMilliseconds: null, unavailable: { awaitMilliseconds: 'idle' }, provisioned }; // prettier-ignore
    for (let second = 0; second < 400; second += 10) look(calm).advance(10 * SECOND);
    expect([world.summary(id), isStale(world)]).toEqual([[], false]);
  });

  it('is gone where nobody mounts it', () => {
    const world = measured(60, (second) => ({ exceededIopsSeconds: second })).see(gone);
    expect(world.advance(MINUTE).summary(id)).toEqual([]);
  });

  it('is not gone as long as a pod that runs mounts it', () => {
    const world = measured(60, (second) => ({ exceededIopsSeconds: second }))
      .see(seen(mounting))
      .see(gone);
    expect([world.advance(2 * MINUTE).summary(id), isStale(world)]).toEqual([['VOLUME_IOPS_THROTTLED WARNING'], true]);
    world.see({ id: mounting.id, kind: ResourceKind.POD, goneAspect: 'main' });
    expect([world.advance(2 * MINUTE + SECOND).summary(id), isStale(world)]).toEqual([[], false]);
  });
});

describe('what a disk may do', () => {
  const provisioned = { gp3: { iops: 3_000, bytesPerSecond: 1_000 }, '*': { iops: 100, bytesPerSecond: null } };
  const gp3: Partial<Volume> = { storageClass: 'gp3' };
  const other: Partial<Volume> = { storageClass: 'other' };

  it.each<[string, Partial<Volume>, Facts, number, readonly string[]]>([
    ['90 % of IOPS for 5 m', gp3, { iops: 2_700 }, 300, ['VOLUME_IOPS_NEAR_LIMIT(IOPS) WARNING']],
    ['90 % for less', gp3, { iops: 2_700 }, 290, []],
    ['89 %', gp3, { iops: 2_670 }, 400, []],
    ['bytes', gp3, { bytesPerSecond: 900 }, 300, ['VOLUME_IOPS_NEAR_LIMIT(throughput) WARNING']],
    ['of another class', other, { iops: 90, bytesPerSecond: 9e9 }, 300, ['VOLUME_IOPS_NEAR_LIMIT(IOPS) WARNING']],
    ['of no class', { storageClass: null }, { iops: 89 }, 400, []],
  ])('%s', (_, facts, numbers, seconds, findings) => {
    expect(measured(seconds, () => ({ ...numbers, provisioned }), facts).summary(id)).toEqual(findings);
  });

  it('is not known where nobody says', () => {
    expect(measured(400, () => ({ iops: 1e9 }), gp3).summary(id)).toEqual([]);
  });
});

describe('a disk that work waits for', () => {
  it.each<[string, Facts, number, readonly string[]]>([
    ['busy and over 20 ms for 5 m', { busy: 0.81, awaitMilliseconds: 21 }, 300, ['VOLUME_IO_PRESSURE(busy disk) WARNING']], // prettier-ignore
    ['for less', { busy: 0.81, awaitMilliseconds: 21 }, 290, []],
    ['busy and quick', { busy: 1, awaitMilliseconds: 20 }, 400, []],
    ['slow and idle', { busy: 0.8, awaitMilliseconds: 100 }, 400, []],
    ['over 100 ms for 2 m', { busy: 0.1, awaitMilliseconds: 101 }, 120, ['VOLUME_IO_PRESSURE(slow disk) WARNING']],
    ['over 100 ms for less', { busy: 0.1, awaitMilliseconds: 101 }, 110, []],
    ['without a request', { busy: 0, awaitMilliseconds: null }, 400, []],
  ])('%s', (_, facts, seconds, findings) => {
    const world = measured(seconds, () => facts);
    expect(world.summary(id)).toEqual(findings);
    for (const { evidence } of world.findings(id)) expect(evidence).toBe(Evidence.INFERRED);
  });

  it('waits because the disk is held back', () => {
    const world = measured(300, (second) => ({ busy: 1, awaitMilliseconds: 30, exceededIopsSeconds: second }));
    const byReason = new Map(world.findings(id).map((finding) => [finding.reason as string, finding]));
    expect([...byReason.keys()].sort()).toEqual(['VOLUME_IOPS_THROTTLED', 'VOLUME_IO_PRESSURE']);
    const effect = byReason.get('VOLUME_IO_PRESSURE');
    expect(effect && world.registry.causesOf(effect)).toEqual([byReason.get('VOLUME_IOPS_THROTTLED')]);
  });
});

describe('a disk that is held back because it does all it may', () => {
  const allowed = { provisioned: { '*': { iops: 100, bytesPerSecond: 1_000 } } };
  const requests = (second: number): Facts => ({ exceededIopsSeconds: second });
  const bytes = (second: number): Facts => ({ exceededThroughputSeconds: second });
  const ofInstance = (second: number): Facts => ({ instanceExceededIopsSeconds: second });

  it.each<[string, (second: number) => Facts, Facts, readonly string[]]>([
    ['requests, for its requests', requests, { iops: 95 }, ['IOPS']],
    ['bytes, for its bytes', bytes, { bytesPerSecond: 950 }, ['throughput']],
    ['requests, and it is near the limit of both', requests, { iops: 95, bytesPerSecond: 950 }, ['IOPS']],
    ['requests, not for its bytes', requests, { bytesPerSecond: 950 }, []],
    ['bytes, not for its requests', bytes, { iops: 95 }, []],
    ['by its instance, for other disks maybe', ofInstance, { iops: 95 }, []],
  ])('%s', (_, counters, numbers, near) => {
    const world = measured(300, (second) => ({ ...allowed, ...numbers, ...counters(second) }));
    const throttled = world.findings(id).find(({ reason }) => reason.endsWith('THROTTLED'));
    expect(throttled && world.registry.causesOf(throttled).map(({ subject }) => subject)).toEqual(near);
    expect(world.summary(id).length).toBeGreaterThan(1);
  });
});

describe('readings of a disk', () => {
  const read = (world: World, signal: SignalName): readonly unknown[] =>
    world
      .readings(id)
      .filter((reading) => reading.signal === signal)
      .map(({ subject, value, unavailable }) => [subject, value, unavailable]);

  it('say what is not known, and why', () => {
    expect(read(volumeWorld(), SignalName.VOLUME_THROTTLING)).toEqual([[null, null, 'not configured']]);
    const first = measured(0, () => ({ exceededIopsSeconds: 7 }));
    expect(read(first, SignalName.VOLUME_THROTTLING)).toEqual([['exceededIops', null, 'warming up']]);
    expect(read(first, SignalName.VOLUME_IOPS)).toEqual([[null, null, 'not configured']]);
    expect(read(first.advance(FRESH_FOR + 1), SignalName.VOLUME_THROTTLING)).toEqual([[null, null, 'probe failed']]);
  });

  it('are seconds of the window, shares, and milliseconds', () => {
    const world = measured(300, (second) => ({
      exceededIopsSeconds: second / 10,
      iops: 50,
      busy: 0.5,
      awaitMilliseconds: 3,
      provisioned: { '*': { iops: 100, bytesPerSecond: null } },
    }));
    expect(read(world, SignalName.VOLUME_THROTTLING)).toEqual([['exceededIops', 30, null]]);
    expect(read(world, SignalName.VOLUME_IOPS)).toEqual([['IOPS', 0.5, null]]);
    expect(read(world, SignalName.VOLUME_IO_PRESSURE)).toEqual([
      ['busy disk', 0.5, null],
      ['slow disk', 3, null],
    ]);
    const [, slow] = world.readings(id).filter(({ signal }) => signal === SignalName.VOLUME_IO_PRESSURE);
    expect(slow).toMatchObject({ unit: Unit.MILLISECONDS, limit: { warnAt: 100, holdFor: 2 * MINUTE } });
  });
});
