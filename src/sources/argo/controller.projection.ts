import type { V1ConfigMap, V1Container, V1Deployment, V1Lease } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { type Place, timeOf } from '../../clients/kubernetes-projection.js';
import { type Raw, listOf, numberOf, textOf, textsOf } from '../../clients/kubernetes-raw-object.js';
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
  /** The only namespaces whose workflows it minds; null: those of all. */
  readonly managedNamespaces: readonly string[] | null;
}

const IMAGE = 'workflow-controller';

export function projectProgram(raw: Raw<V1Deployment>): ControllerProgram {
  const containers = listOf(raw?.spec?.template?.spec?.containers).map((container) => ({
    container,
    image: imageOf(textOf(container.image)),
  }));
  // Beside it there may be others, such as a proxy of a service mesh.
  const own =
    containers.find(({ image }) => image.name === IMAGE) ?? (containers.length === 1 ? containers[0] : undefined);
  return {
    version: bounded(own?.image.tag ?? null),
    managedNamespaces: managedBy(own?.container, textOf(raw?.metadata?.namespace)),
  };
}

/** Of "registry:5000/argoproj/workflow-controller:v3.7.4@sha256:…": the last part of its name, and its tag. */
function imageOf(image: string | null): { readonly name: string; readonly tag: string | null } {
  const [whole = ''] = (image ?? '').split('@');
  const [name = '', tag = ''] = (whole.split('/').at(-1) ?? '').split(':');
  return { name, tag: /\d/.test(tag) ? tag : null };
}

/** As Go reads a flag that is yes or no. */
const YES = /^(?:1|t|true)$/i;

/** What else is told for one, such as `$(NAMESPACE)`, becomes one where nobody sees it. */
const NAMESPACE = /^[a-z0-9-]{1,63}$/;

/** It minds its own namespace where it is told that it is to mind but some, and not which. */
function managedBy(container: Raw<V1Container>, own: string | null): readonly string[] | null {
  if (!YES.test(settingOf(container, 'namespaced', () => 'true'))) return null;
  const told = settingOf(container, 'managed-namespace', (next) => next);
  const names = (told === '' ? (own ?? '') : told).split(',').map((name) => name.trim());
  return names.every((name) => NAMESPACE.test(name)) ? names : null;
}

/**
 * What a setting of the program is: its flag, and where it has none, its variable (ARGO_NAMESPACED, ARGO_MANAGED_NAMESPACE). Empty
 * where it has neither.
 * @param alone what a flag without `=` says, before the word that is next
 */
function settingOf(container: Raw<V1Container>, name: string, alone: (next: string) => string): string {
  const words = [...textsOf(container?.command), ...textsOf(container?.args)];
  // The last one counts.
  const at = words.findLastIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (at >= 0) return words[at]?.split('=')[1] ?? alone(words[at + 1] ?? '');
  const variable = `ARGO_${name.toUpperCase().replaceAll('-', '_')}`;
  return textOf(listOf(container?.env).find((one) => one.name === variable)?.value) ?? '';
}

export function projectLease(raw: Raw<V1Lease>, place: Place): WorkflowLease {
  const holder = bounded(textOf(raw?.spec?.holderIdentity));
  return { holder, renewedAt: timeOf(raw?.spec?.renewTime, place) };
}
