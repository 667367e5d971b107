import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubeconfig } from './kubeconfig.js';
import { type Platform } from './platform.js';

export interface Account {
  readonly kubeconfigFile: string;
  readonly token: string;
}

const RBAC = { group: 'rbac.authorization.k8s.io', version: 'rbac.authorization.k8s.io/v1' };
const NAMESPACE = 'default';

/** Does something as one who may do what the rules allow in all namespaces, and nothing else; there is none such afterwards. */
export async function asAccount(
  platform: Platform,
  name: string,
  rules: readonly object[],
  act: (account: Account) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vitals-test-'));
  const subjects = [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }];
  const roleRef = { apiGroup: RBAC.group, kind: 'ClusterRole', name };
  await platform.applyObjects([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: NAMESPACE } },
    { apiVersion: RBAC.version, kind: 'ClusterRole', metadata: { name }, rules },
    { apiVersion: RBAC.version, kind: 'ClusterRoleBinding', metadata: { name }, roleRef, subjects },
  ]);
  try {
    const token = (await platform.kubectl(['create', 'token', name, `--namespace=${NAMESPACE}`])).trim();
    const kubeconfigFile = join(folder, 'kubeconfig');
    await writeFile(kubeconfigFile, kubeconfig(platform, { token }));
    await act({ kubeconfigFile, token });
  } finally {
    await platform.kubectl(['delete', `clusterrole/${name}`, `clusterrolebinding/${name}`]);
    await platform.kubectl(['delete', `serviceaccount/${name}`, `--namespace=${NAMESPACE}`]);
    await rm(folder, { recursive: true });
  }
}
