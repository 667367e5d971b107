import { tryRun } from '../support/command.js';
import { daemon } from '../support/daemon.js';
import { setRule } from '../support/firewall.js';
import { type Platform } from '../support/platform.js';
import { ETCD_URL } from './etcd.component.js';
import { kubernetesPrograms } from './kubernetes-programs.js';
import { NODE_ADDRESS } from './namespace.component.js';

export const API_SERVER_PORT = 6443;
/** The first of the range of Services. */
const SERVICE_ADDRESS = '10.96.0.1';

function flags(platform: Platform): string[] {
  const file = (name: string): string => platform.state('pki', name);
  return [
    `--etcd-servers=${ETCD_URL}`,
    '--bind-address=0.0.0.0',
    `--advertise-address=${NODE_ADDRESS}`,
    `--secure-port=${API_SERVER_PORT}`,
    `--tls-cert-file=${file('apiserver.crt')}`,
    `--tls-private-key-file=${file('apiserver.key')}`,
    `--client-ca-file=${file('ca.crt')}`,
    `--service-account-key-file=${file('sa.pub')}`,
    `--service-account-signing-key-file=${file('sa.key')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    '--service-cluster-ip-range=10.96.0.0/16',
    '--authorization-mode=Node,RBAC',
    '--allow-privileged=true',
    `--kubelet-client-certificate=${file('admin.crt')}`,
    `--kubelet-client-key=${file('admin.key')}`,
    `--kubelet-certificate-authority=${file('ca.crt')}`,
    '--kubelet-preferred-address-types=InternalIP,Hostname',
    `--requestheader-client-ca-file=${file('ca.crt')}`,
    '--requestheader-username-headers=X-Remote-User',
    '--requestheader-group-headers=X-Remote-Group',
    '--requestheader-extra-headers-prefix=X-Remote-Extra-',
    `--proxy-client-cert-file=${file('admin.crt')}`,
    `--proxy-client-key-file=${file('admin.key')}`,
    '--enable-aggregator-routing=true',
  ];
}

/** As kube-proxy would: to pods and everybody else, the address of the API server's Service is the API server. */
async function leadThere(platform: Platform): Promise<void> {
  const rule = ['--destination', SERVICE_ADDRESS, '--protocol', 'tcp', '--dport', '443', '--jump', 'DNAT', '--to-destination', `${NODE_ADDRESS}:${API_SERVER_PORT}`]; // prettier-ignore
  for (const chain of ['PREROUTING', 'OUTPUT']) await setRule(platform, [chain, ...rule], true, 'nat');
}

export const kubeApiserver = daemon({
  name: 'kube-apiserver',
  needs: ['namespace', 'pki', 'etcd'],
  goModule: kubernetesPrograms,
  prepare: leadThere,
  command: (platform) => [platform.program('kube-apiserver'), ...flags(platform)],
  // It drains watches for up to a minute when asked to end.
  patience: 3_000,
  async missing(platform) {
    const kubectl = [platform.program('kubectl'), `--kubeconfig=${platform.adminKubeconfig}`, '--request-timeout=3s'];
    const command = platform.inNamespace([...kubectl, 'get', '--raw', '/readyz']);
    const { exitCode, errorOutput } = await tryRun(command, { timeout: 10_000 });
    return exitCode === 0 ? undefined : errorOutput.trim().slice(-500);
  },
});
