import { type Instant, MINUTE, SECOND } from '../../../src/model/time.js';
import { container, ended, pod, seen } from '../../support/kubernetes-facts.js';
import { ArgoWorld, ENGINE, START } from './argo-world.js';

/** A controller that renewed its Lease last at 50 minutes, and whose container was killed for its memory at `killedAt`. */
function silentAfterKill(killedAt: number, runningSince: number | null): readonly string[] {
  const world = new ArgoWorld().until(50 * MINUTE).lease('controller-0', 50 * MINUTE);
  const killed = container({
    restarts: 1,
    isReady: runningSince !== null,
    runningSince: runningSince === null ? null : ((START + runningSince) as Instant),
    lastTermination: ended(137, (START + killedAt) as Instant, 'OOMKilled'),
  });
  const facts = pod({ name: 'controller-0', namespace: 'argo', system: 'prod', containers: [killed] });
  world.world.see(seen(facts, world.now));
  world.until(51 * MINUTE);
  const [silent] = world.world.findings(ENGINE);
  return silent === undefined ? ['not silent'] : world.world.registry.causesOf(silent).map(({ reason }) => reason);
}

describe('a controller is silent, and its container', () => {
  it.each<[string, number, number | null, readonly string[]]>([
    ['was killed then, and is not back', 50 * MINUTE, null, ['CONTAINER_OOM_KILLED']],
    ['was killed then, and runs again', 50 * MINUTE, 50 * MINUTE + 20 * SECOND, ['CONTAINER_OOM_KILLED']],
    ['was killed long before, and ran again', MINUTE, 2 * MINUTE, []],
  ])('%s', (_, killedAt, runningSince, causes) => {
    expect(silentAfterKill(killedAt, runningSince)).toEqual(causes);
  });
});
