import type { Collection } from '../../clients/kubernetes-collection-watch.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import type { ArgoConfig } from './argo.config.js';

const API = '/apis/argoproj.io/v1alpha1';
const INSTANCE = 'workflows.argoproj.io/controller-instanceid';

interface ArgoCollections {
  /** One for each namespace, or one for all. */
  readonly workflows: readonly Collection[];
  readonly cronWorkflows: readonly Collection[];
  readonly lease: Collection;
  readonly configMap: Collection;
  readonly deployment: Collection;
}

/** Where everything of one controller is found. */
export function collectionsOf({
  namespaces,
  instanceId,
  controllerNamespace,
  configMap,
  deployment,
}: ArgoConfig): ArgoCollections {
  const selector = encodeURIComponent(instanceId === null ? `!${INSTANCE}` : `${INSTANCE}=${instanceId}`);
  const places = namespaces.length === 0 ? [null] : namespaces;
  const each = (resource: string, kind: Collection['kind']): readonly Collection[] =>
    places.map((namespace) => ({
      subject: namespace === null ? resource : `${resource} of ${namespace}`,
      resource: `${resource}.argoproj.io`,
      path: `${API}${namespace === null ? '' : `/namespaces/${namespace}`}/${resource}?labelSelector=${selector}`,
      kind,
    }));
  const one = (api: string, resource: string, group: string, name: string): Collection => ({
    subject: `${resource.slice(0, -1)} ${name}`,
    resource: `${resource}${group}`,
    // The permission for it names it, and so must the request.
    path: `${api}/namespaces/${controllerNamespace}/${resource}?fieldSelector=metadata.name%3D${name}`,
    kind: null,
  });
  const leaseName = instanceId === null ? 'workflow-controller' : `workflow-controller-${instanceId}`;
  return {
    workflows: each('workflows', ResourceKind.WORKFLOW),
    cronWorkflows: each('cronworkflows', SupportKind.CRON_WORKFLOW),
    lease: one('/apis/coordination.k8s.io/v1', 'leases', '.coordination.k8s.io', leaseName),
    configMap: one('/api/v1', 'configmaps', '', configMap),
    deployment: one('/apis/apps/v1', 'deployments', '.apps', deployment),
  };
}
