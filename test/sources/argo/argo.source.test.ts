import { systemClock } from '../../../src/model/clock.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import { type Workflow, type WorkflowEngine, type WorkflowLease, WorkflowPhase } from '../../../src/model/workflow.js';
import { argoConfigSchema } from '../../../src/sources/argo/argo.config.js';
import { createArgoSource } from '../../../src/sources/argo/argo.source.js';
import { podNameOf } from '../../../src/sources/argo/pod-name.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SourceReports } from '../../support/source-reports.js';
import { FAILED, SUCCEEDED, SYSTEM, node, rawWorkflow } from './argo-objects.js';
import { ENGINE, workflowNamed } from './argo-world.js';
import { SmallApiServer } from './small-api-server.js';

let server: SmallApiServer;
let reports: SourceReports;
let source: RunningSource | null = null;

beforeEach(async () => {
  server = await SmallApiServer.start();
  reports = new SourceReports(systemClock);
});

afterEach(async () => {
  await source?.stop();
  source = null;
  await server.close();
});

async function start(more: object = {}): Promise<RunningSource> {
  const kubeconfig = await server.kubeconfig();
  const started = createArgoSource(argoConfigSchema.parse({ name: SYSTEM, kubeconfig, ...more }), reports.context);
  source = started;
  started.start();
  const sights = () => reports.source(started.id).sights;
  await reports.until('all is seen', () => sights().every(({ state, kind }) => state !== 'starting' || kind === null));
  return started;
}

const engine = (): WorkflowEngine => reports.of(ENGINE) as WorkflowEngine;
const workflow = (uid: string): Workflow => reports.of(workflowNamed(uid)) as Workflow;
const stepOf = (uid: string, name: string) => resourceId(ResourceKind.WORKFLOW_STEP, SYSTEM, `${uid}/${name}`);
const reportsOf = (uid: string): number => reports.events.filter(({ id }) => id === workflowNamed(uid)).length;

describe('the source of workflows', () => {
  it('begins with itself and the engine, unseen', async () => {
    const kubeconfig = await server.kubeconfig();
    source = createArgoSource(argoConfigSchema.parse({ name: SYSTEM, kubeconfig, parallelism: 7 }), reports.context);
    source.start();
    expect(reports.batches[0]).toMatchObject([
      { id: source.id, facts: { name: 'argo/pipelines', state: 'starting', partOf: 'workflows' } },
      { id: ENGINE, observedAt: null, facts: { parallelism: 7, queued: 0 } },
    ]);
  });

  it('reports workflows, their steps, cron workflows, the limit and the lease', async () => {
    server.put('workflows', rawWorkflow({ nodes: [node('load.a', { phase: 'Running' })] }));
    server.put('workflows', rawWorkflow({ name: 'late', status: { phase: 'Pending', startedAt: null } }));
    server.put('workflows', rawWorkflow({ name: 'done', status: SUCCEEDED }));
    const meta = { uid: 'c', name: 'c', namespace: 'argo', creationTimestamp: '2026-01-01T00:00:00Z' };
    server.put('cronworkflows', { metadata: { ...meta, namespace: 'data' }, spec: { schedule: '* * * * *' } });
    server.put('configmaps', { metadata: meta, data: { parallelism: '2', namespaceParallelism: '1' } });
    const spec = { holderIdentity: 'controller-0', renewTime: '2026-01-01T00:00:00.000000Z' };
    server.put('leases', { metadata: meta, spec });
    const containers = [{ name: 'controller', image: 'quay.io/argoproj/workflow-controller:v3.7.4' }];
    server.put('deployments', { metadata: meta, spec: { template: { spec: { containers } } } });
    await start({ kubernetes: { cluster: 'prod' } });
    await reports.until('the limit', () => engine().isParallelismKnown && engine().controllerPod !== null);
    await reports.until('the version', () => engine().version === 'v3.7.4');
    expect(engine()).toMatchObject({ parallelism: 2, hasNamespaceLimit: true, queued: 1, running: 1, slotsTaken: 1 });
    expect(engine().controllerPod).toEqual({ namespace: 'argo', name: 'controller-0' });
    expect((reports.of(ENGINE, 'lease') as WorkflowLease).holder).toBe('controller-0');
    await reports.until('its Lease is seen', () => engine().leaseUnavailable === null);
    expect(workflow('late')).toMatchObject({ phase: WorkflowPhase.PENDING, isNextInLine: true });
    expect(reports.of(stepOf('load', 'load.a'))).toMatchObject({
      name: 'a',
      cluster: 'prod',
      podName: podNameOf('load', { id: 'load.a', name: 'load.a', template: 'work' }, 'v2'),
    });
    expect(reports.of(resourceId(SupportKind.CRON_WORKFLOW, SYSTEM, 'c'))).toMatchObject({ schedules: ['* * * * *'] });
    server.remove('deployments', 'c');
    await reports.until('it is not known any more', () => engine().version === null);
    server.remove('workflows', 'load');
    await reports.until('it is gone', () => reports.of(stepOf('load', 'load.a')) === undefined);
    expect(workflow('load')).toBeUndefined();
  });

  it('knows which namespaces its controller minds', async () => {
    const created = { namespace: 'data', creationTimestamp: '2026-01-01T00:00:00Z' };
    server.put('workflows', rawWorkflow({ name: 'new', status: { phase: undefined, startedAt: null } }));
    const containers = [{ name: 'controller', args: ['--namespaced', '--managed-namespace', 'other'] }];
    const deployment = { uid: 'd', name: 'd', ...created, namespace: 'argo' };
    server.put('deployments', { metadata: deployment, spec: { template: { spec: { containers } } } });
    await start();
    await reports.until('that is known', () => engine().managedNamespaces?.join() === 'other');
    expect(workflow('new')).toMatchObject({ phase: WorkflowPhase.NEW, isNextInLine: false });
    // Not for a moment was it taken for one that waits for this controller.
    const untouched = reports.events.filter((event) => event.id === ENGINE && 'facts' in event && (event.facts as WorkflowEngine).untouchedSince !== null); // prettier-ignore
    expect(untouched).toEqual([]);
    server.remove('deployments', 'd');
    await reports.until('it minds all', () => engine().untouchedSince !== null);
    expect(engine()).toMatchObject({ managedNamespaces: null, queued: 1 });
  });

  it('has seen the engine where there is nothing at all', async () => {
    const { id } = await start();
    await reports.until('the engine', () => reports.events.some((event) => event.id === ENGINE && 'observedAt' in event && event.observedAt !== null)); // prettier-ignore
    // Whether its API server answers is asked beside it.
    await reports.until('the source', () => reports.source(id).state === 'ok');
  });

  it('looks only where it is told, and only at what its controller minds', async () => {
    await start({ namespaces: ['a', 'b'], instanceId: 'blue', controllerNamespace: 'ops' });
    await reports.until('everything is asked for', () => server.asked.filter((path) => path.includes('/ops/')).length === 3); // prettier-ignore
    const places = server.asked.filter((path) => path.includes('workflows?')).map((path) => path.split('&')[0]);
    const selector = 'labelSelector=workflows.argoproj.io%2Fcontroller-instanceid%3Dblue';
    for (const place of ['a', 'b'])
      expect(places).toContain(`/apis/argoproj.io/v1alpha1/namespaces/${place}/workflows?${selector}`);
    expect(server.asked.some((path) => path.includes('workflow-controller-blue'))).toBe(true);
  });

  it('reports a workflow that is over once, whatever is written into it later', async () => {
    server.put('workflows', rawWorkflow({ name: 'done', status: SUCCEEDED }));
    await start();
    const before = reportsOf('done');
    server.put(
      'workflows',
      rawWorkflow({ name: 'done', metadata: { labels: { archived: 'yes' } }, status: SUCCEEDED }),
    );
    server.put('workflows', rawWorkflow({ name: 'next' }));
    await reports.until('the next one', () => reportsOf('next') > 0);
    expect(reportsOf('done')).toBe(before);
  });

  it('goes on with the rest where one thing may not be seen', async () => {
    server.refused.set('configmaps', 403).set('leases', 403);
    server.put('workflows', rawWorkflow());
    const { id } = await start();
    const state = (subject: string) => reports.sight(id, subject)?.state;
    await reports.until('it is said', () => state('configmap workflow-controller-configmap') === 'forbidden');
    expect(state('workflows')).toBe('ok');
    await reports.until('that of its Lease, too', () => engine().leaseUnavailable === 'forbidden');
    expect(engine()).toMatchObject({ running: 1, isParallelismKnown: false });
  });

  it('says that there is no Argo Workflows in a cluster', async () => {
    server.refused.set('workflows', 404);
    const { id } = await start();
    const sight = () => reports.sight(id, 'workflows');
    await reports.until('it is said', () => sight()?.state === 'invalid');
    expect(sight()).toMatchObject({ kind: ResourceKind.WORKFLOW });
    expect(sight()?.message).toMatch(/cannot (list|watch) workflows.argoproj.io: 404/);
  });
});

describe('steps that the engine keeps elsewhere', () => {
  const offloaded = (more: object = {}) =>
    rawWorkflow({ status: { nodes: undefined, offloadNodeStatusVersion: 'fnv:1', ...more } });
  const whole = rawWorkflow({ nodes: [node('load.a', { phase: 'Failed' })] });

  it('are unknown where no Argo server is configured', async () => {
    server.put('workflows', offloaded());
    await start();
    expect(workflow('load')).toMatchObject({ steps: null, stepsUnavailable: 'not configured' });
  });

  it('are asked for, with a token, and again when the workflow changes', async () => {
    const tokens: unknown[] = [];
    server.argoServer = (path, { authorization }) => {
      tokens.push(authorization);
      return { status: 200, body: path.endsWith('/data/load') ? whole : {} };
    };
    server.put('workflows', offloaded());
    const { id } = await start({ server: { url: `${server.url}/`, token: 'secret' } });
    await reports.until('steps', () => workflow('load').steps?.failed === 1);
    expect(reports.of(stepOf('load', 'load.a'))).toMatchObject({ name: 'a' });
    expect(reports.sight(id, 'argo server')?.state).toBe('ok');
    server.put('workflows', offloaded({ ...FAILED, offloadNodeStatusVersion: 'fnv:2' }));
    await reports.until('the end', () => workflow('load').phase === WorkflowPhase.FAILED);
    await reports.until('they are asked for again', () => tokens.length === 2 && workflow('load').steps?.failed === 1);
    expect(tokens).toEqual(['Bearer secret', 'Bearer secret']);
  });

  it.each<[string, number, unknown, string, string]>([
    ['is refused', 403, {}, 'forbidden', 'forbidden'],
    ['gets something else', 200, '<html>', 'invalid', 'probe failed'],
    ['gets no workflow', 200, {}, 'invalid', 'probe failed'],
    ['gets half of one', 200, '{"metadata": {"name"', 'invalid', 'probe failed'],
  ])('are unknown with the reason where whoever asks %s', async (_, status, body, state, why) => {
    server.argoServer = () => ({ status, body });
    server.put('workflows', offloaded());
    const { id } = await start({ server: { url: server.url, token: 'secret' } });
    await reports.until('it is said', () => workflow('load').stepsUnavailable === why);
    const sight = reports.sight(id, 'argo server');
    expect(sight?.state).toBe(state);
    expect(sight?.message).not.toContain('secret');
    expect(workflow('load').steps).toBeNull();
  });

  it('are waited for where the server knows no such workflow, which is an answer', async () => {
    server.argoServer = () => ({ status: 404, body: {} });
    server.put('workflows', offloaded());
    const { id } = await start({ server: { url: server.url, token: 'secret' } });
    await reports.until('it has answered', () => reports.sight(id, 'argo server')?.state === 'ok');
    expect(workflow('load')).toMatchObject({ steps: null, stepsUnavailable: 'warming up' });
  });

  it('are forbidden where a file of ours for TLS cannot be read', async () => {
    server.put('workflows', offloaded());
    const { id } = await start({ server: { url: 'https://127.0.0.1:1', token: 'secret', tls: { ca: '/nowhere' } } });
    await reports.until('it is said', () => workflow('load').stepsUnavailable === 'forbidden');
    expect(reports.sight(id, 'argo server')).toMatchObject({
      state: 'forbidden',
      message: 'The CA file cannot be read (ENOENT).',
    });
  });
});

describe('a kubeconfig that cannot be read', () => {
  it('is said at once', () => {
    const config = argoConfigSchema.parse({ name: SYSTEM, kubeconfig: '/nowhere' });
    expect(() => createArgoSource(config, reports.context)).toThrow('cannot read kubeconfig /nowhere');
  });
});
