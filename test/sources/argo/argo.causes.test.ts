import { FindingReason } from '../../../src/model/finding-reason.js';
import { HOUR, type Instant, MINUTE, SECOND } from '../../../src/model/time.js';
import { container, ended, pod, seen } from '../../support/kubernetes-facts.js';
import { type WorkflowParts, node } from './argo-objects.js';
import { ArgoWorld, ENGINE, START, at, workflowNamed } from './argo-world.js';

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

/** What trouble twelve minutes after a controller renewed its Lease last, at an hour, is said to follow from. */
function behind(prepare: (world: ArgoWorld) => ArgoWorld, reason: FindingReason): readonly string[] {
  const world = prepare(new ArgoWorld().until(HOUR).lease('controller-0', HOUR)).until(HOUR + 12 * MINUTE);
  const { registry } = world.world;
  expect(world.world.summary(ENGINE)).toContain('WORKFLOW_CONTROLLER_SILENT CRITICAL');
  const findings = [workflowNamed('load'), ENGINE].flatMap((id) => world.world.findings(id));
  const found = findings.find((one) => one.reason === reason);
  return found === undefined ? ['not found'] : registry.causesOf(found).map((cause) => cause.reason);
}

describe('a controller is silent, and a workflow', () => {
  const BEHIND = ['WORKFLOW_CONTROLLER_SILENT'];
  const semaphore = { semaphore: { waiting: [{ semaphore: 'data/ConfigMap/locks/etl' }] } };
  const waits = (phase: string | undefined, created: number, more: object = {}): WorkflowParts => ({
    metadata: { creationTimestamp: at(created) },
    status: { phase, startedAt: null, ...more },
  });
  const standsStill = (since: number): WorkflowParts => ({
    status: { startedAt: at(since) },
    nodes: [node('load.import', { phase: 'Pending', startedAt: at(since), finishedAt: null })],
  });

  it.each<[string, WorkflowParts, readonly string[]]>([
    ['was created then, and never looked at', waits(undefined, HOUR), BEHIND],
    ['was created long before, and never looked at', waits(undefined, HOUR - 18 * MINUTE), BEHIND],
    ['waits since then', waits('Pending', HOUR), BEHIND],
    ['waits since long before', waits('Pending', HOUR - 18 * MINUTE), []],
    ['waits for a lock since then', waits('Pending', HOUR, { synchronization: semaphore }), []],
    ['waits for a lock since long before', waits('Pending', HOUR - 18 * MINUTE, { synchronization: semaphore }), []],
    ['stands still since then', standsStill(HOUR), BEHIND],
    ['stands still since long before', standsStill(HOUR - 9 * MINUTE), []],
  ])('%s', (_, workflow, causes) => {
    expect(behind((world) => world.see(workflow), FindingReason.WORKFLOW_QUEUED)).toEqual(causes);
  });

  it.each<[string, number, readonly string[]]>([
    ['is late since', HOUR, BEHIND],
    ['was late long before', HOUR - 30 * MINUTE, []],
  ])('that is to be started by the clock %s', (_, scheduled, causes) => {
    const every = { schedules: ['*/3 * * * *'] };
    const of = (world: ArgoWorld): ArgoWorld => world.cron('nightly', every, { lastScheduledTime: at(scheduled) });
    expect(behind(of, FindingReason.CRON_WORKFLOW_OVERDUE)).toEqual(causes);
  });
});
