import { gzipSync } from 'node:zlib';
import { bounded } from '../../../src/model/bounded.js';
import { WorkflowPhase, WorkflowStepPhase, WorkflowStepType } from '../../../src/model/workflow.js';
import { projectCronWorkflow } from '../../../src/sources/argo/cron-workflow.projection.js';
import { podNameOf } from '../../../src/sources/argo/pod-name.js';
import { MOST_STEPS } from '../../../src/sources/argo/step.projection.js';
import { type SeenWorkflow, projectWorkflow } from '../../../src/sources/argo/workflow.projection.js';
import { FAILED, SUCCEEDED, type WorkflowParts, node, place, rawWorkflow } from './argo-objects.js';

function project(parts: WorkflowParts): SeenWorkflow {
  return projectWorkflow(rawWorkflow(parts), place);
}

/** No name of Kubernetes is as long. */
const LONG = 'x'.repeat(5_000);

const namesOf = ({ steps }: SeenWorkflow): readonly string[] => steps.map(({ name }) => name);

/** A workflow of one template of steps or tasks, and its nodes below it. */
function ofTasks(template: object, ...nodes: readonly Record<string, unknown>[]): WorkflowParts {
  const root = node('load', { type: 'Steps', templateName: 'main', phase: 'Running', finishedAt: null });
  return { spec: { templates: [{ name: 'main', ...template }] }, nodes: [root, ...nodes] };
}

const bad = (name: string, more: object = {}): Record<string, unknown> =>
  node(name, {
    boundaryID: 'load',
    phase: 'Failed',
    message: 'Error (exit code 4)',
    outputs: { exitCode: '4' },
    ...more,
  });

describe('a workflow', () => {
  it.each<[string, WorkflowParts, object]>([
    [
      'that nobody touched',
      { status: { phase: undefined, startedAt: null } },
      { phase: WorkflowPhase.NEW, startedAt: null },
    ],
    ['postponed', { status: { phase: 'Pending', message: 'Workflow processing has been postponed because too many workflows are already running' } }, { phase: WorkflowPhase.PENDING, waitingFor: 'parallelism' }], // prettier-ignore
    ['that waits for a semaphore', { status: { phase: 'Pending', synchronization: { semaphore: { waiting: [{ semaphore: 'data/ConfigMap/locks/x' }] } } } }, { waitingFor: 'semaphore data/ConfigMap/locks/x' }], // prettier-ignore
    ['that waits for a mutex', { status: { phase: 'Pending', synchronization: { mutex: { waiting: [{ mutex: 'data/Mutex/m' }] } } } }, { waitingFor: 'mutex data/Mutex/m' }], // prettier-ignore
    ['that waits for a lock of any name', { status: { phase: 'Pending', synchronization: { mutex: { waiting: [{ mutex: LONG }] } } } }, { waitingFor: `mutex ${bounded(LONG)}` }], // prettier-ignore
    ['that runs', {}, { phase: WorkflowPhase.RUNNING, waitingFor: null, finishedAt: null }],
    ['that failed', { status: FAILED }, { phase: WorkflowPhase.FAILED, finishedAt: Date.parse(FAILED.finishedAt) }],
    ['of a phase that is none', { status: { phase: 'constructor' } }, { phase: WorkflowPhase.NEW }],
  ])('%s', (_, parts, expected) => {
    expect(project(parts).facts).toMatchObject(expected);
  });

  it.each<[string, WorkflowParts, string | null, string | null]>([
    ['a cron workflow', { metadata: { labels: { 'workflows.argoproj.io/cron-workflow': 'nightly' } }, spec: { workflowTemplateRef: { name: 't' } } }, 'nightly', 'cron workflow'], // prettier-ignore
    [
      'a template',
      { spec: { workflowTemplateRef: { name: 'etl' } }, metadata: { generateName: 'x-' } },
      'etl',
      'template',
    ],
    ['a cluster template', { spec: { workflowTemplateRef: { name: 'etl', clusterScope: true } } }, 'etl', 'cluster template'], // prettier-ignore
    ['a template it was submitted from', { metadata: { labels: { 'workflows.argoproj.io/workflow-template': 'etl' } } }, 'etl', 'template'], // prettier-ignore
    ['a cluster template it was submitted from', { metadata: { labels: { 'workflows.argoproj.io/cluster-workflow-template': 'etl' } } }, 'etl', 'cluster template'], // prettier-ignore
    ['a template of any name', { spec: { workflowTemplateRef: { name: LONG } } }, bounded(LONG), 'template'],
    ['a name that is made up', { metadata: { generateName: 'load-' } }, 'load', 'generated name'],
    ['nothing', {}, null, null],
  ])('is a run of %s', (_, parts, template, templateSort) => {
    expect(project(parts).facts).toMatchObject({ template, templateSort });
  });

  it('carries the labels that people gave it, and none of the engine', () => {
    const labels = { team: 'data', 'workflows.argoproj.io/phase': 'Running' };
    expect(project({ metadata: { labels } }).facts.labels).toEqual({ team: 'data' });
  });
});

describe('the steps of a workflow', () => {
  it('are those that failed, then those at work, then those that wait; the others are counted', () => {
    const nodes = [
      node('load.a', { boundaryID: 'load' }),
      node('load.b', { boundaryID: 'load', phase: 'Pending', finishedAt: null }),
      node('load.c', { boundaryID: 'load', phase: 'Running', finishedAt: null }),
      bad('load.d'),
      node('load.e', { boundaryID: 'load', phase: 'Omitted', type: 'Skipped' }),
    ];
    const seen = project(ofTasks({}, ...nodes));
    expect(namesOf(seen)).toEqual(['d', 'c', 'b']);
    expect(seen.facts.steps).toEqual({ total: 4, failed: 1, running: 1, pending: 1 });
    expect(seen.steps[0]).toMatchObject({
      phase: WorkflowStepPhase.FAILED,
      type: WorkflowStepType.POD,
      message: 'Error (exit code 4)',
      exitCode: 4,
      template: 'work',
      cluster: 'prod',
      workflowName: 'load',
      workflowFinishedAt: null,
    });
  });

  const one = bad('load.a');
  it.each<[string, WorkflowParts, readonly string[]]>([
    ['counts', ofTasks({ steps: [[{ name: 'a' }]] }, one), ['a']],
    ['of continueOn failed', ofTasks({ steps: [[{ name: 'a', continueOn: { failed: true } }]] }, one), []],
    ['of continueOn error only', ofTasks({ steps: [[{ name: 'a', continueOn: { error: true } }]] }, one), ['a']],
    ['that broke off, of continueOn error', ofTasks({ steps: [[{ name: 'a', continueOn: { error: true } }]] }, bad('load.a', { phase: 'Error' })), []], // prettier-ignore
    ['of many of one name, of continueOn', ofTasks({ dag: { tasks: [{ name: 'a', continueOn: { failed: true } }] } }, bad('load.a(0:x)')), []], // prettier-ignore
    ['that another task waits for', ofTasks({ dag: { tasks: [{ name: 'a' }, { name: 'mend', depends: 'a.Failed || a.Errored' }] } }, one), []], // prettier-ignore
    ['whose success another waits for', ofTasks({ dag: { tasks: [{ name: 'a' }, { name: 'b', depends: 'a.Succeeded' }] } }, one), ['a']], // prettier-ignore
    ['of another that ends alike', ofTasks({ dag: { tasks: [{ name: 'a' }, { name: 'b', depends: 'data-a.Failed' }] } }, one), ['a']], // prettier-ignore
    ['of a daemon', ofTasks({}, bad('load.a', { daemoned: true })), []],
    ['that is being tried again', ofTasks({}, node('load.a', { type: 'Retry', phase: 'Running', children: ['load.a(0)'], boundaryID: 'load' }), bad('load.a(0)', { nodeFlag: { retried: true } })), []], // prettier-ignore
    ['under a retry that succeeded', ofTasks({}, node('load.a', { type: 'Retry', children: ['load.a(0)', 'load.a(1)'] }), bad('load.a(0)'), node('load.a(1)')), []], // prettier-ignore
    ['the last of a retry that gave up', ofTasks({}, node('load.a', { type: 'Retry', phase: 'Failed', children: ['load.a(0)', 'load.a(1)'], boundaryID: 'load' }), bad('load.a(0)'), bad('load.a(1)')), ['a(1)']], // prettier-ignore
    ['the last of a retry that gave up, of continueOn', ofTasks({ steps: [[{ name: 'a', continueOn: { failed: true } }]] }, node('load.a', { type: 'Retry', phase: 'Failed', children: ['load.a(0)'], boundaryID: 'load' }), bad('load.a(0)')), []], // prettier-ignore
    ['within steps that were tried again', ofTasks({}, node('load.r', { type: 'Retry', children: ['load.r(0)', 'load.r(1)'] }), node('load.r(0)', { type: 'Steps', phase: 'Failed', boundaryID: 'load' }), bad('load.r(0).x', { boundaryID: 'load.r(0)' })), []], // prettier-ignore
    ['within steps that succeeded', ofTasks({}, node('load.s', { type: 'DAG', boundaryID: 'load' }), bad('load.s.x', { boundaryID: 'load.s' })), []], // prettier-ignore
    ['of several containers: the container, not its pod', ofTasks({}, bad('load.a'), bad('load.a.main', { type: 'Container', boundaryID: 'load.a' })), ['main']], // prettier-ignore
  ])('one that failed: %s', (_, parts, expected) => {
    expect(namesOf(project(parts))).toEqual(expected);
    expect(project(parts).facts.steps?.failed).toBe(expected.length);
  });

  it('find their templates where other objects brought them along', () => {
    const task = { name: 'a', continueOn: { failed: true } };
    const root = { type: 'DAG', phase: 'Running', templateName: null };
    const ref = { ...root, templateRef: { name: 'lib', template: 'main' } };
    const scoped = { ...root, templateName: 'main', templateScope: 'cluster/lib' };
    const stored = { dag: { tasks: [task] }, name: 'main' };
    const parts = (rootMore: object, status: object): WorkflowParts => ({ nodes: [node('load', rootMore), one], status: { ...status, nodes: Object.fromEntries([node('load', rootMore), one].map((each) => [String(each['id']), each])) } }); // prettier-ignore
    expect(namesOf(project(parts(ref, { storedTemplates: { 'namespaced/lib/main': stored } })))).toEqual([]);
    expect(namesOf(project(parts(scoped, { storedTemplates: { 'cluster/lib/main': stored } })))).toEqual([]);
    const local = { ...root, templateName: 'main' };
    expect(namesOf(project(parts(local, { storedWorkflowTemplateSpec: { templates: [stored] } })))).toEqual([]);
    expect(namesOf(project(parts(local, {})))).toEqual(['a']);
  });

  it('are no more than a hundred, and all are counted', () => {
    const many = Array.from({ length: MOST_STEPS + 20 }, (_, index) => bad(`load.${index}`));
    const seen = project(ofTasks({}, ...many));
    expect(seen.steps).toHaveLength(MOST_STEPS);
    expect(seen.facts.steps?.failed).toBe(MOST_STEPS + 20);
  });

  it('of one that succeeded are not looked at', () => {
    const seen = project({ ...ofTasks({}, one), status: SUCCEEDED });
    expect(seen).toMatchObject({ steps: [], facts: { steps: null, stepsUnavailable: null } });
  });

  it('are unpacked', () => {
    const nodes = { a: node('load.a', { phase: 'Running' }) };
    const packed = gzipSync(JSON.stringify(nodes)).toString('base64');
    expect(namesOf(project({ status: { nodes: undefined, compressedNodes: packed } }))).toEqual(['a']);
  });

  it.each([
    [
      'half of them',
      gzipSync(JSON.stringify({ a: node('a') }))
        .toString('base64')
        .slice(0, 40),
    ],
    ['rubbish', 'rubbish'],
    ['something else', gzipSync('"text"').toString('base64')],
    ['more than can be', gzipSync(Buffer.alloc(65 * 1024 ** 2)).toString('base64')],
  ])('are unknown where there is %s in their place', (_, compressedNodes) => {
    const seen = project({ status: { nodes: undefined, compressedNodes } });
    expect(seen).toMatchObject({ steps: [], facts: { steps: null, stepsUnavailable: 'unsupported' } });
  });

  it('are unknown where the engine keeps them elsewhere', () => {
    const seen = project({ status: { nodes: undefined, offloadNodeStatusVersion: 'fnv:1' } });
    expect(seen).toMatchObject({ offloadedAs: 'fnv:1', facts: { steps: null, stepsUnavailable: 'not configured' } });
  });
});

describe('a workflow that runs', () => {
  const waits = node('load.a', { phase: 'Pending', message: 'Unschedulable: 0/1 nodes', startedAt: '2026-01-01T00:02:00Z', finishedAt: null }); // prettier-ignore
  it.each<[string, WorkflowParts, object | null]>([
    ['and has just begun', {}, { since: Date.parse('2026-01-01T00:00:05Z'), reason: null }],
    ['with a step at work', { nodes: [waits, node('load.b', { phase: 'Running' })] }, null],
    ['that someone suspended', { nodes: [node('load.b', { type: 'Suspend', phase: 'Running' })] }, null],
    ['whose pod waits', { nodes: [waits] }, { since: Date.parse('2026-01-01T00:02:00Z'), reason: 'Unschedulable: 0/1 nodes' }], // prettier-ignore
    ['whose step waits for a lock', { nodes: [{ ...waits, synchronizationStatus: { waiting: 'mutex m' } }] }, { reason: 'Waiting for mutex m' }], // prettier-ignore
    ['in a pause between attempts', { nodes: [node('load.r', { type: 'Retry', phase: 'Running', message: 'Backoff for 1 hour 2 minutes 3 seconds', finishedAt: null })] }, { since: Date.parse('2026-01-01T00:00:10Z') + 3_723_000 }], // prettier-ignore
  ])('%s', (_, parts, expected) => {
    const { idleness } = project(parts).facts;
    if (expected === null) expect(idleness).toBeNull();
    else expect(idleness).toMatchObject(expected);
  });
});

describe('the name of a pod', () => {
  it.each([
    // As seen with Argo Workflows 3.7.4.
    ['rollup-1795707120', { id: 'x', name: 'rollup-1795707120[1].load', template: 'work' }, 'v2', 'rollup-1795707120-work-240207782'], // prettier-ignore
    ['load', { id: 'load', name: 'load', template: 'main' }, null, 'load'],
    ['load', { id: 'load-1', name: 'load[0].a', template: 'work' }, 'v1', 'load-1'],
  ])('of %s, node %j, format %s', (workflow, of, format, expected) => {
    expect(podNameOf(workflow, of, format)).toBe(expected);
  });

  it('is no longer than Kubernetes takes', () => {
    const name = podNameOf('w'.repeat(250), { id: 'i', name: 'n', template: 'work' }, 'v2');
    expect(name.length).toBeLessThanOrEqual(253);
  });
});

it('tells what the engine says without secrets', () => {
  const message = 'git clone https://u:Hunter2@git failed';
  const told = 'git clone https://***@git failed';
  const failed = project({ status: { ...FAILED, message }, nodes: [bad('load.step', { message })] });
  expect([failed.facts.message, failed.steps[0]?.message]).toEqual([told, told]);
  const idle = project({ nodes: [node('load.step', { phase: 'Pending', message, finishedAt: null })] });
  expect(idle.facts.idleness?.reason).toBe(told);
  const condition = { type: 'SubmissionError', status: 'True', message };
  const metadata = { name: 'nightly', uid: 'c', namespace: 'data', creationTimestamp: '2026-01-01T00:00:00Z' };
  const cron = projectCronWorkflow({ metadata, spec: {}, status: { conditions: [condition] } }, place);
  expect(cron.problem).toBe(told);
});
