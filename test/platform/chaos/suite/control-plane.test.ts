import { faultNamed } from '../../faults/index.js';
import { openPlatform } from '../../lifecycle.js';
import { Attempts } from '../../support/attempts.js';
import { NO_REST, SHORT_LIMITS } from '../../support/short-limits.js';
import { clears, type Heard, raises, resourceOf, RunningVitals } from '../../support/vitals.js';
import { waitUntilNothingMissing } from '../../support/wait.js';
import { note, seconds } from '../measures.js';
import { notWell, stillSeen, UNDER_WAY } from '../../support/watched-systems.js';
import { Bystanders } from '../../support/bystanders.js';
import { PARTIES } from '../../support/isolated-systems.js';
import { describeAccount, expectUnharmed, UNHARMED, Witness } from '../witness.js';

/** A look at rest, a little late, one that may take its whole time, and another that confirms it. */
const TOLD_WITHIN = 25_000;
const UNTIL_WELL = 120_000;
const UNREACHABLE = 'CLUSTER_UNREACHABLE';

describe('a control plane that is killed', () => {
  const platform = openPlatform();
  const cluster = PARTIES.flat().find(({ system }) => system === 'platform');
  if (cluster === undefined) throw new Error('there is no cluster');
  const others = PARTIES.flat().filter(
    ({ protocol, component }) => protocol !== 'https' && platform.components.some(({ name }) => name === component),
  );
  let vitals: RunningVitals;
  let witness: Witness;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    vitals = await RunningVitals.start(platform, [...SHORT_LIMITS, NO_REST]);
    stops.push(() => vitals.stop());
    await waitUntilNothingMissing('all is well', () => notWell(vitals, [cluster, ...others]), { within: UNTIL_WELL });
    witness = await Witness.of(platform, vitals);
    stops.push(() => witness.stop());
  }, 2 * UNTIL_WELL);

  afterAll(async () => {
    const attempts = new Attempts();
    for (const component of ['etcd', 'kube-apiserver'])
      await attempts.make(`bringing ${component} back`, async () => {
        if (platform.pid(component) === undefined) await platform.start(component);
      });
    for (const stop of stops.reverse()) await attempts.make('undoing it', stop);
    attempts.end();
  });

  it.each([['kube-apiserver'], ['etcd']])(
    '%s: the cluster is unknown until it is back, and no pod is blamed',
    async (component) => {
      const from = vitals.heard.length;
      const bystanders = Bystanders.watch(vitals, others);
      const begunAt = witness.begin();
      let back = Infinity;
      let measured: string;
      let touched: readonly string[];
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
        measured = `told after ${seconds(after)}; back ${seconds(restored.at - back)} after it was begun to be started`;
      } finally {
        touched = await bystanders.end();
        if (platform.pid(component) === undefined) await bringBack(component);
      }
      const account = await witness.account(begunAt);
      note({ trial: 'control-plane', name: `${component} killed`, promised: PROMISED, measured: `${measured}; ${describeAccount(account)}` }); // prettier-ignore
      // From when it is being started on, it says itself what became of its nodes meanwhile.
      const blamed = vitals.heard
        .slice(from)
        .filter(({ at }) => at < back)
        .filter(
          ({ resourceKind, raised }) => raised.length > 0 && resourceKind !== 'CLUSTER' && resourceKind !== 'SOURCE',
        )
        .map((change) => `${resourceOf(change)} ${change.raised.map(({ reason }) => reason).join()}`);
      expect(blamed).toEqual([]);
      expect(touched).toEqual([]);
      expectUnharmed(account);
    },
    3 * UNTIL_WELL,
  );

  it(
    'etcd forgets what watches would go on from, while the API server is gone: nothing is told twice',
    async () => {
      const from = vitals.heard.length;
      const begunAt = witness.begin();
      platform.signal('kube-apiserver', 'SIGKILL');
      await vitals.waitFor('it is gone', raises(UNREACHABLE), TOLD_WITHIN, from);
      await faultNamed('etcd-compact').inject(platform);
      await bringBack('kube-apiserver');
      await vitals.waitFor('its return', clears(UNREACHABLE), UNTIL_WELL, from);
      await waitUntilNothingMissing('all is well again', () => notWell(vitals, [cluster]), { within: UNTIL_WELL });
      const said = vitals.heard.slice(from).filter(hasGoneOrCome).map((change) => `${change.type} ${resourceOf(change)}`); // prettier-ignore
      const account = await witness.account(begunAt);
      note({ trial: 'control-plane', name: 'etcd compacted', promised: `no node, and no pod of a workload that stays, goes or comes by it; ${UNHARMED}`, measured: `${said.length} that went or came; ${describeAccount(account)}` }); // prettier-ignore
      expect(said).toEqual([]);
      expectUnharmed(account);
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

/** Pods of a CronJob do so by themselves. */
function hasGoneOrCome({ type, resourceKind, namespace, resourceName }: Heard): boolean {
  if (type === 'CHANGED') return false;
  const isPod = resourceKind === 'POD' && namespace === 'shop' && resourceName?.startsWith('report-') === false;
  return resourceKind === 'NODE' || isPod;
}

const PROMISED = `CLUSTER_UNREACHABLE within ${seconds(TOLD_WITHIN)}, all of the cluster unknown, nothing raised on anything in it meanwhile, nothing of what it is not part of, and all well again by itself; ${UNHARMED}`; // prettier-ignore
