import type { V1ConfigMap, V1Lease } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { type Place, timeOf } from '../../clients/kubernetes-projection.js';
import { type Raw, numberOf, textOf } from '../../clients/kubernetes-raw-object.js';
import type { WorkflowLease } from '../../model/workflow.js';

/** What the controller's ConfigMap says of how much may run at once; 0 and nothing mean that there is no limit. */
export interface ControllerLimits {
  readonly parallelism: number | null;
  readonly hasNamespaceLimit: boolean;
}

/** Each setting is an entry of its own; of old, all of them were one text under `config`. */
export function projectControllerLimits(raw: Raw<V1ConfigMap>): ControllerLimits {
  const data = raw?.data ?? {};
  const old = parsed(data['config']);
  const settings = typeof old === 'object' && old !== null ? (old as Readonly<Record<string, unknown>>) : {};
  const read = (name: string): number | null => {
    const value = numberOf(parsed(data[name]) ?? settings[name]);
    return value === null || value <= 0 ? null : value;
  };
  return { parallelism: read('parallelism'), hasNamespaceLimit: read('namespaceParallelism') !== null };
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return parse(text) as unknown;
  } catch {
    return null;
  }
}

export function projectLease(raw: Raw<V1Lease>, place: Place): WorkflowLease {
  const holder = textOf(raw?.spec?.holderIdentity);
  return { holder, renewedAt: timeOf(raw?.spec?.renewTime, place) };
}
