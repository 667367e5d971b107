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

export const workloadFaults: readonly Fault[] = [workloadShort, jobFailed];
