import type { Node, Taint } from '../../../model/node.js';
import type { Labels } from '../../../model/resource.js';
import type { SelectorTerm, Toleration } from '../../../model/workload.js';

/** Whether labels fit one of the alternatives, as the scheduler reads a required node affinity. None: any node does. */
export function matchesAlternatives(labels: Labels, alternatives: readonly (readonly SelectorTerm[])[]): boolean {
  return alternatives.length === 0 || alternatives.some((terms) => terms.every((term) => matchesTerm(labels, term)));
}

function matchesTerm(labels: Labels, { key, operator, values }: SelectorTerm): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
  }
}

export function matchesLabels(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}

/** Whether nothing but a preference keeps a pod with these tolerations away. */
export function toleratesAll(taints: readonly Taint[], tolerations: readonly Toleration[]): boolean {
  return taints
    .filter(({ effect }) => effect !== 'PreferNoSchedule')
    .every((taint) => tolerations.some((toleration) => tolerates(toleration, taint)));
}

function tolerates({ key, operator, value, effect }: Toleration, taint: Taint): boolean {
  if (effect !== null && effect !== taint.effect) return false;
  if (key === null) return operator === 'Exists';
  return key === taint.key && (operator === 'Exists' || (value ?? '') === (taint.value ?? ''));
}

/** Takes new pods: Ready, not cordoned and not on its way out. */
export function isUsable({ isReady, isSchedulable, deletingSince }: Node): boolean {
  return isReady === true && isSchedulable && deletingSince === null;
}
