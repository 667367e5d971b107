import type { ResourceId } from '../../../model/ids.js';
import { ResourceKind } from '../../../model/kinds.js';
import type { Node } from '../../../model/node.js';
import type { Seen } from '../../../model/rule.js';
import { isUsable } from './node-matching.js';

/** Usable nodes of zones, counted once per sort of node: in a large cluster very many ask for the same few sorts. */
export class UsableNodes {
  private readonly nodes = new Map<ResourceId, readonly Node[]>();
  private readonly counts = new Map<string, number>();

  /** @param sort says in one word what `suits` looks for */
  count(zone: Seen<ResourceKind.ZONE>, sort: string, suits: (node: Node) => boolean): number {
    const key = `${zone.id} ${sort}`;
    let count = this.counts.get(key);
    if (count === undefined) this.counts.set(key, (count = this.in(zone).filter(suits).length));
    return count;
  }

  private in(zone: Seen<ResourceKind.ZONE>): readonly Node[] {
    let nodes = this.nodes.get(zone.id);
    if (nodes === undefined) {
      nodes = zone
        .from('zone', ResourceKind.NODE)
        .map(({ main }) => main)
        .filter(isUsable);
      this.nodes.set(zone.id, nodes);
    }
    return nodes;
  }
}
