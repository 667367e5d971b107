import { ResourceKind } from '../../../model/kinds.js';
import type { Node } from '../../../model/node.js';
import type { Seen } from '../../../model/rule.js';
import { type Workload, WorkloadType, type ZonalNeed } from '../../../model/workload.js';
import { matchesAlternatives, matchesLabels, toleratesAll } from './node-matching.js';
import { ZoneNodes } from './zone-nodes.js';
import { type ZoneTenants, tenantsOf } from './zone-tenants.js';

type SeenZone = Seen<ResourceKind.ZONE>;

/** Who needs nodes in a zone, and how many it has. */
export interface NodeNeed {
  /** A name of its own within the zone: that of a node group, or `namespace/name` of a workload. */
  readonly subject: string;
  /** For people: why. */
  readonly because: string;
  readonly required: number;
  /** Nodes of the zone that it can use now: of the right sort, Ready and not cordoned. */
  readonly usable: number;
}

const WORDS: Readonly<Record<ZonalNeed['because'], string>> = {
  TOPOLOGY_SPREAD: 'it must spread over the zones',
  ANTI_AFFINITY: 'its replicas keep out of each other’s zones',
  ZONAL_VOLUMES: 'it has volumes here',
};

/** All needs for nodes of this zone: of configured groups, and of workloads that demand zones. */
export function needsOf(zone: SeenZone): readonly NodeNeed[] {
  const nodes = new ZoneNodes();
  const groups = groupsOf(zone).map(({ name, selector, requiredPerZone }): NodeNeed => ({
    subject: name,
    because: 'so many are configured for each zone',
    required: requiredPerZone,
    usable: nodes.countUsable(zone, JSON.stringify(selector), ({ labels }) => matchesLabels(labels, selector)),
  }));
  const zones = zone.set('zones', ResourceKind.ZONE);
  const view: View = { zone, zones, nodes, tenants: tenantsOf(zone) };
  const workloads = zone
    .set('zonalNeeds', ResourceKind.WORKLOAD)
    .map(({ main }) => needOf(view, main))
    .filter((need) => need !== null);
  return [...groups.filter(({ required }) => required > 0), ...workloads];
}

/** Whether whoever needs nodes under that name could use this one, were it Ready and not cordoned. */
export function couldServe(zone: SeenZone, subject: string | null, node: Node): boolean {
  const group = groupsOf(zone).find(({ name }) => name === subject);
  if (group !== undefined) return matchesLabels(node.labels, group.selector);
  return zone
    .set('zonalNeeds', ResourceKind.WORKLOAD)
    .some(({ main }) => main.zonalNeed !== null && nameOf(main) === subject && suits(main.zonalNeed, node));
}

/** What is worked out once for all needs of a zone. */
interface View {
  readonly zone: SeenZone;
  readonly zones: readonly SeenZone[];
  readonly nodes: ZoneNodes;
  readonly tenants: ZoneTenants;
}

function groupsOf(zone: SeenZone) {
  return zone.set('clusters', ResourceKind.CLUSTER).flatMap(({ main }) => main.nodeGroups);
}

function nameOf({ namespace, name }: Workload): string {
  return `${namespace}/${name}`;
}

function suits({ nodeAlternatives, tolerations }: ZonalNeed, { labels, taintList }: Node): boolean {
  return matchesAlternatives(labels, nodeAlternatives) && toleratesAll(taintList, tolerations);
}

function needOf(view: View, workload: Workload): NodeNeed | null {
  const { zone, nodes } = view;
  const { zonalNeed: need, deletingSince } = workload;
  if (need === null || need.replicas === 0 || deletingSince !== null || !mayBeIn(need, zone.main.name)) return null;
  const zones = domainsOf(view, need);
  const placement = JSON.stringify([need.nodeAlternatives, need.tolerations]);
  const usableIn = (one: SeenZone): number => nodes.countUsable(one, placement, (node) => suits(need, node));
  const isNeeded =
    need.because === 'ZONAL_VOLUMES'
      ? hasVolumesHere(view.tenants, workload, need.replicas)
      : zones.includes(zone) &&
        // Fewer replicas than zones leave some zone empty by design: all is well while enough others can take them.
        (need.replicas >= zones.length || zones.filter((one) => usableIn(one) > 0).length < need.replicas);
  if (!isNeeded) return null;
  return {
    subject: nameOf(workload),
    because: WORDS[need.because],
    required: need.excludesByHost ? Math.ceil(need.replicas / Math.max(1, zones.length)) : 1,
    usable: usableIn(zone),
  };
}

/**
 * The zones that the scheduler counts for it: those with a node that its selector and affinity allow, ready or not, for taints
 * are no matter by default. A zone without any node may have had one. A zone of other nodes is none, unless there is no
 * right node anywhere, or replicas that keep out of each other's zones have too few.
 */
function domainsOf({ zones, nodes }: View, need: ZonalNeed): readonly SeenZone[] {
  const { because, nodeAlternatives, replicas } = need;
  const allowed = zones.filter(({ main }) => mayBeIn(need, main.name));
  if (nodeAlternatives.length === 0) return allowed;
  const sort = JSON.stringify(nodeAlternatives);
  const has = (zone: SeenZone): boolean =>
    nodes.hasAny(zone, sort, ({ labels }) => matchesAlternatives(labels, nodeAlternatives));
  if (!allowed.some(has)) return allowed;
  const domains = allowed.filter((zone) => nodes.isEmpty(zone) || has(zone));
  return because === 'ANTI_AFFINITY' && replicas > domains.length ? allowed : domains;
}

/** A node affinity that names other zones only: nothing is needed here. */
function mayBeIn({ nodeAlternatives }: ZonalNeed, zone: string): boolean {
  if (nodeAlternatives.length === 0) return true;
  return nodeAlternatives.some((terms) => {
    const zonal = terms.filter(({ key }) => key.endsWith('/zone'));
    return zonal.every((term) => matchesAlternatives({ [term.key]: zone }, [[term]]));
  });
}

function hasVolumesHere(tenants: ZoneTenants, workload: Workload, replicas: number): boolean {
  if (tenants.controllers.has(workload.id)) return true;
  if (workload.type !== WorkloadType.STATEFUL_SET) return false;
  // Claims of replicas that are no longer wanted stay behind.
  return workload.claimTemplates.some(
    (template) =>
      (tenants.firstOrdinals.get(`${workload.namespace}/${template}-${workload.name}`) ?? replicas) < replicas,
  );
}
