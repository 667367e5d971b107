import type { V1ConfigMap, V1Deployment, V1Lease } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { type Place, timeOf } from '../../clients/kubernetes-projection.js';
import { type Raw, listOf, numberOf, textOf } from '../../clients/kubernetes-raw-object.js';
import { bounded } from '../../model/bounded.js';
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

/** What the controller's Deployment says of its program. */
export interface ControllerProgram {
  /** Null: its image has no tag that tells. */
  readonly version: string | null;
}

const IMAGE = 'workflow-controller';

export function projectProgram(raw: Raw<V1Deployment>): ControllerProgram {
  const images = listOf(raw?.spec?.template?.spec?.containers).map((container) => imageOf(textOf(container.image)));
  // Beside it there may be others, such as a proxy of a service mesh.
  const own = images.find(({ name }) => name === IMAGE) ?? (images.length === 1 ? images[0] : undefined);
  return { version: bounded(own?.tag ?? null) };
}

/** Of "registry:5000/argoproj/workflow-controller:v3.7.4@sha256:…": the last part of its name, and its tag. */
function imageOf(image: string | null): { readonly name: string; readonly tag: string | null } {
  const [whole = ''] = (image ?? '').split('@');
  const [name = '', tag = ''] = (whole.split('/').at(-1) ?? '').split(':');
  return { name, tag: /\d/.test(tag) ? tag : null };
}

export function projectLease(raw: Raw<V1Lease>, place: Place): WorkflowLease {
  const holder = bounded(textOf(raw?.spec?.holderIdentity));
  return { holder, renewedAt: timeOf(raw?.spec?.renewTime, place) };
}
