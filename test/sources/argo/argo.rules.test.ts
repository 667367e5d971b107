import { HealthStatus } from '../../../src/model/health.js';
import { resourceId, systemId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { SightState } from '../../../src/model/source.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { HOUR, MINUTE, SECOND } from '../../../src/model/time.js';
import { ArgoWorld, ENGINE, at, workflowNamed } from './argo-world.js';
import { SYSTEM, type WorkflowParts, node } from './argo-objects.js';

const LOAD = workflowNamed('load');
const bad = node('load.import', { phase: 'Failed', message: 'Error (exit code 4)', outputs: { exitCode: '4' }, finishedAt: at(0) }); // prettier-ignore
const STEP = resourceId(ResourceKind.WORKFLOW_STEP, SYSTEM, 'load/load.import');
const over = (phase: string, time: number): object => ({ phase, startedAt: at(0), finishedAt: at(time) });

/** A run of a template that ended. */
function run(name: string, phase: string, time: number, more: WorkflowParts = {}): WorkflowParts {
  return { name, metadata: { generateName: 'load-' }, ...more, status: { ...over(phase, time), message: 'no' } };
}

describe('a step that failed', () => {
  it('is a warning as long as its workflow runs, and an hour longer', () => {
    const world = new ArgoWorld().see({ nodes: [bad] });
    expect(world.world.findings(STEP)).toMatchObject([
      {
        reason: 'WORKFLOW_STEP_FAILED',
        severity: 'WARNING',
        message: 'Step import of load ended: Error (exit code 4).',
      },
    ]);
    expect(world.world.status(LOAD)).toBe(HealthStatus.DEGRADED);
    expect(world.world.status(systemId('workflows'))).toBe(HealthStatus.DEGRADED);
    world.until(30 * HOUR).see({ nodes: [bad], status: over('Failed', 30 * HOUR) });
    expect(world.until(31 * HOUR - 1).world.summary(STEP)).toEqual(['WORKFLOW_STEP_FAILED WARNING']);
    expect(world.until(31 * HOUR).world.summary()).toEqual([]);
  });

  it('says the exit code where the engine does not', () => {
    const world = new ArgoWorld().see({ nodes: [{ ...bad, message: 'killed' }] });
    expect(world.world.findings(STEP)[0]?.message).toBe('Step import of load ended with exit code 4: killed.');
  });

  it('is why its workflow failed', () => {
    const { world } = new ArgoWorld().see({ nodes: [bad], status: over('Failed', 0) });
    const [failed] = world.findings(LOAD);
    expect(failed && world.registry.causesOf(failed)).toEqual(world.findings(STEP));
  });

  it('is gone with a retry of the workflow, and with the workflow', () => {
    const world = new ArgoWorld().see({ nodes: [bad], status: over('Failed', 0) });
    world.see({ nodes: [node('load.import', { phase: 'Running' })] });
    expect(world.world.summary()).toEqual([]);
    world.see({ nodes: [bad], status: over('Failed', SECOND) });
    expect(world.world.summary()).toHaveLength(2);
    expect(world.gone('load').world.summary()).toEqual([]);
    expect(world.world.registry.get(STEP)).toBeUndefined();
  });

  it('is not counted as none where it cannot be seen', () => {
    const { world } = new ArgoWorld().see({ status: { nodes: undefined, offloadNodeStatusVersion: 'fnv:1' } });
    const readings = world.readings(LOAD).filter(({ signal }) => signal === SignalName.WORKFLOW_STEP_COUNT);
    expect(readings).toMatchObject([{ value: null, unavailable: 'not configured' }]);
  });
});

describe('a workflow that failed', () => {
  it.each([
    ['Failed', 'It failed: no.'],
    ['Error', 'It broke off: no.'],
  ])('is a warning for an hour: %s', (phase, message) => {
    const world = new ArgoWorld().see(run('a', phase, 0));
    expect(world.world.findings(workflowNamed('a'))).toMatchObject([{ severity: 'WARNING', message }]);
    expect(world.until(HOUR - 1).world.summary()).toEqual(['WORKFLOW_FAILED WARNING']);
    expect(world.until(HOUR).world.summary()).toEqual([]);
  });

  it.each<[string, WorkflowParts, readonly string[]]>([
    ['a later success', run('b', 'Succeeded', 2 * MINUTE), []],
    ['an earlier one', run('b', 'Succeeded', 0), ['WORKFLOW_FAILED WARNING']],
    ['one of another template', run('b', 'Succeeded', 2 * MINUTE, { metadata: { generateName: 'x-' } }), ['WORKFLOW_FAILED WARNING']], // prettier-ignore
    ['one in another namespace', run('b', 'Succeeded', 2 * MINUTE, { metadata: { generateName: 'load-', namespace: 'x' } }), ['WORKFLOW_FAILED WARNING']], // prettier-ignore
  ])('is answered by a success of its template: %s', (_, other, expected) => {
    const failed = run('a', 'Failed', MINUTE);
    expect(new ArgoWorld().see(failed).see(other).world.summary()).toEqual(expected);
    // Lists come in no order.
    expect(new ArgoWorld().see(other).see(failed).world.summary()).toEqual(expected);
  });

  it('is answered with its steps, which stay to be read', () => {
    const world = new ArgoWorld().see(run('load', 'Failed', 0, { nodes: [bad] }));
    expect(world.world.summary()).toEqual(['WORKFLOW_FAILED WARNING', 'WORKFLOW_STEP_FAILED WARNING']);
    expect(world.see(run('b', 'Succeeded', 2 * MINUTE)).world.summary()).toEqual([]);
    expect(world.world.registry.get(STEP)).toBeDefined();
  });
});

describe('templates that keep failing', () => {
  const FAILING = 'WORKFLOWS_FAILING(data/load) CRITICAL';
  const OFTEN = 'WORKFLOWS_FAILING(data/load (generated name)) CRITICAL';
  const DAILY = { schedule: '0 0 * * *' };
  const nightly = { metadata: { labels: { 'workflows.argoproj.io/cron-workflow': 'load' } } };
  /** One letter a run, a minute apart: s or f. */
  const runs = (letters: string, more: WorkflowParts = {}): ArgoWorld => {
    const world = new ArgoWorld();
    if (more === nightly) world.cron('load', DAILY);
    [...letters].forEach((letter, index) => {
      world.until((index + 1) * MINUTE);
      world.see(run(`r${index}`, letter === 's' ? 'Succeeded' : 'Failed', (index + 1) * MINUTE, more));
    });
    return world;
  };

  it.each<[string, string, WorkflowParts, readonly string[]]>([
    ['5 of 20', 'fffffsssssssssssssss', {}, [OFTEN]],
    ['4 of 20', 'ffffssssssssssssssss', {}, []],
    ['5 of 21, of which one is too long ago', 'fffffssssssssssssssss', {}, []],
    ['2 of 5', 'ffsss', {}, [OFTEN]],
    ['1 of 5', 'fssss', {}, []],
    ['4 of 4', 'ffff', {}, []],
    ['a cron workflow once', 'f', nightly, []],
    ['twice', 'ff', nightly, [FAILING]],
    ['twice with a success between', 'fsf', nightly, []],
    ['twice, and well again', 'ffs', nightly, []],
  ])('%s', (_, letters, more, expected) => {
    expect(runs(letters, more).world.summary(ENGINE)).toEqual(expected);
  });

  it('are forgotten an hour after the last failure, but for cron workflows, which must succeed', () => {
    expect(
      runs('ffsss')
        .until(2 * MINUTE + HOUR - 1)
        .world.summary(ENGINE),
    ).toEqual([OFTEN]);
    expect(
      runs('ffsss')
        .until(2 * MINUTE + HOUR)
        .world.summary(ENGINE),
    ).toEqual([]);
    expect(
      runs('ff', nightly)
        .until(50 * HOUR)
        .world.summary(ENGINE),
    ).toContain(FAILING);
  });

  const LAST = 2 * MINUTE;
  it.each<[string, (world: ArgoWorld) => ArgoWorld, number]>([
    ['suspended', (world) => world.cron('load', { ...DAILY, suspend: true }), LAST + HOUR],
    ['deleted', (world) => world.cronGone('load'), LAST],
    ['deleted, and made anew', (world) => world.cronGone('load').cron('load', DAILY), LAST],
  ])('of a cron workflow end when it is %s', (_, change, endsAt) => {
    const world = change(runs('ff', nightly));
    if (endsAt > LAST) expect(world.until(endsAt - 1).world.summary(ENGINE)).toEqual([FAILING]);
    expect(world.until(endsAt).world.summary(ENGINE)).toEqual([]);
  });

  it('of a cron workflow are not forgotten where another has its name before its end is heard of', () => {
    const world = runs('ff', nightly).cron('load', DAILY, {}, 'another').cronGone('load');
    expect(world.world.summary(ENGINE)).toEqual([FAILING]);
    expect(world.cronGone('another').world.summary(ENGINE)).toEqual([]);
  });

  it('of a cron workflow that nobody has seen end an hour after the last failure', () => {
    const world = runs('ff', { ...nightly });
    expect(world.until(LAST + HOUR - 1).world.summary(ENGINE)).toEqual([FAILING]);
    expect(world.until(LAST + HOUR).world.summary(ENGINE)).toEqual([]);
  });

  it('of a cron workflow with a condition of its own last until it succeeds', () => {
    const world = runs('ff', nightly).cron('load', { ...DAILY, when: '1 == 1' });
    expect(world.until(50 * HOUR).world.summary(ENGINE)).toEqual([FAILING]);
  });

  it('are counted though their workflows are gone', () => {
    expect(runs('ff', nightly).gone('r0').gone('r1').world.summary(ENGINE)).toEqual([FAILING]);
  });

  const byHand = { metadata: {}, spec: { workflowTemplateRef: { name: 'load' } } };
  const byHandOfAll = { metadata: {}, spec: { workflowTemplateRef: { name: 'load', clusterScope: true } } };
  it.each<[string, WorkflowParts]>([
    ['template', byHand],
    ['cluster template', byHandOfAll],
    ['generated name', {}],
  ])('of a cron workflow are no matter of a %s of the same name', (sort, other) => {
    const world = new ArgoWorld().cron('load', DAILY).see(run('first', 'Succeeded', 0, other));
    world.until(MINUTE).see(run('r0', 'Failed', MINUTE, nightly));
    world.until(2 * MINUTE).see(run('r1', 'Failed', 2 * MINUTE, nightly));
    expect(world.world.summary(ENGINE)).toEqual([FAILING]);
    world.until(3 * MINUTE).see(run('by-hand', 'Succeeded', 3 * MINUTE, other));
    expect(world.world.summary(ENGINE)).toEqual([FAILING]);
    expect(world.world.summary(workflowNamed('r1'))).toEqual(['WORKFLOW_FAILED WARNING']);
    // Each is a finding of its own, and has its own runs for causes.
    for (const letter of 'abcd') world.see(run(letter, 'Failed', 3 * MINUTE, other));
    const findings = world.world.findings(ENGINE);
    expect(findings.map(({ subject }) => subject)).toEqual(['data/load', `data/load (${sort})`]);
    expect(findings.map((one) => world.world.registry.causesOf(one).length)).toEqual([2, 4]);
    world.cronGone('load');
    expect(world.world.findings(ENGINE).map(({ subject }) => subject)).toEqual([`data/load (${sort})`]);
  });

  it('are counted though each run has the name of the one before, and each run once', () => {
    const world = new ArgoWorld();
    const ci = { uid: '', metadata: {}, spec: { workflowTemplateRef: { name: 'load' } } };
    [...'fffff'].forEach((_, index) => {
      const time = (index + 1) * MINUTE;
      const failed = run('ci', 'Failed', time, { ...ci, uid: `ci-${index}` });
      world.until(time).see(failed);
      // Someone has it tried again, and it fails once more.
      world.see({ ...failed, status: {} }).see(failed);
      expect(world.world.summary(ENGINE)).toEqual(index < 4 ? [] : ['WORKFLOWS_FAILING(data/load (template)) CRITICAL']); // prettier-ignore
      world.gone(`ci-${index}`);
    });
  });

  it('fail for their runs', () => {
    const { world } = runs('ff', nightly);
    const [failing] = world.findings(ENGINE);
    expect(failing && world.registry.causesOf(failing)).toHaveLength(2);
    expect(world.readings(ENGINE).find(({ signal }) => signal === SignalName.WORKFLOW_FAILURE_RATE)?.value).toBe(1);
  });
});

describe('a workflow that waits', () => {
  const pending = (name: string, created: number, more: object = {}): WorkflowParts => ({
    name,
    metadata: { creationTimestamp: at(created) },
    status: { phase: 'Pending', startedAt: null, ...more },
  });
  const POSTPONED = {
    message: 'Workflow processing has been postponed because too many workflows are already running',
  };
  const QUEUED = (severity: string): string => `WORKFLOW_QUEUED ${severity}`;
  const running = (name: string, more: object = {}): WorkflowParts => ({ name, metadata: more });

  it('is told after 2 minutes, and the one that waits the longest is a warning after 15', () => {
    const world = new ArgoWorld()
      .see(running('r'))
      .see(pending('a', 0, POSTPONED))
      .see(pending('b', SECOND, POSTPONED));
    const [a, b] = [workflowNamed('a'), workflowNamed('b')];
    expect(world.world.status(a)).toBe(HealthStatus.PROGRESSING);
    expect(world.until(2 * MINUTE - 1).world.summary()).toEqual([]);
    expect(world.until(2 * MINUTE).world.summary(a)).toEqual([QUEUED('INFO')]);
    expect(world.world.summary(b)).toEqual([]);
    expect(world.until(15 * MINUTE - 1).world.summary(a)).toEqual([QUEUED('INFO')]);
    expect(world.until(16 * MINUTE).world.summary(a)).toEqual([QUEUED('WARNING')]);
    expect(world.world.summary(b)).toEqual([QUEUED('INFO')]);
    expect(world.world.findings(a)[0]?.message).toBe('It was not started within 2m; it waits for parallelism.');
    world.see({ name: 'a', status: { startedAt: at(16 * MINUTE) } });
    expect(world.world.summary(a)).toEqual([]);
    // It is his turn now.
    expect(world.world.summary(b)).toEqual([QUEUED('WARNING')]);
  });

  const limits = (parallelism: number | null, hasNamespaceLimit = false) => ({ parallelism, hasNamespaceLimit });
  it.each<[string, ArgoWorld, string]>([
    ['there is room', new ArgoWorld().limits(limits(3)).see(pending('a', 0)), 'CRITICAL'],
    ['there is no limit', new ArgoWorld().limits(limits(null)).see(pending('a', 0)), 'CRITICAL'],
    ['it is said to have to, with room', new ArgoWorld().limits(limits(3)).see(pending('a', 0, POSTPONED)), 'CRITICAL'],
    ['all places are taken', new ArgoWorld().limits(limits(1)).see(running('r')).see(pending('a', 0)), 'INFO'],
    ['nobody knows how many places there are', new ArgoWorld().see(pending('a', 0)), 'INFO'],
    ['it waits for a lock', new ArgoWorld().limits(limits(3)).see(pending('a', 0, { synchronization: { mutex: { waiting: [{ mutex: 'm' }] } } })), 'INFO'], // prettier-ignore
    ['its namespace may be full', new ArgoWorld().limits(limits(3)).see(running('r')).see(pending('a', 0, POSTPONED)), 'INFO'], // prettier-ignore
    ['namespaces have limits', new ArgoWorld().limits(limits(3, true)).see(pending('a', 0, POSTPONED)), 'INFO'],
    ['others that wait for locks take the places', new ArgoWorld().limits(limits(1)).see(pending('l', MINUTE, { synchronization: { mutex: { waiting: [{ mutex: 'm' }] } } })).see(pending('a', 0)), 'INFO'], // prettier-ignore
  ])('is critical after 10 minutes where it need not: %s', (_, world, severity) => {
    const a = workflowNamed('a');
    world.until(10 * MINUTE - 1);
    expect(world.world.summary(a)).toEqual([QUEUED('INFO')]);
    expect(world.until(10 * MINUTE + 5 * SECOND).world.summary(a)).toEqual([QUEUED(severity)]);
  });

  it('is not stuck as long as others are started', () => {
    const world = new ArgoWorld().limits(limits(3)).see(pending('a', 0));
    world.until(9 * MINUTE).see({ name: 'r', status: { startedAt: at(9 * MINUTE) } });
    expect(world.until(19 * MINUTE - 1).world.summary(workflowNamed('a'))).toEqual([QUEUED('WARNING')]);
    expect(world.until(19 * MINUTE).world.summary(workflowNamed('a'))).toEqual([QUEUED('CRITICAL')]);
  });
});

describe('a workflow that stands still', () => {
  const waits = node('load.a', { phase: 'Pending', message: 'Unschedulable', startedAt: at(MINUTE), finishedAt: null });

  it('is a warning after 10 minutes', () => {
    const world = new ArgoWorld().see({ nodes: [waits] });
    expect(world.until(11 * MINUTE - 1).world.summary(LOAD)).toEqual([]);
    expect(world.until(11 * MINUTE).world.findings(LOAD)).toMatchObject([
      { severity: 'WARNING', message: 'It runs, but none of its steps is at work: Unschedulable.' },
    ]);
    world.see({ nodes: [{ ...waits, phase: 'Running' }] });
    expect(world.world.summary(LOAD)).toEqual([]);
  });

  const done = [node('load.a', { startedAt: at(0), finishedAt: at(MINUTE) })];
  const STANDS = ['WORKFLOW_QUEUED WARNING'];
  it('on purpose is none, and has its 10 minutes from when it is resumed', () => {
    const world = new ArgoWorld().see({ nodes: done }).until(2 * MINUTE);
    world.see({ spec: { suspend: true }, nodes: done });
    expect(world.until(5 * HOUR).world.summary(LOAD)).toEqual([]);
    world.see({ nodes: done });
    expect(world.until(5 * HOUR + 10 * MINUTE - 1).world.summary(LOAD)).toEqual([]);
    expect(world.until(5 * HOUR + 10 * MINUTE).world.summary(LOAD)).toEqual(STANDS);
    expect(world.see({ spec: { suspend: true }, nodes: done }).world.summary(LOAD)).toEqual([]);
  });

  it('on purpose is none, also where its steps are asked for elsewhere', () => {
    const world = new ArgoWorld({ isFetching: true });
    const offloaded = { status: { nodes: undefined, offloadNodeStatusVersion: 'fnv:1' } };
    const idle = { since: world.now, reason: null };
    const fetched = { steps: { total: 1, failed: 0, running: 0, pending: 0 }, stepsUnavailable: null, list: [] };
    const tell = (): void => void world.world.see(...world.book.fetched('load', { ...fetched, idleness: idle }, world.now)); // prettier-ignore
    world.see(offloaded);
    tell();
    expect(world.until(10 * MINUTE).world.summary(LOAD)).toEqual(STANDS);
    world.see({ ...offloaded, spec: { suspend: true } });
    expect(world.world.summary(LOAD)).toEqual([]);
    world.until(HOUR).see(offloaded);
    tell();
    expect(world.until(HOUR + 10 * MINUTE - 1).world.summary(LOAD)).toEqual([]);
    expect(world.until(HOUR + 10 * MINUTE).world.summary(LOAD)).toEqual(STANDS);
  });
});

describe('a controller', () => {
  const SILENT = ['WORKFLOW_CONTROLLER_SILENT CRITICAL'];

  it('that does not renew its lease for 60 s is silent', () => {
    const world = new ArgoWorld().lease('controller-0', 0);
    expect(world.until(MINUTE - 1).world.summary(ENGINE)).toEqual([]);
    expect(world.until(MINUTE).world.summary(ENGINE)).toEqual(SILENT);
    expect(world.world.status(ENGINE)).toBe(HealthStatus.UNHEALTHY);
    expect(world.lease('controller-0', MINUTE).world.summary(ENGINE)).toEqual([]);
  });

  it.each<[SightState, string]>([
    ['lost', 'probe failed'],
    ['forbidden', 'forbidden'],
    ['invalid', 'probe failed'],
    ['starting', 'warming up'],
  ])('is not silent because its lease is not seen: %s', (state, unavailable) => {
    const world = new ArgoWorld().lease('controller-0', 0).leaseSight(state);
    expect(world.until(HOUR).world.summary(ENGINE)).toEqual([]);
    const reading = world.world.readings(ENGINE).find(({ signal }) => signal === SignalName.WORKFLOW_CONTROLLER);
    expect(reading).toMatchObject({ value: null, unavailable });
  });

  it('is given the time to renew its lease that was out of sight', () => {
    const world = new ArgoWorld().lease('controller-0', 0).leaseSight('lost').until(HOUR).leaseSight('ok');
    expect(world.until(HOUR + MINUTE - 1).world.summary(ENGINE)).toEqual([]);
    expect(world.until(HOUR + MINUTE).world.summary(ENGINE)).toEqual(SILENT);
    expect(world.lease('controller-0', HOUR + MINUTE).world.summary(ENGINE)).toEqual([]);
  });

  it('that touches no new workflow for 2 minutes is silent, and so the workflow waits', () => {
    const world = new ArgoWorld().until(2 * MINUTE).see({ name: 'r', status: { startedAt: at(MINUTE) } });
    world.see({ metadata: { creationTimestamp: at(2 * MINUTE) }, status: { phase: undefined, startedAt: null } });
    expect(world.until(4 * MINUTE - 1).world.summary(ENGINE)).toEqual([]);
    const { world: judged } = world.until(4 * MINUTE);
    expect(judged.findings(ENGINE)).toMatchObject([{ evidence: 'INFERRED', severity: 'CRITICAL' }]);
    const [queued] = judged.findings(LOAD);
    expect(queued && judged.registry.causesOf(queued)).toEqual(judged.findings(ENGINE));
    world.see({ status: { phase: 'Running', startedAt: at(4 * MINUTE) } });
    expect(judged.summary()).toEqual([]);
  });

  it('that takes up others is not', () => {
    const world = new ArgoWorld().see({ name: 'new', status: { phase: undefined, startedAt: null } });
    world.see({
      name: 'b',
      metadata: { creationTimestamp: at(SECOND) },
      status: { phase: undefined, startedAt: null },
    });
    world.until(MINUTE).see({ name: 'b', status: { startedAt: at(MINUTE) } });
    expect(world.until(3 * MINUTE - 1).world.summary(ENGINE)).toEqual([]);
    expect(world.until(3 * MINUTE).world.summary(ENGINE)).toEqual(SILENT);
  });

  describe('that minds some namespaces only', () => {
    const elsewhere = (created: number): WorkflowParts => ({ name: 'new', metadata: { namespace: 'other', creationTimestamp: at(created) }, status: { phase: undefined, startedAt: null } }); // prettier-ignore
    const here = (parts: WorkflowParts): WorkflowParts => ({ ...parts, metadata: { namespace: 'data' } });

    it('leaves others untouched, which wait for it no more than for their turn', () => {
      const world = new ArgoWorld().limits({ parallelism: 3, hasNamespaceLimit: false }).manages('data', 'more');
      world.see(elsewhere(0)).until(HOUR);
      expect(world.world.summary()).toEqual(['WORKFLOW_QUEUED INFO']);
      expect(world.world.registry.get(ENGINE)?.main).toMatchObject({ queued: 0, untouchedSince: null });
    });

    it.each<[string, (world: ArgoWorld) => ArgoWorld]>([
      ['before', (world) => world.manages('data').see(elsewhere(0))],
      ['after', (world) => world.see(elsewhere(0)).manages('data')],
    ])('is known to do so %s they are seen', (_, both) => {
      const waiting = here({ name: 'mine', status: { phase: undefined, startedAt: null } });
      const done = here({ name: 'done', status: over('Succeeded', 0) });
      const world = both(new ArgoWorld().see(done).see(waiting).until(MINUTE));
      expect(world.until(2 * MINUTE).world.summary(ENGINE)).toEqual(SILENT);
      // What it leaves to others is no consequence of its silence.
      const [queued] = world.world.findings(workflowNamed('new'));
      expect(queued && world.world.registry.causesOf(queued)).toEqual([]);
      expect(world.gone('mine').world.summary(ENGINE)).toEqual([]);
      // And minds all of them again.
      world.take('program', null, 'program');
      expect(world.until(2 * MINUTE + SECOND).world.summary(ENGINE)).toEqual(SILENT);
    });

    it('is not at work where others are', () => {
      const world = new ArgoWorld().manages('data').see(here({ name: 'mine', status: { phase: undefined, startedAt: null } })); // prettier-ignore
      world.until(MINUTE).see({ ...elsewhere(0), status: { phase: 'Running', startedAt: at(MINUTE) } });
      expect(world.until(2 * MINUTE).world.summary(ENGINE)).toEqual(SILENT);
      expect(world.world.registry.get(ENGINE)?.main).toMatchObject({ queued: 1, running: 0, busyNamespaces: [] });
    });

    it('starts no cron workflow of others', () => {
      const world = new ArgoWorld()
        .cron('nightly', { schedule: '*/10 * * * *' })
        .manages('other')
        .until(5 * HOUR);
      expect(world.world.summary(ENGINE)).toEqual([]);
      expect(world.manages('data').world.summary(ENGINE)).toEqual(['CRON_WORKFLOW_OVERDUE(data/nightly) WARNING']);
    });
  });

  it('without a lease has no reading, and says why', () => {
    const of = (world: ArgoWorld) => world.world.readings(ENGINE).find(({ signal }) => signal === SignalName.WORKFLOW_CONTROLLER); // prettier-ignore
    expect(of(new ArgoWorld())).toMatchObject({ value: null, unavailable: 'not configured' });
    expect(of(new ArgoWorld().lease('a', 0).until(3 * SECOND))).toMatchObject({ value: 3 });
  });
});

describe('a cron workflow', () => {
  const OVERDUE = ['CRON_WORKFLOW_OVERDUE(data/nightly) WARNING'];

  it.each<[string, object, object, number]>([
    ['never started', { schedule: '*/10 * * * *' }, {}, 30 * MINUTE],
    ['since its last start', { schedule: '*/10 * * * *' }, { lastScheduledTime: at(10 * MINUTE) }, 40 * MINUTE],
    ['of several schedules', { schedules: ['0 * * * *', '30 * * * *'] }, {}, 90 * MINUTE],
    ['in its time zone', { schedule: '0 2 * * *', timezone: 'Europe/Berlin' }, {}, 49 * HOUR],
    ['by its period', { schedule: '@every 10m' }, {}, 30 * MINUTE],
  ])('is overdue when it missed more than two periods: %s', (_, spec, status, lateAt) => {
    const world = new ArgoWorld().cron('nightly', spec, status);
    expect(world.until(lateAt - 1).world.summary(ENGINE)).toEqual([]);
    expect(world.until(lateAt).world.summary(ENGINE)).toEqual(OVERDUE);
    expect(world.cron('nightly', spec, { lastScheduledTime: at(lateAt) }).world.summary(ENGINE)).toEqual([]);
  });

  it.each<[string, object, object]>([
    ['suspended', { schedule: '* * * * *', suspend: true }, {}],
    ['stopped', { schedule: '* * * * *' }, { phase: 'Stopped' }],
    ['with a condition of its own', { schedule: '* * * * *', when: '1 == 2' }, {}],
    ['whose schedule cannot be read', { schedule: 'whenever' }, {}],
  ])('is not, when it is %s', (_, spec, status) => {
    expect(
      new ArgoWorld()
        .cron('nightly', spec, status)
        .until(5 * HOUR)
        .world.summary(ENGINE),
    ).toEqual([]);
  });

  it('that is resumed has its periods from then on', () => {
    const world = new ArgoWorld().cron('nightly', { schedule: '*/10 * * * *', suspend: true }).until(5 * HOUR);
    world.cron('nightly', { schedule: '*/10 * * * *', suspend: true });
    world.until(5 * HOUR + MINUTE).cron('nightly', { schedule: '*/10 * * * *' });
    expect(world.until(5 * HOUR + 30 * MINUTE).world.summary(ENGINE)).toEqual([]);
    expect(world.until(5 * HOUR + 31 * MINUTE).world.summary(ENGINE)).toEqual(OVERDUE);
  });

  const OFTEN = { schedule: '*/10 * * * *' };
  it.each<[string, object, object]>([
    ['another schedule', { schedule: '0 0 1 * *' }, OFTEN],
    ['another time zone', { schedule: '0 0 1 * *', timezone: 'Asia/Tokyo' }, { ...OFTEN, timezone: 'Asia/Tokyo' }],
  ])('that is given %s has its periods from then on', (_, before, after) => {
    const world = new ArgoWorld().cron('nightly', before).until(5 * HOUR);
    const status = { active: [] };
    expect(world.cron('nightly', after).world.summary(ENGINE)).toEqual([]);
    // Seen again as it is, it has no more time.
    world.until(5 * HOUR + 20 * MINUTE).cron('nightly', after, status);
    expect(world.until(5 * HOUR + 30 * MINUTE - 1).world.summary(ENGINE)).toEqual([]);
    expect(world.until(5 * HOUR + 30 * MINUTE).world.summary(ENGINE)).toEqual(OVERDUE);
    expect(world.cron('nightly', { ...after, schedule: '@every 1h' }).world.summary(ENGINE)).toEqual([]);
  });

  it('that is given another schedule while it is suspended has its periods from when it is resumed', () => {
    const world = new ArgoWorld().cron('nightly', { schedule: '0 0 1 * *', suspend: true }).until(5 * HOUR);
    world
      .cron('nightly', { ...OFTEN, suspend: true })
      .until(9 * HOUR + MINUTE)
      .cron('nightly', OFTEN);
    expect(world.until(9 * HOUR + 20 * MINUTE).world.summary(ENGINE)).toEqual([]);
    expect(world.until(9 * HOUR + 31 * MINUTE).world.summary(ENGINE)).toEqual(OVERDUE);
  });

  it('says what keeps it', () => {
    const status = { conditions: [{ type: 'SpecError', status: 'True', message: 'no such template' }], active: [{}] };
    const { world } = new ArgoWorld().cron('nightly', { schedule: '@every 1m' }, status).until(3 * MINUTE);
    expect(world.findings(ENGINE)[0]?.message).toBe(
      'Cron workflow data/nightly never started a workflow, and missed more than 2 periods of its schedule, @every 1m; 1 of its workflows still runs: no such template.',
    );
  });
});
