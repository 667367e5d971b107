import { ResourceKind, SupportKind } from '../../../../src/model/kinds.js';
import type { PodUsage } from '../../../../src/model/pod.js';
import { HOUR, MINUTE, after } from '../../../../src/model/time.js';
import type { ClaimUsage, Volume, VolumeAttachment } from '../../../../src/model/volume.js';
import { NOW, ago, condition, node, pod, seen, uid, usage } from '../../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../../support/kubernetes-world.js';
import { attachment, boundTo, claim, claimUsage, volume, zone } from '../../../support/storage-facts.js';

const id = uid(ResourceKind.VOLUME, 'disk-1');
const world = (facts: Partial<Volume> = {}) => kubernetesWorld().see(seen(volume(facts)), seen(claim()));

describe('space and inodes', () => {
  const free = (availableBytes: number) => ({ availableBytes, usedBytes: 1_000 - availableBytes });
  it.each<[string, Partial<ClaimUsage>, Partial<Volume>, readonly string[]]>([
    ['15 % free', free(150), {}, []],
    ['14.9 %', free(149), {}, ['VOLUME_SPACE_LOW INFO']],
    ['10 %', free(100), {}, ['VOLUME_SPACE_LOW INFO']],
    ['9.9 %', free(99), {}, ['VOLUME_SPACE_LOW WARNING']],
    ['3 %', free(30), {}, ['VOLUME_SPACE_LOW WARNING']],
    ['2.9 %', free(29), {}, ['VOLUME_SPACE_LOW CRITICAL']],
    ['read-only', free(0), { accessModes: ['ReadOnlyMany'] }, []],
    ['nothing used', { availableBytes: 0, usedBytes: 0 }, {}, []],
    ['no numbers', { capacityBytes: null, availableBytes: null, usedBytes: null, inodes: null }, {}, []],
    ['inodes 15 %', { inodesFree: 150 }, {}, []],
    ['inodes 9.9 %', { inodesFree: 99 }, {}, ['VOLUME_INODES_LOW WARNING']],
    ['inodes 2.9 %', { inodesFree: 29 }, {}, ['VOLUME_INODES_LOW CRITICAL']],
    ['no inodes at all', { inodes: 0, inodesFree: 0 }, {}, []],
  ])('%s', (_, numbers, facts, findings) => {
    expect(world(facts).see(claimUsage(numbers)).summary(id)).toEqual(findings);
  });

  it('stays for a minute on the good side', () => {
    const now = world()
      .see(claimUsage(free(29)))
      .see(claimUsage(free(500)));
    expect(now.advance(MINUTE - 1).summary(id)).toEqual(['VOLUME_SPACE_LOW CRITICAL']);
    expect(now.advance(1).summary(id)).toEqual([]);
  });
});

describe('a trend', () => {
  /** One sample a minute for so long; bytes as a function of minutes. */
  function grown(minutes: number, usedAt: (minute: number) => number, settings = {}) {
    const now = kubernetesWorld({ settings }).see(seen(volume()), seen(claim()));
    for (let minute = 0; minute <= minutes; minute += 1) {
      const usedBytes = usedAt(minute);
      now.see(claimUsage({ capacityBytes: 100_000, usedBytes, availableBytes: 100_000 - usedBytes }, now.clock.now()));
      if (minute < minutes) now.advance(MINUTE);
    }
    return now.summary(id).filter((finding) => finding.startsWith('VOLUME_FILLING'));
  }

  it.each<[string, number, (minute: number) => number, readonly string[]]>([
    ['full in under four hours', 60, (minute) => 40_000 + 255 * minute, ['VOLUME_FILLING WARNING']],
    ['full in over four hours, too new to say more', 60, (minute) => 40_000 + 170 * minute, []],
    ['too short a past', 57, (minute) => 40_000 + 255 * minute, []],
    ['full within the day', 361, (minute) => 20_000 + 60 * minute, ['VOLUME_FILLING INFO']],
    ['nearly full and filling', 60, (minute) => 80_000 + 100 * minute, ['VOLUME_FILLING CRITICAL']],
    ['steady', 60, () => 90_000, []],
    ['shrinking', 60, (minute) => 90_000 - 100 * minute, []],
    ['a sawtooth', 60, (minute) => 40_000 + 8_000 * (minute % 5), []],
  ])('%s', (_, minutes, usedAt, findings) => {
    expect(grown(minutes, usedAt)).toEqual(findings);
  });

  it.each<[string, (minute: number) => number, number, readonly string[]]>([
    ['within hours', (minute) => 40_000 + 255 * minute, 1, ['VOLUME_FILLING WARNING']],
    ['within the day', (minute) => 20_000 + 60 * minute, 6, ['VOLUME_FILLING INFO']],
    ['low, and within four days', (minute) => 85_500 + 10 * minute, 6, ['VOLUME_SPACE_LOW WARNING']],
  ])('of what nobody fills any more says nothing: full %s', (_, usedAt, hours, findings) => {
    const user = pod({ claimNames: ['data'] });
    const now = world().see(seen(user));
    for (let minute = 0; minute <= hours * 60; minute += 1) {
      const usedBytes = usedAt(minute);
      now.see(claimUsage({ capacityBytes: 100_000, usedBytes, availableBytes: 100_000 - usedBytes }, now.clock.now()));
      now.advance(MINUTE);
    }
    expect(now.summary(id)).toEqual(expect.arrayContaining([...findings]));
    now.see({ id: user.id, kind: ResourceKind.POD, goneAspect: 'main' }).advance(hours * HOUR + MINUTE);
    expect(now.summary(id).filter((finding) => !finding.endsWith('INFO') || finding.includes('FILLING'))).toEqual([]);
  });

  it('a longer horizon takes a longer past', () => {
    const overrides = [
      { reason: 'VOLUME_FILLING' as never, where: {}, values: { horizon: 8 * HOUR }, origin: 'limits[0]' },
    ];
    const settings = { overrides };
    expect(grown(119, (minute) => 40_000 + 255 * minute, settings)).toEqual([]);
    expect(grown(121, (minute) => 40_000 + 255 * minute, settings)).toEqual(['VOLUME_FILLING WARNING']);
  });

  it('shorter limits take a shorter past', () => {
    const values = { horizon: 40_000, window: 10_000, infoHorizon: 80_000, infoWindow: 20_000 };
    const overrides = [{ reason: 'VOLUME_FILLING' as never, where: {}, values, origin: 'limits[0]' }];
    const now = kubernetesWorld({ settings: { overrides } }).see(seen(volume()), seen(claim()));
    for (let second = 0; second <= 10; second += 1) {
      const usedBytes = 10_000 + 2_500 * second;
      now.see(claimUsage({ capacityBytes: 100_000, usedBytes, availableBytes: 100_000 - usedBytes }, now.clock.now()));
      if (second < 10) now.advance(1_000);
    }
    expect(now.summary(id)).toEqual(['VOLUME_FILLING WARNING']);
  });
});

describe('a volume whose kubelet is lost', () => {
  const nothing = { capacityBytes: null, usedBytes: null, availableBytes: null, inodes: null, inodesFree: null };
  const lost = ({ facts, observedAt }: ReturnType<typeof claimUsage>) =>
    claimUsage({ ...nothing, unavailable: 'probe failed', last: facts as ClaimUsage }, observedAt ?? NOW);
  const user = pod({ claimNames: ['data'] });

  it('is no less full for it: what was found stands, and is stale', () => {
    const last = claimUsage({ availableBytes: 10, usedBytes: 990, inodesFree: 10 });
    const now = world().see(seen(user)).see(last).advance(MINUTE);
    const found = ['VOLUME_INODES_LOW CRITICAL', 'VOLUME_SPACE_LOW CRITICAL'];
    expect([now.summary(id), now.registry.get(id)?.isStale]).toEqual([found, false]);
    const changes = now.changes.length;
    now.see(lost(last)).advance(HOUR);
    expect([now.summary(id), now.registry.get(id)?.isStale]).toEqual([found, true]);
    expect(now.changes.slice(changes).flatMap(({ cleared }) => cleared)).toEqual([]);
    const [reading] = now.readings(id);
    expect(reading).toMatchObject({ value: null, unavailable: 'probe failed', observedAt: NOW });
    now.see(claimUsage({}, now.clock.now())).advance(MINUTE);
    expect([now.summary(id), now.registry.get(id)?.isStale]).toEqual([[], false]);
  });

  it('that was well is as it was', () => {
    const now = world().see(claimUsage());
    const changes = now.changes.length;
    now.see(lost(claimUsage())).advance(HOUR);
    expect([now.status(id), now.registry.get(id)?.isStale, now.changes.length]).toEqual(['HEALTHY', false, changes]);
  });

  it('fills on, as far as anybody knows, as long as a pod mounts it', () => {
    const now = world().see(seen(user));
    let last = claimUsage();
    for (let minute = 0; minute <= 61; minute += 1) {
      const usedBytes = 40_000 + 255 * minute;
      last = claimUsage({ capacityBytes: 100_000, usedBytes, availableBytes: 100_000 - usedBytes }, now.clock.now());
      now.see(last).advance(MINUTE);
    }
    expect(now.summary(id)).toEqual(['VOLUME_FILLING WARNING']);
    const foretold = () => now.findings(id).map(({ message }) => message);
    now.see(lost(last));
    const messages = foretold();
    now.advance(12 * HOUR);
    expect([now.summary(id), foretold()]).toEqual([['VOLUME_FILLING WARNING'], messages]);
    now.see({ id: user.id, kind: ResourceKind.POD, goneAspect: 'main' }).advance(3 * MINUTE);
    expect(now.summary(id)).toEqual([]);
  });
});

describe('attachments', () => {
  const error = { message: 'no such disk', at: NOW };
  it.each<[string, Partial<VolumeAttachment>, readonly string[]]>([
    ['attached', {}, []],
    [
      'an error just now',
      { isAttached: false, attachError: error, errorSince: NOW },
      ['VOLUME_ATTACH_FAILED(node-a) WARNING'],
    ],
    [
      'not two minutes old',
      { isAttached: false, attachError: error, errorSince: ago(2 * MINUTE - 1) },
      ['VOLUME_ATTACH_FAILED(node-a) WARNING'],
    ],
    [
      'two minutes old',
      { isAttached: false, attachError: error, errorSince: ago(2 * MINUTE) },
      ['VOLUME_ATTACH_FAILED(node-a) CRITICAL'],
    ],
    ['overcome', { attachError: error, errorSince: NOW }, []],
    [
      'cannot be detached',
      { deletingSince: NOW, detachError: error, errorSince: NOW },
      ['VOLUME_DETACH_FAILED(node-a) WARNING'],
    ],
    ['detached in the end', { isAttached: false, deletingSince: NOW, detachError: error, errorSince: NOW }, []],
    ['not to be detached', { detachError: error, errorSince: NOW }, []],
  ])('%s', (_, facts, findings) => {
    expect(
      world()
        .see(seen(attachment(facts) as never))
        .summary(id),
    ).toEqual(findings);
  });
});

describe('what a failed attachment says', () => {
  const said = (message: string) =>
    world().see(seen(attachment({ isAttached: false, attachError: { message, at: NOW }, errorSince: NOW })));

  it.each<[string, string]>([
    ['Multi-Attach error for volume "disk-1"', ' (another node holds it): '],
    ['VolumeInUse: vol-1 is already attached to an instance', ' (another node holds it): '],
    ['RESOURCE_IN_USE_BY_ANOTHER_RESOURCE', ' (another node holds it): '],
    ['The volume is not in the same availability zone as the instance', ' (it is in another zone): '],
    ['no such disk', 'node-a: no such disk'],
  ])('%s', (message, words) => {
    expect(said(message).findings(id)[0]?.message).toContain(words);
  });

  it('the lost node that holds it is why', () => {
    const lost = node({ name: 'node-b', isReady: null, conditions: [condition('Ready', 'Unknown')] });
    const old = attachment({ id: uid(SupportKind.VOLUME_ATTACHMENT, 'old'), nodeName: 'node-b' });
    const now = said('Multi-Attach error').see(seen(lost), seen(old));
    const [finding] = now.findings(id);
    expect(finding && now.registry.causesOf(finding).map(({ reason }) => reason)).toEqual(['NODE_UNREACHABLE']);
  });
});

describe('zones of volumes', () => {
  it.each<[string, ReturnType<typeof node>[], Partial<Volume>, readonly string[]]>([
    ['a node there', [node()], boundTo('zone-a'), []],
    ['none there', [node()], boundTo('zone-b'), ['VOLUME_ZONE_CONFLICT WARNING']],
    ['not ready', [node({ isReady: false })], boundTo('zone-a'), ['VOLUME_ZONE_CONFLICT WARNING']],
    ['cordoned', [node({ isSchedulable: false })], boundTo('zone-a'), ['VOLUME_ZONE_CONFLICT WARNING']],
    ['bound to nobody', [node()], { ...boundTo('zone-b'), phase: 'Available' }, []],
    ['bound to no zone', [], {}, []],
    [
      'on the disk of a node that is cordoned',
      [node({ isSchedulable: false })],
      { nodeAlternatives: [[{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-a'] }]] },
      [],
    ],
  ])('%s', (_, nodes, facts, findings) => {
    const now = world(facts).see(seen(zone()), ...nodes.map((one) => seen(one)));
    expect(now.summary(id)).toEqual(findings);
  });

  it('nodes that cannot be seen are no conflict', () => {
    expect(world(boundTo('zone-a')).summary(id)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'a volume elsewhere, as of 1.34',
      "0/2 nodes are available: 2 node(s) didn't match PersistentVolume's node affinity. preemption: 0/2 nodes are available.",
      ['VOLUME_ZONE_CONFLICT WARNING'],
    ],
    [
      'a volume elsewhere',
      '0/2 nodes are available: 2 node(s) had volume node affinity conflict.',
      ['VOLUME_ZONE_CONFLICT WARNING'],
    ],
    [
      'no room where it is',
      '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had volume node affinity conflict.',
      [],
    ],
  ])('the scheduler says: %s', (_, schedulingMessage, findings) => {
    const waiting = pod({ isScheduled: false, nodeName: null, claimNames: ['data'], schedulingMessage });
    expect(world(boundTo('zone-a')).see(seen(node())).see(seen(waiting)).summary(id)).toEqual(findings);
  });
});

describe('state and pressure', () => {
  it.each<[string, Partial<Volume>, readonly string[]]>([
    ['failed', { phase: 'Failed', phaseMessage: 'in use' }, ['VOLUME_FAILED CRITICAL']],
    ['going', { deletingSince: ago(5 * MINUTE - 1) }, []],
    ['stuck', { deletingSince: ago(5 * MINUTE) }, ['VOLUME_STUCK_TERMINATING WARNING']],
  ])('%s', (_, facts, findings) => {
    expect(world(facts).summary(id)).toEqual(findings);
  });

  it.each<[number, readonly string[]]>([
    [0.2, []],
    [0.21, ['VOLUME_IO_PRESSURE WARNING']],
  ])('a container waits %d of the time, twice', (ioPressure60, findings) => {
    const user = pod({ claimNames: ['data'] });
    const now = world().see(seen(user));
    now.see(usage(user, [{ ioPressure60 }], now.clock.now()), claimUsage({}, now.clock.now()));
    expect(now.summary(id)).toEqual([]);
    now.advance(MINUTE).see(usage(user, [{ ioPressure60 }], now.clock.now()), claimUsage({}, now.clock.now()));
    expect(now.summary(id)).toEqual(findings);
  });
});

it('the pressure of a pod that is gone goes with it', () => {
  const user = pod({ claimNames: ['data'] });
  const now = world().see(seen(user));
  for (const wait of [0, MINUTE]) {
    now.advance(wait).see(usage(user, [{ ioPressure60: 0.5 }], now.clock.now()), claimUsage({}, now.clock.now()));
  }
  expect(now.summary(id)).toEqual(['VOLUME_IO_PRESSURE WARNING']);
  now.see({ id: user.id, kind: ResourceKind.POD, goneAspect: 'main' });
  expect(now.advance(2 * MINUTE).summary(id)).toEqual([]);
});

it('pressure that was found before the kubelet was lost stands, and is stale', () => {
  const user = pod({ claimNames: ['data'] });
  const now = world().see(seen(user));
  const last = usage(user, [{ ioPressure60: 0.5 }], after(NOW, MINUTE));
  now.see(usage(user, [{ ioPressure60: 0.5 }]), claimUsage());
  now.advance(MINUTE).see(last, claimUsage({}, now.clock.now()));
  expect([now.summary(id), now.registry.get(id)?.isStale]).toEqual([['VOLUME_IO_PRESSURE WARNING'], false]);
  const { containers } = last.facts as PodUsage;
  const facts: PodUsage = { containers: [], unavailable: 'probe failed', last: containers };
  const { observedAt } = last;
  const lost: typeof last = { id: user.id, kind: ResourceKind.POD, aspect: 'usage', facts, observedAt };
  now.advance(MINUTE).see(lost, claimUsage({}, now.clock.now()));
  expect([now.summary(id), now.registry.get(id)?.isStale]).toEqual([['VOLUME_IO_PRESSURE WARNING'], true]);
});

it('a second pod that takes the lead at the same moment is no second sample', () => {
  const [first, second] = [pod({ claimNames: ['data'] }), pod({ name: 'web-2', claimNames: ['data'] })];
  const now = world().see(seen(first), seen(second));
  now.see(usage(first, [{ ioPressure60: 0.5 }]), usage(second, [{ ioPressure60: 0.4 }], ago(3_000)), claimUsage());
  now.see(usage(first, [{ ioPressure60: 0.1 }]), claimUsage());
  expect(now.summary(id)).toEqual([]);
});

it('a claim tells what it holds, and where its past is kept', () => {
  expect(world().see(claimUsage()).readings(claim().id)[0]).toMatchObject({
    value: 100,
    series: 'usedBytes',
  });
});
