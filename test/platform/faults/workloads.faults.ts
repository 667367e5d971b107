import { type Fault } from './fault.js';
import { deployment, podSpec, remove, SHOP } from './shop.js';

const workloadShort: Fault = {
  name: 'workload-short',
  describe: 'two replicas that want the same port of the only real node → one of two ready',
  inject: (platform) => {
    const ports = [{ containerPort: 9000, hostPort: 9000 }];
    return platform.applyObjects([deployment('catalog', podSpec('catalog', ['sleep', 'infinity'], { ports }), 2)]);
  },
  repair: (platform) => remove(platform, 'deployment/catalog'),
  async evident(platform) {
    const ready = '--output=jsonpath={.items[?(@.metadata.name=="catalog")].status.readyReplicas}';
    return (await platform.kubectl(['get', 'deployments', `--namespace=${SHOP}`, ready])) === '1';
  },
};

const jobFailed: Fault = {
  name: 'job-failed',
  describe: 'a job that exits 1 and is not tried again → condition Failed',
  async inject(platform) {
    await remove(platform, 'job/import');
    const template = { spec: { ...podSpec('import', ['sh', '-c', 'exit 1']), restartPolicy: 'Never' } };
    const metadata = { name: 'import', namespace: SHOP };
    await platform.applyObjects([
      { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { backoffLimit: 0, template } },
    ]);
  },
  repair: (platform) => remove(platform, 'job/import'),
  async evident(platform) {
    const failed = '--output=jsonpath={.items[?(@.metadata.name=="import")].status.failed}';
    return (await platform.kubectl(['get', 'jobs', `--namespace=${SHOP}`, failed])) === '1';
  },
};

interface Conditions {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly status: { readonly conditions?: readonly { readonly type: string; readonly reason?: string }[] };
  }[];
}

const ROLLING = 'invoicing';

const rolloutStuck: Fault = {
  name: 'rollout-stuck',
  describe: 'a deployment whose pod does not get ready within its deadline of 5 s → ProgressDeadlineExceeded',
  inject(platform) {
    const readinessProbe = { httpGet: { path: '/', port: 8080 }, periodSeconds: 1 };
    const { spec, ...rest } = deployment(ROLLING, podSpec(ROLLING, ['sleep', 'infinity'], { readinessProbe }));
    return platform.applyObjects([{ ...rest, spec: { ...spec, progressDeadlineSeconds: 5 } }]);
  },
  repair: (platform) => remove(platform, `deployment/${ROLLING}`),
  async evident(platform) {
    const { items } = await platform.get<Conditions>('deployments', `--namespace=${SHOP}`);
    const conditions = items.find(({ metadata }) => metadata.name === ROLLING)?.status.conditions ?? [];
    return conditions.some(({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded');
  },
};

const HANGING = 'sync';

const jobHangs: Fault = {
  name: 'job-hangs',
  describe: 'a job that never ends, of a cron job that starts no second beside it → its schedule is missed',
  inject: (platform) => {
    const template = { spec: { ...podSpec(HANGING, ['sleep', 'infinity']), restartPolicy: 'Never' } };
    const spec = { schedule: '@every 10s', concurrencyPolicy: 'Forbid', jobTemplate: { spec: { template } } };
    const metadata = { name: HANGING, namespace: SHOP };
    return platform.applyObjects([{ apiVersion: 'batch/v1', kind: 'CronJob', metadata, spec }]);
  },
  repair: (platform) => remove(platform, `cronjob/${HANGING}`),
  async evident(platform) {
    const active = '--output=jsonpath={.items[?(@.metadata.name=="sync")].status.active}';
    return (await platform.kubectl(['get', 'cronjobs', `--namespace=${SHOP}`, active])) !== '';
  },
};

export const workloadFaults: readonly Fault[] = [workloadShort, jobFailed, rolloutStuck, jobHangs];
