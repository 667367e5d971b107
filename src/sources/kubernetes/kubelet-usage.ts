import type { SourceEvent } from '../../model/facts.js';
import { type ResourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { NodeUsage } from '../../model/node.js';
import type { ContainerUsage, PodUsage } from '../../model/pod.js';
import type { Instant } from '../../model/time.js';
import type { ClaimUsage, FileSystemUsage } from '../../model/volume.js';
import type { ClusterInventory, KubeletTarget } from './cluster-inventory.js';
import { CounterRates, isNewer } from './counter-rates.js';
import { containerKey } from './kubelet-metrics.parser.js';
import type { KubeletAnswer } from './kubelet-scrape.js';
import type { NodeSummary, PodStats } from './kubelet-summary.parser.js';
import { podId } from './kubernetes.ids.js';

const NODE_KEY = '';

interface Mount {
  readonly claim: ResourceId;
  readonly pod: ResourceId;
}

interface Sample<Facts> {
  /** When it was taken, by the kubelet's clock. */
  readonly at: Instant | null;
  readonly facts: Facts;
  readonly observedAt: Instant;
}

/** What is remembered of one kubelet between its answers, and what they mean. */
export class KubeletUsage {
  private readonly rates = new CounterRates();
  /** The newest samples that were reported: rules judge by them while the kubelet is lost. */
  private readonly podSamples = new Map<ResourceId, Sample<PodUsage>>();
  private readonly claimSamples = new Map<ResourceId, Sample<ClaimUsage>>();
  /** Pods of the last answer. */
  private pods: ReadonlySet<ResourceId> = new Set();
  /** Claims of the last answer, once for each pod that mounts them: another kubelet may tell of them by now. */
  private mounts: readonly Mount[] = [];
  /** Whose numbers were said to be unavailable, since the kubelet last answered, and why. */
  private readonly told = new Set<ResourceId>();
  private toldReason: string | null = null;

  constructor(
    private readonly system: string,
    private readonly target: KubeletTarget,
    private readonly inventory: ClusterInventory,
  ) {}

  /** Reports what is new: an old sample given again is no second observation. */
  take(answer: KubeletAnswer & { readonly summary: NodeSummary }, now: Instant): readonly SourceEvent[] {
    if (this.told.size > 0) {
      this.podSamples.clear();
      this.claimSamples.clear();
    }
    this.told.clear();
    const events = [
      this.nodeUsage(answer, now),
      ...answer.summary.pods.flatMap((pod) => this.podUsage(pod, answer, now)),
      ...this.claimUsages(answer.summary, now),
      ...this.endedPods(answer.summary),
    ];
    this.rates.turn();
    return events;
  }

  /** Says once of each that there are no numbers, and why, and what the last ones were and of when. */
  unavailable(reason: string, now: Instant): readonly SourceEvent[] {
    if (reason !== this.toldReason) this.told.clear();
    this.toldReason = reason;
    const isNew = (id: ResourceId): boolean => !this.told.has(id) && this.told.add(id).has(id);
    const present = this.inventory.podsOn(this.target.nodeName);
    const pods = [...present].filter(isNew);
    const claims = this.mounts.flatMap(({ claim, pod }) => (present.has(pod) && isNew(claim) ? [claim] : []));
    const node = isNew(this.target.nodeId) ? [nodeEvent(this.target.nodeId, noNodeUsage(reason), now)] : [];
    return [
      ...node,
      ...pods.map((id) => this.lostPod(id, reason, now)),
      ...claims.map((id) => this.lostClaim(id, reason, now)),
    ];
  }

  private lostPod(id: ResourceId, unavailable: string, now: Instant): SourceEvent {
    const last = this.podSamples.get(id);
    if (last === undefined) return podEvent(id, { containers: [], unavailable }, now);
    return podEvent(id, { containers: [], unavailable, last: last.facts.containers }, last.observedAt);
  }

  private lostClaim(id: ResourceId, unavailable: string, now: Instant): SourceEvent {
    const last = this.claimSamples.get(id);
    if (last === undefined) return claimEvent(id, { ...NO_CLAIM_USAGE, unavailable }, now);
    return claimEvent(id, { ...NO_CLAIM_USAGE, unavailable, last: last.facts }, last.observedAt);
  }

  private nodeUsage({ summary, resource }: KubeletAnswer, now: Instant): SourceEvent {
    const usage: NodeUsage = {
      cpuCores: this.rates.rate(NODE_KEY, resource?.nodeCpuSeconds),
      workingSetBytes: resource?.nodeWorkingSetBytes?.value ?? null,
      fsCapacityBytes: summary?.fs?.capacityBytes ?? null,
      fsAvailableBytes: summary?.fs?.availableBytes ?? null,
      unavailable: null,
    };
    return nodeEvent(this.target.nodeId, usage, now);
  }

  private podUsage(pod: PodStats, answer: KubeletAnswer, now: Instant): readonly SourceEvent[] {
    const id = podId(this.system, this.inventory, pod.uid);
    const usages = pod.containers.map((container) => this.containerUsage(pod, container, answer));
    const times = pod.containers.map(
      ({ name, memoryAt }) => answer.resource?.containers.get(keyOf(pod, name))?.workingSetBytes?.at ?? memoryAt ?? 0,
    );
    const at = Math.max(0, ...times) as Instant;
    if (!isNew(at, this.podSamples.get(id))) return [];
    const { missing } = answer;
    const facts = { containers: usages, unavailable: null, ...(missing && { missing }) };
    this.podSamples.set(id, { at, facts, observedAt: now });
    return [podEvent(id, facts, now)];
  }

  private containerUsage(
    pod: PodStats,
    { name, rssBytes, ioPressure60 }: PodStats['containers'][number],
    { resource, cadvisor }: KubeletAnswer,
  ): ContainerUsage {
    const key = keyOf(pod, name);
    const resources = resource?.containers.get(key);
    const pressure = cadvisor?.get(key);
    return {
      name,
      cpuCores: this.rates.rate(`${pod.uid}/${name}`, resources?.cpuSeconds),
      workingSetBytes: resources?.workingSetBytes?.value ?? null,
      rssBytes,
      activeFileBytes: pressure?.activeFileBytes?.value ?? null,
      cfsPeriods: pressure?.cfsPeriods?.value ?? null,
      cfsThrottledPeriods: pressure?.cfsThrottledPeriods?.value ?? null,
      ioPressure60,
    };
  }

  private *claimUsages({ pods }: NodeSummary, now: Instant): Generator<SourceEvent> {
    const mounts: Mount[] = [];
    for (const { uid, claims } of pods) {
      const pod = podId(this.system, this.inventory, uid);
      for (const { namespace, name, at, ...stats } of claims) {
        const claim = this.inventory.claimId(namespace, name);
        if (claim === undefined) continue;
        mounts.push({ claim, pod });
        if (!isNew(at, this.claimSamples.get(claim))) continue;
        const facts = { ...stats, unavailable: null };
        this.claimSamples.set(claim, { at, facts, observedAt: now });
        yield claimEvent(claim, facts, now);
      }
    }
    const present = new Set(mounts.map(({ claim }) => claim));
    for (const { claim } of this.mounts) if (!present.has(claim)) this.claimSamples.delete(claim);
    this.mounts = mounts;
  }

  /** A pod that is over has no usage, though its record is still there. A claim keeps what it holds without a pod. */
  private *endedPods({ pods }: NodeSummary): Generator<SourceEvent> {
    const present = new Set(pods.map(({ uid }) => podId(this.system, this.inventory, uid)));
    for (const id of this.pods) {
      if (present.has(id)) continue;
      this.podSamples.delete(id);
      yield { id, kind: ResourceKind.POD, goneAspect: 'usage' };
    }
    this.pods = present;
  }
}

function isNew(at: Instant | null, before: Sample<unknown> | undefined): boolean {
  return before === undefined || at === null || before.at === null || isNewer(at, before.at);
}

const NO_CLAIM_USAGE: FileSystemUsage = {
  capacityBytes: null,
  usedBytes: null,
  availableBytes: null,
  inodes: null,
  inodesFree: null,
};

function noNodeUsage(unavailable: string): NodeUsage {
  return { cpuCores: null, workingSetBytes: null, fsCapacityBytes: null, fsAvailableBytes: null, unavailable };
}

function keyOf({ namespace, name }: PodStats, container: string): string {
  return containerKey(namespace, name, container);
}

function nodeEvent(id: ResourceId, facts: NodeUsage, observedAt: Instant): SourceEvent {
  return { id, kind: ResourceKind.NODE, aspect: 'usage', facts, observedAt };
}

const UNASKED: PodUsage = Object.freeze({ containers: [], unavailable: 'not configured' });

/** Of a pod whose kubelet nobody asks. */
export function unaskedUsage(id: ResourceId): SourceEvent {
  return podEvent(id, UNASKED, null);
}

function podEvent(id: ResourceId, facts: PodUsage, observedAt: Instant | null): SourceEvent {
  return { id, kind: ResourceKind.POD, aspect: 'usage', facts, observedAt };
}

function claimEvent(id: ResourceId, facts: ClaimUsage, observedAt: Instant): SourceEvent {
  return { id, kind: ResourceKind.CLAIM, aspect: 'usage', facts, observedAt };
}
