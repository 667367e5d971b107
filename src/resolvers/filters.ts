import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { FindingReason } from '../model/finding-reason.js';
import { HealthStatus, Severity } from '../model/health.js';
import { ConsumerGroupState } from '../model/kafka.js';
import { ConnectorState, ConnectorType } from '../model/kafka-connect.js';
import { ResourceKind } from '../model/kinds.js';
import { PodPhase } from '../model/pod.js';
import { DateTimeScalar } from '../model/scalars.js';
import type { Instant } from '../model/time.js';
import { ClaimPhase } from '../model/volume.js';
import { WorkflowPhase } from '../model/workflow.js';
import { WorkloadType } from '../model/workload.js';
import type { Registry } from '../registry/registry.js';
import { badInput, repeated } from './bad-input.js';

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which end comes first.',
  valuesConfig: { ASC: { description: 'The smallest first.' }, DESC: { description: 'The largest first.' } },
});

const ALL_HOLD = 'Fields given are all to hold; lists mean any of.';

/** What every list of resources can be narrowed by. */
@InputType()
export abstract class ResourceFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Clusters or configured systems, by name; one that is not configured is an error.',
  })
  clusters?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Name; `*` stands for any characters, `?` for one.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A Kubernetes label selector, such as `app=web,tier in (a, b)`.',
  })
  labels?: string | null;

  @Field(() => [HealthStatus], { nullable: true, description: 'Statuses, as they are shown.' })
  status?: HealthStatus[] | null;

  @Field(() => [FindingReason], {
    nullable: true,
    description: 'Resources with a finding of these reasons that is not ignored.',
  })
  reasons?: FindingReason[] | null;
}

@InputType()
export abstract class NamespacedFilter extends ResourceFilter {
  @Field(() => [String], { nullable: true, description: 'Namespaces, by name.' })
  namespaces?: string[] | null;
}

@InputType({ description: ALL_HOLD })
export class PodFilter extends NamespacedFilter {
  @Field(() => [String], { nullable: true, description: 'Nodes they are bound to, by name.' })
  nodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Zones of their nodes, by name.' })
  zones?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The workload they belong to, at the top of its owners.' })
  workloadId?: string | null;

  @Field(() => [PodPhase], { nullable: true, description: 'Phases.' })
  phase?: PodPhase[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Some container ended, and was started again, since then.',
  })
  restartedSince?: Instant | null;
}

@InputType({ description: ALL_HOLD })
export class NodeFilter extends ResourceFilter {
  @Field(() => [String], { nullable: true, description: 'Zones, by name.' })
  zones?: string[] | null;
}

@InputType({ description: ALL_HOLD })
export class ZoneFilter extends ResourceFilter {}

@InputType({ description: ALL_HOLD })
export class NamespaceFilter extends ResourceFilter {}

@InputType({ description: ALL_HOLD })
export class VolumeFilter extends ResourceFilter {
  @Field(() => [String], { nullable: true, description: 'Storage classes, by name.' })
  storageClasses?: string[] | null;
}

@InputType({ description: ALL_HOLD })
export class ClaimFilter extends NamespacedFilter {
  @Field(() => [ClaimPhase], { nullable: true, description: 'Phases.' })
  phase?: ClaimPhase[] | null;
}

@InputType({ description: ALL_HOLD })
export class WorkloadFilter extends NamespacedFilter {
  @Field(() => [WorkloadType], {
    nullable: true,
    description: 'Which controllers. Without it, those that no other one owns.',
  })
  types?: WorkloadType[] | null;
}

@InputType({ description: ALL_HOLD })
export class ReplicatedTableFilter extends ResourceFilter {
  @Field(() => [String], { nullable: true, description: 'Databases within the servers, by name.' })
  databases?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Shards, by name.' })
  shards?: string[] | null;
}

@InputType({ description: ALL_HOLD })
export class RouteFilter extends ResourceFilter {
  @Field(() => [String], { nullable: true, description: 'Hosts that were asked for.' })
  hosts?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'What answers, in the proxy’s words.' })
  services?: string[] | null;
}

@InputType({ description: ALL_HOLD })
export class TopicFilter extends ResourceFilter {
  @Field(() => Boolean, { nullable: true, description: 'Kafka’s own, or all others.' })
  isInternal?: boolean | null;
}

@InputType({ description: ALL_HOLD })
export class ConsumerGroupFilter extends ResourceFilter {
  @Field(() => [ConsumerGroupState], { nullable: true, description: 'What they do.' })
  states?: ConsumerGroupState[] | null;

  @Field(() => [String], { nullable: true, description: 'Topics in which they have committed something, by name.' })
  topics?: string[] | null;
}

@InputType({ description: ALL_HOLD })
export class ConnectorFilter extends ResourceFilter {
  @Field(() => [ConnectorType], { nullable: true, description: 'Which way they move records.' })
  types?: ConnectorType[] | null;

  @Field(() => [ConnectorState], { nullable: true, description: 'What they do.' })
  states?: ConnectorState[] | null;
}

@InputType({ description: ALL_HOLD })
export class ConnectorTaskFilter extends ResourceFilter {
  @Field(() => [ConnectorState], { nullable: true, description: 'What they do.' })
  states?: ConnectorState[] | null;
}

@InputType({ description: ALL_HOLD })
export class WorkflowFilter extends NamespacedFilter {
  @Field(() => [WorkflowPhase], { nullable: true, description: 'Phases.' })
  phase?: WorkflowPhase[] | null;

  @Field(() => [String], { nullable: true, description: 'What they are runs of: see `template`.' })
  templates?: string[] | null;
}

@InputType({ description: ALL_HOLD })
export class FindingFilter {
  @Field(() => Severity, { nullable: true, description: 'This severity and worse.' })
  minSeverity?: Severity | null;

  @Field(() => [FindingReason], { nullable: true, description: 'Reasons.' })
  reasons?: FindingReason[] | null;

  @Field(() => [ResourceKind], { nullable: true, description: 'Kinds of the resources they are about.' })
  kinds?: ResourceKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Clusters or configured systems, by name; one that is not configured is an error.',
  })
  clusters?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Who looks after the resource.' })
  teams?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Namespaces, by name.' })
  namespaces?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are told by themselves: see `Finding.isRoot`.',
  })
  rootsOnly?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Also those that configuration asks to ignore.' })
  includeIgnored?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Those that began since then.' })
  since?: Instant | null;
}

@InputType({ description: 'Matches when the state before *or* after matches, so that a recovery is heard too.' })
export class ChangeFilter {
  @Field(() => [ResourceKind], { nullable: true, description: 'Kinds of resources.' })
  kinds?: ResourceKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Clusters or configured systems, by name; one that is not configured is an error.',
  })
  clusters?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Namespaces, by name.' })
  namespaces?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Resources, by id.' })
  resourceIds?: string[] | null;

  @Field(() => [HealthStatus], { nullable: true, description: 'Statuses.' })
  status?: HealthStatus[] | null;

  @Field(() => [FindingReason], { nullable: true, description: 'Reasons of findings that are not ignored.' })
  reasons?: FindingReason[] | null;

  @Field(() => Severity, { nullable: true, description: 'A finding of this severity or worse that is not ignored.' })
  minSeverity?: Severity | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'A finding that was told by itself (`Finding.isRoot`) when the change happened, and not ignored. One that becomes a root ' +
      'later, as what it followed from is over, or is none any more, has not changed itself and is no change: `findings` ' +
      'with `rootsOnly` says which are roots now.',
  })
  rootsOnly?: boolean | null;
}

/** Whether a value is among those asked for; no list asks for nothing. */
export function isAmong<T>(wanted: readonly T[] | null | undefined, value: T): boolean {
  return wanted == null || wanted.includes(value);
}

/** What is asked for, to be held against very many; null: everything. */
export function setOf<T>(wanted: readonly T[] | null | undefined): ReadonlySet<T> | null {
  return wanted == null ? null : new Set(wanted);
}

/** Whether a value is in such a set; one that there is not is only where everything is asked for. */
export function isIn<T>(wanted: ReadonlySet<T> | null, value: T | null): boolean {
  return wanted === null || (value !== null && wanted.has(value));
}

/** The system of none is a slip of the pen: an empty list would say that it was looked at, and nothing found. */
export function refuseUnknown(clusters: readonly string[] | null | undefined, registry: Registry): void {
  if (clusters == null || clusters.length === 0) return;
  const known = registry.systems();
  const unknown = clusters.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const names = [...known].sort().join(', ');
  throw badInput(`clusters: no cluster or system is called "${repeated(unknown)}"; there are ${names}.`);
}
