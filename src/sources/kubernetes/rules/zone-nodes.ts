import { getOrMake } from '../../../model/get-or-make.js';
import type { ResourceId } from '../../../model/ids.js';
import { ResourceKind } from '../../../model/kinds.js';
import type { Node } from '../../../model/node.js';
import type { Seen } from '../../../model/rule.js';
import { isUsable } from './node-matching.js';

type SeenZone = Seen<ResourceKind.ZONE>;

/** Nodes of zones, looked at once per sort of node: in a large cluster very many ask for the same few sorts. */
export class ZoneNodes {
  private readonly nodes = new Map<ResourceId, readonly Node[]>();
  private readonly usable = new Map<ResourceId, readonly Node[]>();
  private readonly counts = new Map<string, number>();
  private readonly answers = new Map<string, boolean>();

  /**
   * How many of them can be used now.
   *
   * @param sort says in one word what `suits` looks for
   */
  countUsable(zone: SeenZone, sort: string, suits: (node: Node) => boolean): number {
    return getOrMake(this.counts, `${zone.id} ${sort}`, () => this.usableOf(zone).filter(suits).length);
  }

  /** Whether any of them, well or not, is of that sort. */
  hasAny(zone: SeenZone, sort: string, suits: (node: Node) => boolean): boolean {
    return getOrMake(this.answers, `${zone.id} ${sort}`, () => this.of(zone).some(suits));
  }

  isEmpty(zone: SeenZone): boolean {
    return this.of(zone).length === 0;
  }

  private usableOf(zone: SeenZone): readonly Node[] {
    return getOrMake(this.usable, zone.id, () => this.of(zone).filter(isUsable));
  }

  private of(zone: SeenZone): readonly Node[] {
    return getOrMake(this.nodes, zone.id, () => zone.from('zone', ResourceKind.NODE).map(({ main }) => main));
  }
}
