import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { Interner } from '../../../src/clients/interner.js';
import { systemClock } from '../../../src/model/clock.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import {
  type Workflow,
  type WorkflowEngine,
  type WorkflowLease,
  WorkflowPhase,
  type WorkflowStep,
  WorkflowStepPhase,
} from '../../../src/model/workflow.js';
import { argoConfigSchema } from '../../../src/sources/argo/argo.config.js';
import { engineId } from '../../../src/sources/argo/argo.ids.js';
import { createArgoSource } from '../../../src/sources/argo/argo.source.js';
import { WorkflowBook } from '../../../src/sources/argo/workflow-book.js';
import type { RawWorkflow } from '../../../src/sources/argo/workflow-objects.js';
import { projectWorkflow } from '../../../src/sources/argo/workflow.projection.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SourceReports } from '../../support/source-reports.js';
import { ARGO_NAMESPACE, CONTROLLER, CONTROLLER_CONFIG_MAP, WORKFLOW_NAMESPACE } from '../components/argo.component.js';
import { BUSYBOX_IMAGE } from '../components/images.component.js';
import { readEndpoints } from '../endpoints.js';
import { openPlatform } from '../lifecycle.js';
import { asAccount } from '../support/account.js';

/** Runs in the platform's network namespace. */
const SYSTEM = 'pipelines';
const ENGINE = engineId(SYSTEM);
const PATIENCE = 60_000;
const API = 'argoproj.io/v1alpha1';
const OF_WORKFLOWS = `--namespace=${WORKFLOW_NAMESPACE}`;

/** Steps that wait for someone, each with a text: together more than a mebibyte, from where on Argo packs them. */
const WAITING_STEPS = 300;
const LONG_TEXT = 'x'.repeat(5_000);

interface ArgoObject {
  readonly metadata: { readonly name: string; readonly uid: string };
  readonly spec: { readonly schedule?: string; readonly holderIdentity?: string };
  readonly status?: {
    readonly phase?: string;
    readonly startedAt?: string;
    readonly finishedAt?: string;
    readonly nodes?: object;
    readonly compressedNodes?: string;
  };
}

interface ArgoNode {
  readonly type: string;
  readonly phase: string;
  readonly displayName: string;
}

describe('the source of a real Argo Workflows', () => {
  const platform = openPlatform();
  let source: RunningSource;
  let reports: SourceReports;

  const engine = (): WorkflowEngine => reports.of(ENGINE) as WorkflowEngine;
  const idOf = (kind: ResourceKind | SupportKind, { metadata }: ArgoObject) => resourceId(kind, SYSTEM, metadata.uid);
  const workflow = (object: ArgoObject): Workflow | undefined =>
    reports.of(idOf(ResourceKind.WORKFLOW, object)) as Workflow | undefined;
  const stepsOf = ({ metadata }: ArgoObject): readonly WorkflowStep[] =>
    reports.all(ResourceKind.WORKFLOW_STEP).filter(({ workflowName }) => workflowName === metadata.name);
  const all = async (kind: string): Promise<readonly ArgoObject[]> =>
    (await platform.get<{ items: ArgoObject[] }>(kind, OF_WORKFLOWS)).items;
  const find = (name: string): Promise<ArgoObject> => platform.get<ArgoObject>('workflow', name, OF_WORKFLOWS);

  function start(kubeconfigFile = readEndpoints(platform).kubernetes.vitalsKubeconfig): void {
    reports = new SourceReports(systemClock, PATIENCE);
    const config = { name: SYSTEM, kubeconfig: kubeconfigFile, kubernetes: { cluster: 'platform' } };
    source = createArgoSource(argoConfigSchema.parse(config), reports.context);
    source.start();
  }

  async function startSettled(): Promise<void> {
    start();
    const isSeen = (): boolean => reports.source(source.id).sights.every(({ state }) => state === 'ok');
    await reports.until('all is seen', isSeen);
  }

  async function submit(name: string, spec: object, generateName?: string): Promise<void> {
    const metadata = { name, namespace: WORKFLOW_NAMESPACE, ...(generateName === undefined ? {} : { generateName }) };
    await platform.applyObjects([{ apiVersion: API, kind: 'Workflow', metadata, spec: { entrypoint: 'main', ...spec } }]); // prettier-ignore
  }

  async function remove(...names: readonly string[]): Promise<void> {
    await platform.kubectl(['delete', 'workflow', ...names, OF_WORKFLOWS, '--ignore-not-found', '--timeout=30s']);
  }

  /** One that has nothing to do. */
  async function submitIdle(name: string): Promise<ArgoObject> {
    const nothing = { name: 'nothing', container: { image: BUSYBOX_IMAGE, command: ['true'] } };
    const steps = [[{ name: 'never', template: 'nothing', when: 'false' }]];
    await submit(name, { templates: [{ name: 'main', steps }, nothing] }, 'idle-');
    return find(name);
  }

  afterEach(async () => {
    await source.stop();
  });

  it('reports what kubectl shows, with the permissions of Vitals', async () => {
    await startSettled();
    const [over] = (await all('workflows')).filter(({ status }) => status?.phase === 'Succeeded');
    expect(workflow(over as ArgoObject)).toMatchObject({
      phase: 'SUCCEEDED',
      template: 'rollup',
      cronWorkflow: 'rollup',
      startedAt: Date.parse(over?.status?.startedAt ?? ''),
      finishedAt: Date.parse(over?.status?.finishedAt ?? ''),
      steps: null,
    });
    // One that came since was reported since, and one that has gone has gone.
    const objects = await all('workflows');
    await reports.until('the same workflows', () => objects.every((object) => workflow(object) !== undefined));
    const crons = await all('cronworkflows');
    expect(crons.length).toBeGreaterThan(0);
    for (const cron of crons)
      expect(reports.of(idOf(SupportKind.CRON_WORKFLOW, cron))).toMatchObject({ schedules: [cron.spec.schedule] });
    const controller = `--namespace=${ARGO_NAMESPACE}`;
    const { data } = await platform.get<{ data: { parallelism: string } }>('configmap', CONTROLLER_CONFIG_MAP, controller); // prettier-ignore
    expect(engine()).toMatchObject({ parallelism: Number(data.parallelism), isParallelismKnown: true });
    const lease = await platform.get<ArgoObject>('lease', CONTROLLER, controller);
    const seen = (): WorkflowLease => reports.of(ENGINE, 'lease') as WorkflowLease;
    expect(seen().holder).toBe(lease.spec.holderIdentity);
    const renewedAt = seen().renewedAt ?? 0;
    await reports.until('its renewal', () => (seen().renewedAt ?? 0) > renewedAt);
  });

  it('says which permissions are missing, and sees the rest', async () => {
    const rules = [{ apiGroups: ['argoproj.io'], resources: ['workflows'], verbs: ['get', 'list', 'watch'] }];
    await asAccount(platform, 'vitals-workflows-only', rules, async ({ kubeconfigFile, token }) => {
      start(kubeconfigFile);
      const { sights } = reports.source(source.id);
      const message = (subject: string) => reports.sight(source.id, subject)?.message;
      await reports.until('all is decided', () => sights.every(({ subject }) => reports.sight(source.id, subject)?.state !== 'starting')); // prettier-ignore
      const states = Object.fromEntries(reports.source(source.id).sights.map(({ subject, state }) => [subject, state]));
      expect(states).toEqual({
        workflows: 'ok',
        cronworkflows: 'forbidden',
        [`lease ${CONTROLLER}`]: 'forbidden',
        [`configmap ${CONTROLLER_CONFIG_MAP}`]: 'forbidden',
        [`deployment ${CONTROLLER}`]: 'forbidden',
      });
      expect(message('cronworkflows')).toMatch(/^forbidden: cannot (list|watch) cronworkflows\.argoproj\.io$/);
      expect(message(`lease ${CONTROLLER}`)).toMatch(/^forbidden: cannot (list|watch) leases\.coordination\.k8s\.io$/);
      expect(reports.all(ResourceKind.WORKFLOW).length).toBeGreaterThan(0);
      expect(engine()).toMatchObject({ parallelism: null, isParallelismKnown: false });
      expect(JSON.stringify(reports.batches)).not.toContain(token);
    });
  });

  it('reads the steps of a workflow that is so large that Argo packs them', async () => {
    const name = 'very-large';
    const text = '{{workflow.parameters.text}}';
    const waits = { name: 'wait', template: 'wait', arguments: { parameters: [{ name: 'text', value: text }] } };
    const requests = { cpu: '10m', memory: '16Mi' };
    await startSettled();
    try {
      await submit(name, {
        arguments: { parameters: [{ name: 'text', value: LONG_TEXT }] },
        podGC: { strategy: 'OnPodCompletion' },
        templates: [
          { name: 'main', steps: [[{ name: 'bad', template: 'bad' }, { ...waits, withSequence: { count: String(WAITING_STEPS) } }]] }, // prettier-ignore
          { name: 'wait', inputs: { parameters: [{ name: 'text' }] }, suspend: {} },
          { name: 'bad', container: { image: BUSYBOX_IMAGE, command: ['sh', '-c', 'exit 4'], resources: { requests } } }, // prettier-ignore
        ],
      });
      const object = await find(name);
      await reports.until('its failed step', () => workflow(object)?.steps?.failed === 1);
      const { status } = await find(name);
      expect(status?.nodes).toBeUndefined();
      const packed = gunzipSync(Buffer.from(status?.compressedNodes ?? '', 'base64')).toString();
      expect(packed.length).toBeGreaterThan(2 ** 20);
      const nodes = Object.values(JSON.parse(packed) as Readonly<Record<string, ArgoNode>>);
      const workers = nodes.filter(({ type }) => type === 'Pod' || type === 'Suspend');
      const inPhase = (phase: string): number => workers.filter((node) => node.phase === phase).length;
      expect(workers).toHaveLength(WAITING_STEPS + 1);
      expect(workflow(object)).toMatchObject({
        phase: 'RUNNING',
        stepsUnavailable: null,
        steps: {
          total: workers.length,
          failed: inPhase('Failed'),
          running: inPhase('Running'),
          pending: inPhase('Pending'),
        },
      });
      // As many as are kept of one workflow, and those that failed before others.
      const steps = stepsOf(object);
      expect(steps).toHaveLength(100);
      expect(steps.filter(({ phase }) => phase === WorkflowStepPhase.FAILED)).toMatchObject([
        { name: 'bad', exitCode: 4, template: 'bad', cluster: 'platform', podName: expect.stringContaining(name) as string }, // prettier-ignore
      ]);
      const names = new Set(workers.map(({ displayName }) => displayName));
      expect(steps.filter((step) => !names.has(step.name))).toEqual([]);
      expect(JSON.stringify(steps)).not.toContain(LONG_TEXT);
      await remove(name);
      await reports.until('it is gone', () => workflow(object) === undefined && stepsOf(object).length === 0);
    } finally {
      await remove(name);
    }
  });

  it('reports a workflow that is over once, and keeps little of it', async () => {
    await startSettled();
    try {
      const first = await submitIdle('idle-1');
      await reports.until('its end', () => workflow(first)?.phase === WorkflowPhase.SUCCEEDED);
      const reportsOf = ({ metadata }: ArgoObject): number =>
        reports.events.filter(({ id }) => id === resourceId(ResourceKind.WORKFLOW, SYSTEM, metadata.uid)).length;
      const before = reportsOf(first);
      await platform.kubectl(['label', 'workflow', 'idle-1', OF_WORKFLOWS, 'vitals.test/archived=yes']);
      // What is heard of this one was written after that.
      const second = await submitIdle('idle-2');
      await reports.until('the next one', () => workflow(second)?.phase === WorkflowPhase.SUCCEEDED);
      expect(reportsOf(first)).toBe(before);
      const text = JSON.stringify(await find('idle-1'));
      const bytes = bytesOfEach(text);
      process.stdout.write(`a finished workflow costs ${bytes} bytes\n`);
      expect(bytes).toBeLessThan(1_000);
    } finally {
      await remove('idle-1', 'idle-2');
    }
  });
});

const COPIES = 5_000;

/** How much of the heap what is kept of a finished workflow takes: its facts, and its place in the books. */
function bytesOfEach(text: string): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const book = new WorkflowBook(SYSTEM, 7_200_000, false);
  const place = { system: SYSTEM, cluster: 'platform', interner: new Interner(), clockSkew: () => 0 };
  const facts = new Map<string, unknown>();
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const see = (index: number): void => {
    // As each comes from the API server: no text of it is another's.
    const raw = JSON.parse(text) as NonNullable<RawWorkflow>;
    const uid = `${index}-${raw.metadata?.uid ?? ''}`;
    Object.assign(raw.metadata ?? {}, { uid, name: `${raw.metadata?.name ?? ''}-${index}` });
    const object = projectWorkflow(raw, place);
    for (const event of book.take({ type: 'upsert', uid, object }, systemClock.now()))
      if ('facts' in event) facts.set(`${event.id}/${event.aspect}`, event.facts);
  };
  see(-1);
  const before = used();
  for (let index = 0; index < COPIES; index += 1) see(index);
  const bytes = Math.round((used() - before) / COPIES);
  expect(facts.size).toBeGreaterThan(COPIES);
  // Until here all of it is needed.
  expect(book.load.running).toBe(0);
  return bytes;
}
