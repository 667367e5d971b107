import type { V1NodeSelector } from '@kubernetes/client-node';
import type { SelectorTerm } from '../../model/workload.js';
import type { Place } from '../../clients/kubernetes-projection.js';
import { type Raw, listOf, textOf, textsOf } from '../../clients/kubernetes-raw-object.js';

const OPERATORS: readonly SelectorTerm['operator'][] = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/**
 * The alternatives of a required node affinity. One without terms matches no node and is left out; terms over a node's fields
 * (only DaemonSets' pods carry them) are not labels and left out too.
 */
export function alternativesOf(
  selector: Raw<V1NodeSelector>,
  { interner }: Place,
): readonly (readonly SelectorTerm[])[] {
  return listOf(selector?.nodeSelectorTerms)
    .map(({ matchExpressions }) =>
      listOf(matchExpressions).flatMap(({ key, operator, values }): SelectorTerm[] => {
        const name = textOf(key);
        const known = OPERATORS.find((one) => one === operator);
        if (name === null || known === undefined) return [];
        return [
          { key: interner.text(name), operator: known, values: textsOf(values).map((value) => interner.text(value)) },
        ];
      }),
    )
    .filter((terms) => terms.length > 0);
}
