import { ResourceKind } from '../../../src/model/kinds.js';
import { PodPhase } from '../../../src/model/pod.js';
import type { World } from '../../support/judged.js';
import { node, NOW, pod, seen } from '../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../support/kubernetes-world.js';
import { boundTo, claim, volume } from '../../support/storage-facts.js';

const CONFLICT = '3 node(s) had volume node affinity conflict';

/** A pod that finds no place, as the scheduler puts it. */
function unplaced(message: string) {
  const scheduling = { nodeName: null, isScheduled: false, schedulingReason: 'Unschedulable' };
  const text = `0/4 nodes are available: ${message}.`;
  return seen(
    pod({
      ...scheduling,
      phase: PodPhase.PENDING,
      isReady: false,
      claimNames: ['data'],
      schedulingMessage: text,
      createdAt: NOW,
    }),
  );
}

describe('a pod that its volume keeps from all nodes', () => {
  const subject = volume(boundTo('zone-a'));
  const storage = [seen(claim()), seen(subject)];
  const others = Array.from({ length: 100 }, (_, index) => seen(volume({ name: `other-${index}`, claimRef: null })));
  const calm = () => kubernetesWorld().see(seen(node()), ...others);
  const judgedBy = (world: World, act: () => unknown): number => {
    const before = world.judgements;
    act();
    return world.judgements - before;
  };
  const FOUND = ['VOLUME_ZONE_CONFLICT WARNING'];

  it('has no other volume judged, whatever the scheduler writes', () => {
    const world = calm().see(...storage);
    const writes = [
      CONFLICT,
      `1 Insufficient cpu, ${CONFLICT}`,
      `2 Insufficient cpu, ${CONFLICT}`,
      '4 Insufficient cpu',
      CONFLICT,
    ];
    const summaries = writes.map((message) => {
      // Itself, its claim and the volume.
      expect(judgedBy(world, () => world.see(unplaced(message)))).toBeLessThanOrEqual(3);
      return world.summary(subject.id);
    });
    expect(summaries).toEqual([FOUND, [], [], [], FOUND]);
    const gone = { id: pod().id, kind: ResourceKind.POD, goneAspect: 'main' } as const;
    expect(judgedBy(world, () => world.see(gone))).toBeLessThanOrEqual(2);
    expect(world.summary(subject.id)).toEqual([]);
  });

  it.each<[string, readonly ReturnType<typeof seen>[]]>([
    ['pod, claim, volume', [unplaced(CONFLICT), seen(claim()), seen(subject)]],
    ['volume, pod, claim', [seen(subject), unplaced(CONFLICT), seen(claim())]],
    ['claims that cannot be seen', [seen(subject), unplaced(CONFLICT)]],
    ['volume, claim, pod', [seen(subject), seen(claim()), unplaced(CONFLICT)]],
    [
      'claim that is not bound yet',
      [seen(subject), seen(claim({ volumeName: null })), unplaced(CONFLICT), seen(claim())],
    ],
  ])('is found whatever comes first: %s', (_, order) => {
    const world = calm();
    for (const event of order) world.see(event);
    expect(world.summary(subject.id)).toEqual(FOUND);
  });
});
