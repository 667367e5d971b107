import { daemon } from '../support/daemon.js';
import { missingAt } from '../support/probe.js';
import { kubernetesPrograms } from './kubernetes-programs.js';

export const kubeControllerManager = daemon({
  name: 'kube-controller-manager',
  needs: ['kube-apiserver'],
  goModule: kubernetesPrograms,
  command: (platform) => [
    platform.program('kube-controller-manager'),
    `--kubeconfig=${platform.adminKubeconfig}`,
    `--service-account-private-key-file=${platform.state('pki', 'sa.key')}`,
    `--root-ca-file=${platform.state('pki', 'ca.crt')}`,
    '--bind-address=127.0.0.1',
    '--leader-elect=false',
    // A lost node shows in seconds, not in the 50 s of the default.
    '--node-monitor-grace-period=12s',
    '--node-monitor-period=2s',
    // A claim is bound when a volume appears, not up to 15 s later.
    '--pvclaimbinder-sync-period=2s',
    // 20 requests a second by default: thousands of pods would take many minutes.
    '--kube-api-qps=300',
    '--kube-api-burst=600',
  ],
  missing: (platform) => missingAt(platform, 'https://127.0.0.1:10257/healthz'),
});
