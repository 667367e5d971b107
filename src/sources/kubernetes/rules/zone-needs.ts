import { ResourceKind } from '../../../model/kinds.js';
import type { Node } from '../../../model/node.js';
import type { Seen } from '../../../model/rule.js';
import { type Workload, WorkloadType, type ZonalNeed } from '../../../model/workload.js';
import { isUsable, matchesAlternatives, matchesLabels, toleratesAll } from './node-matching.js';

type SeenZone = Seen<ResourceKind.ZONE>;
type SeenVolume = Seen<ResourceKind.VOLUME>;

/** Who needs nodes in a zone, how many, and which will do. */
export interface NodeNeed {
  /** A name of its own within the zone: that of a node group, or `namespace/name` of a workload. */
  readonly subject: string;
  /** For people: why. */
  readonly because: string;
  readonly required: number;
  /** Whether it could use the node if that were Ready and not cordoned. */
  readonly suits: (node: Node) => boolean;
}

const WORDS: Readonly<Record<ZonalNeed['because'], string>> = {
  TOPOLOGY_SPREAD: 'it must spread over the zones',
  ANTI_AFFINITY: 'its replicas keep out of each other’s zones',
  ZONAL_VOLUMES: 'it has volumes here',
};

/** All needs for nodes of this zone: of configured groups, and of workloads that demand zones. */
export function needsOf(zone: SeenZone): readonly NodeNeed[] {
  const groups = zone
    .set('clusters', ResourceKind.CLUSTER)
    .flatMap(({ main }) => main.nodeGroups)
    .map(({ name, selector, requiredPerZone }): NodeNeed => ({
      subject: name,
      because: 'so many are configured for each zone',
      required: requiredPerZone,
      suits: ({ labels }) => matchesLabels(labels, selector),
    }));
  const workloads = zone.set('zonalNeeds', ResourceKind.WORKLOAD).flatMap((workload) => needOf(zone, workload) ?? []);
  return [...groups, ...workloads].filter(({ required }) => required > 0);
}

/** Nodes of the zone that the need can use now. */
export function usableFor(zone: SeenZone, { suits }: NodeNeed): number {
  return zone.from('zone', ResourceKind.NODE).filter(({ main }) => isUsable(main) && suits(main)).length;
}

function needOf(zone: SeenZone, { id, main }: Seen<ResourceKind.WORKLOAD>): NodeNeed | null {
  const { zonalNeed: need, deletingSince } = main;
  if (need === null || need.replicas === 0 || deletingSince !== null || !mayBeIn(need, zone.main.name)) return null;
  const suits = ({ labels, taintList }: Node): boolean =>
    matchesAlternatives(labels, need.nodeAlternatives) && toleratesAll(taintList, need.tolerations);
  const isNeeded =
    need.because === 'ZONAL_VOLUMES'
      ? zone.from('volumeZone', ResourceKind.VOLUME).some((volume) => isOf(volume, id, main))
      : needsEveryZone(zone, need, suits);
  if (!isNeeded) return null;
  const zones = zone.set('zones', ResourceKind.ZONE).filter(({ main: { name } }) => mayBeIn(need, name)).length;
  return {
    subject: `${main.namespace}/${main.name}`,
    because: WORDS[need.because],
    required: need.excludesByHost ? Math.ceil(need.replicas / Math.max(1, zones)) : 1,
    suits,
  };
}

/** A node affinity that names other zones only: nothing is needed here. */
function mayBeIn({ nodeAlternatives }: ZonalNeed, zone: string): boolean {
  if (nodeAlternatives.length === 0) return true;
  return nodeAlternatives.some((terms) => {
    const zonal = terms.filter(({ key }) => key.endsWith('/zone'));
    return zonal.every((term) => matchesAlternatives({ [term.key]: zone }, [[term]]));
  });
}

/** Fewer replicas than zones leave some zone empty by design: all is well while enough others can take them. */
function needsEveryZone(zone: SeenZone, need: ZonalNeed, suits: NodeNeed['suits']): boolean {
  const zones = zone.set('zones', ResourceKind.ZONE).filter(({ main }) => mayBeIn(need, main.name));
  if (need.replicas >= zones.length) return true;
  const able = zones.filter((one) =>
    one.from('zone', ResourceKind.NODE).some(({ main }) => isUsable(main) && suits(main)),
  );
  return able.length < need.replicas;
}

/** Whether a volume belongs to a workload: by the name of its claim, or because one of the workload's pods mounts it. */
function isOf(volume: SeenVolume, id: Workload['id'], { type, namespace, name, claimTemplates }: Workload): boolean {
  const { claimRef, phase } = volume.main;
  if (claimRef?.namespace !== namespace || phase !== 'Bound') return false;
  const isTemplated = claimTemplates.some(
    (template) =>
      claimRef.name.startsWith(`${template}-${name}-`) &&
      /^\d+$/.test(claimRef.name.slice(template.length + name.length + 2)),
  );
  if (type === WorkloadType.STATEFUL_SET && isTemplated) return true;
  return volume
    .from('volume', ResourceKind.CLAIM)
    .flatMap((claim) => claim.from('claim', ResourceKind.POD))
    .some((pod) => {
      const owner = pod.one('owner', ResourceKind.WORKLOAD);
      return owner?.id === id || owner?.main.owner?.id === id;
    });
}
