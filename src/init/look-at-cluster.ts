import { KubernetesConnection } from '../clients/kubernetes-connection.js';
import { KubernetesError, type KubernetesErrorKind } from '../clients/kubernetes-error.js';
import { ConfigurationError } from '../config/configuration-error.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import type { Target } from './kubeconfig.js';
import { type Look, lookAt } from './look.js';

/** For each request. */
const DEADLINE: Milliseconds = 10 * SECOND;

/** Nobody answers where the cluster should be. */
export class ClusterSilent extends Error {
  override readonly name = 'ClusterSilent';
}

/** Nobody said a word: what was named may be right. */
const UNHEARD: ReadonlySet<KubernetesErrorKind> = new Set(['unreachable', 'hindered', 'timeout']);

/** Looks at a cluster. @throws ClusterSilent; ConfigurationError where what was named cannot be used, or lets nobody in */
export async function lookAtCluster(target: Target, deadline: Milliseconds = DEADLINE): Promise<Look> {
  const { kubeconfig } = target;
  const access = kubeconfig === null ? {} : { kubeconfig: kubeconfig.path, context: kubeconfig.context };
  let connection: KubernetesConnection | null = null;
  try {
    connection = new KubernetesConnection(access);
    return await lookAt(connection, deadline);
  } catch (error) {
    if (!(error instanceof KubernetesError)) throw error;
    const message = `${nameOf(target)}: ${error.message}`;
    throw UNHEARD.has(error.kind) ? new ClusterSilent(message) : new ConfigurationError(message);
  } finally {
    connection?.close();
  }
}

/** As people know it. */
export function nameOf({ kubeconfig }: Target): string {
  return kubeconfig === null ? 'the cluster around this pod' : `context "${kubeconfig.context}" of ${kubeconfig.path}`;
}
