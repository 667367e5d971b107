import type { V1Namespace } from '@kubernetes/client-node';
import type { Namespace } from '../../model/cluster.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Place, timeOf, identityOf } from '../../clients/kubernetes-projection.js';
import { type Raw } from '../../clients/kubernetes-raw-object.js';

export function projectNamespace(raw: Raw<V1Namespace>, place: Place): Namespace {
  return {
    ...identityOf(ResourceKind.NAMESPACE, raw?.metadata, place),
    namespace: null,
    createdAt: timeOf(raw?.metadata?.creationTimestamp, place),
  };
}
