import { ARGO_NAMESPACE, CONTROLLER, WORKFLOW_NAMESPACE } from '../components/argo.component.js';
import { BUSYBOX_IMAGE } from '../components/images.component.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault } from './fault.js';
import { askForLessCpu } from './shop.js';

const API = 'argoproj.io/v1alpha1';

interface ArgoObject {
  readonly metadata: {
    readonly name: string;
    readonly creationTimestamp: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: { readonly renewTime?: string };
  readonly status?: {
    readonly phase?: string;
    readonly message?: string;
    readonly nodes?: Readonly<
      Record<string, { readonly phase: string; readonly outputs?: { readonly exitCode?: string } }>
    >;
    readonly lastScheduledTime?: string;
  };
}

/** A template of one busybox container. */
function shell(name: string, script: string, resources: object = { requests: { cpu: '10m', memory: '16Mi' } }): object {
  return { name, container: { image: BUSYBOX_IMAGE, command: ['sh', '-c', script], resources } };
}

/** Takes a place among those that run, and no CPU. */
const WAITS_FOR_SOMEONE = { name: 'main', suspend: {} };

function workflow(name: string, spec: object, generateName?: string): object {
  const metadata = { name, namespace: WORKFLOW_NAMESPACE, ...(generateName === undefined ? {} : { generateName }) };
  return { apiVersion: API, kind: 'Workflow', metadata, spec: { entrypoint: 'main', ...spec } };
}

async function all(platform: Platform, kind: string): Promise<readonly ArgoObject[]> {
  return (await platform.get<{ items: ArgoObject[] }>(kind, `--namespace=${WORKFLOW_NAMESPACE}`)).items;
}

async function find(platform: Platform, kind: string, name: string): Promise<ArgoObject | undefined> {
  return (await all(platform, kind)).find(({ metadata }) => metadata.name === name);
}

async function remove(platform: Platform, ...names: readonly string[]): Promise<void> {
  const options = [`--namespace=${WORKFLOW_NAMESPACE}`, '--ignore-not-found', '--timeout=40s'];
  await platform.kubectl(['delete', ...options, ...names]);
}

/** Waits until one of these workflows has succeeded. */
async function untilSuccess(platform: Platform, isMeant: (name: ArgoObject) => boolean): Promise<void> {
  const look = async (): Promise<string | undefined> => {
    const phases = (await all(platform, 'workflows')).filter(isMeant).map(({ status }) => status?.phase);
    return phases.includes('Succeeded') ? undefined : `none has succeeded: ${phases.join(', ')}`;
  };
  await waitUntilNothingMissing('a workflow that succeeds', look, { within: 120_000, every: 200 });
}

const stepFails: Fault = {
  name: 'workflow-step-fails',
  describe: 'a step of a workflow exits 4 while another is at work → the workflow runs on with a failed step',
  inject: (platform) => {
    const steps = [
      [
        { name: 'import', template: 'bad' },
        { name: 'archive', template: 'long' },
      ],
    ];
    const templates = [
      { name: 'main', steps },
      shell('bad', 'exit 4'),
      shell('long', 'trap exit TERM; sleep 600 & wait'),
    ];
    return platform.applyObjects([workflow('nightly-load', { templates })]);
  },
  repair: (platform) => remove(platform, 'workflow/nightly-load'),
  async evident(platform) {
    const { nodes = {} } = (await find(platform, 'workflows', 'nightly-load'))?.status ?? {};
    return Object.values(nodes).some(({ phase, outputs }) => phase === 'Failed' && outputs?.exitCode === '4');
  },
};

const failing: Fault = {
  name: 'workflow-fails',
  describe: 'a workflow whose only step exits 1 → it failed; repaired by a later run that succeeds',
  async inject(platform) {
    const spec = { templates: [shell('main', 'exit 1')], podGC: { strategy: 'OnPodCompletion' } };
    await platform.applyObjects([workflow('export-1', spec, 'export-')]);
  },
  async repair(platform) {
    const spec = { templates: [shell('main', 'exit 0')], podGC: { strategy: 'OnPodCompletion' } };
    await platform.applyObjects([workflow('export-2', spec, 'export-')]);
    await untilSuccess(platform, ({ metadata }) => metadata.name === 'export-2');
    await remove(platform, 'workflow/export-1', 'workflow/export-2');
  },
  evident: async (platform) => (await find(platform, 'workflows', 'export-1'))?.status?.phase === 'Failed',
};

function cronWorkflow(name: string, schedule: string, workflowSpec: object): object {
  const metadata = { name, namespace: WORKFLOW_NAMESPACE };
  // One failure is kept unless told: two in a row could not be seen.
  const spec = { schedule, failedJobsHistoryLimit: 5, workflowSpec: { entrypoint: 'main', ...workflowSpec } };
  return { apiVersion: API, kind: 'CronWorkflow', metadata, spec };
}

function isOfSync({ metadata }: ArgoObject): boolean {
  return metadata.labels?.['workflows.argoproj.io/cron-workflow'] === 'sync';
}

function sync(script: string): object {
  const spec = { templates: [shell('main', script)], podGC: { strategy: 'OnPodCompletion' } };
  return cronWorkflow('sync', '@every 20s', spec);
}

const cronFails: Fault = {
  name: 'cron-workflow-fails',
  describe: 'a cron workflow fails twice in a row; repaired by one that succeeds',
  inject: (platform) => platform.applyObjects([sync('exit 1')]),
  async repair(platform) {
    if ((await find(platform, 'cronworkflows', 'sync')) === undefined) return;
    await platform.applyObjects([sync('exit 0')]);
    await untilSuccess(platform, isOfSync);
    // With all that it started.
    await remove(platform, 'cronworkflow/sync');
  },
  async evident(platform) {
    const ended = (await all(platform, 'workflows')).filter(isOfSync).map(({ status }) => status?.phase);
    return ended.filter((phase) => phase === 'Failed').length >= 2 && !ended.includes('Succeeded');
  },
};

const RUNNERS = ['hold-1', 'hold-2', 'hold-3'];

const queued: Fault = {
  name: 'workflow-queued',
  describe: 'as many workflows run as may at once, and one more is created → it is postponed',
  async inject(platform) {
    const spec = { templates: [WAITS_FOR_SOMEONE] };
    await platform.applyObjects(RUNNERS.map((name) => workflow(name, spec)));
    const look = async (): Promise<string | undefined> => {
      const phases = await Promise.all(
        RUNNERS.map(async (name) => (await find(platform, 'workflows', name))?.status?.phase),
      );
      return phases.filter((phase) => phase === 'Running').length > 1 ? undefined : phases.join();
    };
    await waitUntilNothingMissing('workflows that run', look, { within: 30_000, every: 200 });
    await platform.applyObjects([workflow('late', spec)]);
  },
  mend: (platform) => remove(platform, ...RUNNERS.map((name) => `workflow/${name}`)),
  repair: (platform) => remove(platform, ...['late', ...RUNNERS].map((name) => `workflow/${name}`)),
  async evident(platform) {
    const { phase, message = '' } = (await find(platform, 'workflows', 'late'))?.status ?? {};
    return phase === 'Pending' && message.includes('too many workflows');
  },
};

const LOCKS = 'workflow-locks';

function locked(name: string): object {
  const semaphores = [{ configMapKeyRef: { name: LOCKS, key: 'warehouse' } }];
  return workflow(name, { templates: [WAITS_FOR_SOMEONE], synchronization: { semaphores } });
}

const semaphore: Fault = {
  name: 'workflow-semaphore',
  describe: 'a workflow holds the only place of a semaphore, and another one wants it',
  async inject(platform) {
    const metadata = { name: LOCKS, namespace: WORKFLOW_NAMESPACE };
    await platform.applyObjects([{ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { warehouse: '1' } }]);
    await platform.applyObjects([locked('holder')]);
    const look = async (): Promise<string | undefined> => {
      const phase = (await find(platform, 'workflows', 'holder'))?.status?.phase;
      return phase === 'Running' ? undefined : (phase ?? 'no phase yet');
    };
    await waitUntilNothingMissing('a workflow that holds the semaphore', look, { within: 30_000, every: 200 });
    await platform.applyObjects([locked('wants')]);
  },
  mend: (platform) => remove(platform, 'workflow/holder'),
  repair: (platform) => remove(platform, 'workflow/wants', 'workflow/holder', `configmap/${LOCKS}`),
  async evident(platform) {
    const { phase, message = '' } = (await find(platform, 'workflows', 'wants'))?.status ?? {};
    return phase === 'Pending' && message.includes('Waiting for');
  },
};

const podsPending: Fault = {
  name: 'workflow-stands-still',
  describe: 'the only step of a workflow wants more CPUs than any node has → it runs, and nothing is at work',
  inject: (platform) => {
    const templates = [shell('main', 'exit 0', { requests: { cpu: '64' } })];
    return platform.applyObjects([workflow('training', { templates })]);
  },
  async mend(platform) {
    const selector = '--selector=workflows.argoproj.io/workflow=training';
    const { items } = await platform.get<{ items: ArgoObject[] }>(
      'pods',
      `--namespace=${WORKFLOW_NAMESPACE}`,
      selector,
    );
    for (const { metadata } of items) await askForLessCpu(platform, WORKFLOW_NAMESPACE, metadata.name, 'main');
  },
  repair: (platform) => remove(platform, 'workflow/training'),
  async evident(platform) {
    const { phase, nodes = {} } = (await find(platform, 'workflows', 'training'))?.status ?? {};
    return phase === 'Running' && Object.values(nodes).every((node) => node.phase === 'Pending');
  },
};

/** It renews its Lease every 5 s. */
const SILENT_FOR = 8_000;

const silent: Fault = {
  name: 'workflow-controller-stopped',
  describe: 'the controller of workflows is stopped by SIGSTOP: its Lease gets old; repaired by starting it again',
  inject(platform) {
    platform.signal(CONTROLLER, 'SIGSTOP');
    return Promise.resolve();
  },
  async repair(platform) {
    if (platform.pid(CONTROLLER) !== undefined) platform.signal(CONTROLLER, 'SIGCONT');
    // It gives its leadership up by itself, and ends, when it finds that it was asleep: as soon as that, or sooner.
    await platform.restart(CONTROLLER);
  },
  async evident(platform) {
    const { items } = await platform.get<{ items: ArgoObject[] }>('leases', `--namespace=${ARGO_NAMESPACE}`);
    const renewedAt = Date.parse(items.find(({ metadata }) => metadata.name === CONTROLLER)?.spec.renewTime ?? '');
    return Date.now() - renewedAt > SILENT_FOR;
  },
};

/** Of the schedule below: more than two are missed. */
const THREE_PERIODS = 30_000;

const overdue: Fault = {
  name: 'cron-workflow-overdue',
  describe: 'a cron workflow names a template that is not there: the controller starts none',
  inject: (platform) => {
    const spec = { workflowTemplateRef: { name: 'nowhere' } };
    return platform.applyObjects([cronWorkflow('invoices', '@every 10s', spec)]);
  },
  repair: (platform) => remove(platform, 'cronworkflow/invoices'),
  async evident(platform) {
    const cron = await find(platform, 'cronworkflows', 'invoices');
    if (cron === undefined || cron.status?.lastScheduledTime !== undefined) return false;
    return Date.now() - Date.parse(cron.metadata.creationTimestamp) >= THREE_PERIODS;
  },
};

export const argoFaults: readonly Fault[] = [
  stepFails,
  failing,
  cronFails,
  queued,
  semaphore,
  podsPending,
  silent,
  overdue,
];
