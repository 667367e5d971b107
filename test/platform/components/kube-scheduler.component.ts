import { daemon } from '../support/daemon.js';
import { missingAt } from '../support/probe.js';
import { kubernetesPrograms } from './kubernetes-programs.js';

export const kubeScheduler = daemon({
  name: 'kube-scheduler',
  needs: ['kube-apiserver'],
  goModule: kubernetesPrograms,
  command: (platform) => [
    platform.program('kube-scheduler'),
    `--kubeconfig=${platform.adminKubeconfig}`,
    '--bind-address=127.0.0.1',
    '--leader-elect=false',
    '--kube-api-qps=300',
    '--kube-api-burst=600',
  ],
  missing: (platform) => missingAt(platform, 'https://127.0.0.1:10259/healthz'),
});
