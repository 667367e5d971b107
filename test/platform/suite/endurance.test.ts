import { faultNamed } from '../faults/index.js';
import { openPlatform } from '../lifecycle.js';
import { clears, type Heard, raises, RunningVitals } from '../support/vitals.js';
import { waitUntilNothingMissing } from '../support/wait.js';

const WATCH_CUTS = 20;
const RESTARTS = 3;

/** No controller and no node has a part in its coming and going. */
function gatedPod(name: string): object {
  const containers = [{ name: 'none', image: 'none' }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: { schedulingGates: [{ name: 'vitals.test/held' }], containers },
  };
}

interface Pods {
  readonly pods: {
    readonly nodes: readonly { readonly health: { readonly status: string; readonly isStale: boolean } }[];
  };
}

describe('a platform whose API server comes and goes', () => {
  const platform = openPlatform();
  let vitals: RunningVitals;

  beforeAll(async () => {
    vitals = await RunningVitals.start(platform);
  });

  afterAll(async () => {
    try {
      await faultNamed('apiserver-down').repair(platform);
      await faultNamed('unschedulable').repair(platform);
    } finally {
      await vitals.stop();
    }
  });

  /** Until a change that is made now is seen: only then is everything before it seen as well. */
  async function caughtUp(mark: string): Promise<void> {
    await platform.applyObjects([gatedPod(mark)]);
    try {
      const isAdded = ({ type, resourceName }: Heard): boolean => type === 'ADDED' && resourceName === mark;
      await vitals.waitFor(`pod ${mark}`, isAdded, 60_000);
    } finally {
      await platform.kubectl(['delete', 'pod', mark, '--namespace=default', '--grace-period=0', '--force']);
    }
    const isRemoved = ({ type, resourceName }: Heard): boolean => type === 'REMOVED' && resourceName === mark;
    await vitals.waitFor(`the end of ${mark}`, isRemoved, 60_000);
  }

  const withoutMarks = (heard: readonly Heard[]): readonly string[] =>
    heard
      .filter(({ resourceName }) => resourceName?.startsWith('mark-') !== true)
      .map(({ type, resourceKind, resourceName, raised, cleared }) =>
        [
          type,
          resourceKind,
          resourceName,
          ...raised.map(({ reason }) => `+${reason}`),
          ...cleared.map(({ reason }) => `-${reason}`),
        ].join(' '),
      );

  it(`delivers a condition once through ${WATCH_CUTS} cut watches, ${RESTARTS} restarts and a compaction`, async () => {
    await faultNamed('unschedulable').inject(platform);
    const raised = await vitals.waitFor('POD_UNSCHEDULABLE', raises('POD_UNSCHEDULABLE'), 60_000);
    const from = vitals.heard.indexOf(raised) + 1;
    for (let turn = 0; turn < WATCH_CUTS; turn += 1) {
      await faultNamed('watch-cut').inject(platform);
      // Or the next cut would meet no watch.
      await caughtUp(`mark-cut-${turn}`);
    }
    for (let turn = 0; turn < RESTARTS; turn += 1) {
      await faultNamed('apiserver-restart').inject(platform);
      await faultNamed('etcd-compact').inject(platform);
      await caughtUp(`mark-restart-${turn}`);
    }
    expect(vitals.heard.slice(from).filter(raises('POD_UNSCHEDULABLE'))).toEqual([]);
    const { findings } = await vitals.query<{ findings: { nodes: { reason: string }[] } }>(
      '{ findings { nodes { reason } } }',
    );
    expect(findings.nodes.map(({ reason }) => reason)).toContain('POD_UNSCHEDULABLE');
    const repairedFrom = vitals.heard.length;
    await faultNamed('unschedulable').repair(platform);
    await vitals.waitFor('its end', clears('POD_UNSCHEDULABLE'), 60_000, repairedFrom);
    const isGone = ({ type, resourceName }: Heard): boolean =>
      type === 'REMOVED' && resourceName === raised.resourceName;
    await vitals.waitFor('the end of its pod', isGone, 60_000, repairedFrom);
  }, 400_000);

  it('says the loss of the API server once, and its return once', async () => {
    const from = vitals.heard.length;
    const down = faultNamed('apiserver-down');
    await down.inject(platform);
    await vitals.waitFor('CLUSTER_UNREACHABLE', raises('CLUSTER_UNREACHABLE'), 30_000, from);
    const { pods } = await vitals.query<Pods>('{ pods { nodes { health { status isStale } } } }');
    expect(pods.nodes.length).toBeGreaterThan(0);
    expect(pods.nodes.every(({ health }) => health.status === 'UNKNOWN' && health.isStale)).toBe(true);
    await down.repair(platform);
    await vitals.waitFor('its return', clears('CLUSTER_UNREACHABLE'), 60_000, from);
    await waitUntilNothingMissing(
      'seen again',
      async () => {
        const { pods: again } = await vitals.query<Pods>('{ pods { nodes { health { status isStale } } } }');
        return again.nodes.find(({ health }) => health.status === 'UNKNOWN') === undefined
          ? undefined
          : 'a pod is still UNKNOWN';
      },
      { within: 30_000 },
    );
    await caughtUp('mark-return');
    const said = withoutMarks(vitals.heard.slice(from));
    expect(said.filter((line) => line.includes(' POD ') || line.includes(' NODE '))).toEqual([]);
    expect(said.filter((line) => line.includes('CLUSTER_UNREACHABLE'))).toEqual([
      'CHANGED CLUSTER platform +CLUSTER_UNREACHABLE',
      'CHANGED CLUSTER platform -CLUSTER_UNREACHABLE',
    ]);
    expect(said.filter((line) => line.includes(' SOURCE kubernetes/'))).toHaveLength(2);
  }, 180_000);
});
