import { faultNamed } from '../../faults/index.js';
import { openPlatform } from '../../lifecycle.js';
import { NO_REST, SHORT_LIMITS } from '../../support/short-limits.js';
import { clears, type Heard, raises, resourceOf, RunningVitals } from '../../support/vitals.js';
import { waitUntilNothingMissing } from '../../support/wait.js';
import { note, seconds } from '../measures.js';
import { notWell, stillSeen, UNDER_WAY } from '../../support/watched-systems.js';
import { PARTIES } from '../../support/isolated-systems.js';

/** A look at rest, a little late, one that may take its whole time, and another that confirms it. */
const TOLD_WITHIN = 25_000;
const UNTIL_WELL = 120_000;
const UNREACHABLE = 'CLUSTER_UNREACHABLE';

describe('a control plane that is killed', () => {
  const platform = openPlatform();
  const cluster = PARTIES.flat().find(({ system }) => system === 'platform');
  if (cluster === undefined) throw new Error('there is no cluster');
  let vitals: RunningVitals;

  beforeAll(async () => {
    vitals = await RunningVitals.start(platform, [...SHORT_LIMITS, NO_REST]);
    await waitUntilNothingMissing('all is well', () => notWell(vitals, [cluster]), { within: UNTIL_WELL });
  }, 2 * UNTIL_WELL);

  afterAll(async () => {
    for (const component of ['etcd', 'kube-apiserver']) {
      if (platform.pid(component) === undefined) await platform.start(component);
    }
    await vitals.stop();
  });

  it.each([['kube-apiserver'], ['etcd']])(
    '%s: the cluster is unknown until it is back, and no pod is blamed',
    async (component) => {
      const from = vitals.heard.length;
      const begunAt = Date.now();
      let back = Infinity;
      platform.signal(component, 'SIGKILL');
      try {
        const told = await vitals.waitFor(`${component} is gone`, raises(UNREACHABLE), TOLD_WITHIN, from);
        await waitUntilNothingMissing('all of it is unknown', () => stillSeen(vitals, cluster, begunAt + UNDER_WAY), {
          within: TOLD_WITHIN,
        });
        const after = told.at - begunAt;
        back = Date.now();
        await bringBack(component);
        const restored = await vitals.waitFor('its return', clears(UNREACHABLE), UNTIL_WELL, from);
        await waitUntilNothingMissing('all is well again', () => notWell(vitals, [cluster]), { within: UNTIL_WELL });
        const measured = `told after ${seconds(after)}; back ${seconds(restored.at - back)} after it was begun to be started`;
        note({ trial: 'control-plane', name: `${component} killed`, promised: PROMISED, measured });
      } finally {
        if (platform.pid(component) === undefined) await bringBack(component);
      }
      // From when it is being started on, it says itself what became of its nodes meanwhile.
      const blamed = vitals.heard
        .slice(from)
        .filter(({ at }) => at < back)
        .filter(
          ({ resourceKind, raised }) => raised.length > 0 && resourceKind !== 'CLUSTER' && resourceKind !== 'SOURCE',
        )
        .map((change) => `${resourceOf(change)} ${change.raised.map(({ reason }) => reason).join()}`);
      expect(blamed).toEqual([]);
    },
    3 * UNTIL_WELL,
  );

  it(
    'etcd forgets what watches would go on from, while the API server is gone: nothing is told twice',
    async () => {
      const from = vitals.heard.length;
      platform.signal('kube-apiserver', 'SIGKILL');
      await vitals.waitFor('it is gone', raises(UNREACHABLE), TOLD_WITHIN, from);
      await faultNamed('etcd-compact').inject(platform);
      await bringBack('kube-apiserver');
      await vitals.waitFor('its return', clears(UNREACHABLE), UNTIL_WELL, from);
      await waitUntilNothingMissing('all is well again', () => notWell(vitals, [cluster]), { within: UNTIL_WELL });
      const hasGoneOrCome = ({ type, resourceKind }: Heard): boolean => type !== 'CHANGED' && resourceKind === 'NODE';
      const said = vitals.heard.slice(from).filter(hasGoneOrCome);
      expect(said).toEqual([]);
      note({ trial: 'control-plane', name: 'etcd compacted', promised: 'no node goes or comes by it', measured: `${said.length} that went or came` }); // prettier-ignore
    },
    3 * UNTIL_WELL,
  );

  /** As the faults of the API server do it: its clients sleep for long after it was gone. */
  async function bringBack(component: string): Promise<void> {
    await platform.component(component).stop?.(platform);
    await platform.start(component);
    await faultNamed('apiserver-restart').inject(platform);
  }
});

const PROMISED = `CLUSTER_UNREACHABLE within ${seconds(TOLD_WITHIN)}, all of the cluster unknown, nothing raised on anything in it meanwhile, and all well again by itself`; // prettier-ignore
