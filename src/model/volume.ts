import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { ResourceId } from './ids.js';
import type { SupportKind } from './kinds.js';
import { type RegistryRecord, Resource } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant } from './time.js';
import type { SelectorTerm } from './workload.js';

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A PersistentVolume.' })
export class Volume extends Resource {
  @Field(() => String, { nullable: true, description: 'Its storage class.' })
  storageClass!: string | null;

  @Field(() => String, { nullable: true, description: 'The CSI driver, or the kind of volume built into Kubernetes.' })
  driver!: string | null;

  /** Pending, Available, Bound, Released, Failed. */
  phase!: string;
  phaseMessage!: string | null;

  /** `spec.csi.volumeHandle`. */
  handle!: string | null;

  /** Bytes that the volume claims to have. */
  declaredBytes!: number | null;

  /** The claim it is bound to. */
  claimRef!: { readonly id: ResourceId | null; readonly namespace: string; readonly name: string } | null;

  accessModes!: readonly string[];

  /** Required node affinity: alternatives of terms that must all hold. Empty: any node. */
  nodeAlternatives!: readonly (readonly SelectorTerm[])[];

  /** Zones named by its node affinity; empty where it names none. */
  zoneNames!: readonly string[];

  createdAt!: Instant;
  deletingSince!: Instant | null;
  finalizers!: readonly string[];
}

/** Numbers of a file system; null where they are not known. */
export interface FileSystemUsage {
  readonly capacityBytes: number | null;
  readonly usedBytes: number | null;
  readonly availableBytes: number | null;
  readonly inodes: number | null;
  readonly inodesFree: number | null;
}

/** Aspect `usage` of a claim: what the kubelet of a pod that mounts it says of its file system. */
export interface ClaimUsage extends FileSystemUsage {
  /** Why there are no numbers; null when there are. */
  readonly unavailable: string | null;
  /** While there are no numbers: those of before, seen when the aspect was. Absent where there never were any. */
  readonly last?: FileSystemUsage;
}

export enum ClaimPhase {
  PENDING = 'PENDING',
  BOUND = 'BOUND',
  LOST = 'LOST',
}

registerEnumType(ClaimPhase, {
  name: 'ClaimPhase',
  description: 'The phase Kubernetes gives a claim.',
  valuesConfig: {
    PENDING: { description: 'Has no volume yet.' },
    BOUND: { description: 'Has its volume.' },
    LOST: { description: 'Its volume is gone.' },
  },
});

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A PersistentVolumeClaim.' })
export class Claim extends Resource {
  declare namespace: string;

  @Field(() => ClaimPhase, { description: 'The phase Kubernetes gives it.' })
  phase!: ClaimPhase;

  @Field(() => Float, { description: 'Bytes asked for.' })
  requestedBytes!: number;

  @Field(() => String, { nullable: true, description: 'Its storage class.' })
  storageClass!: string | null;

  volumeName!: string | null;
  createdAt!: Instant;
  deletingSince!: Instant | null;
  finalizers!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: 'What Kubernetes last said of an attempt to attach or detach.' })
export class AttachmentError {
  @Field({ description: 'The message of the driver.' })
  message!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was written; every retry rewrites it.' })
  at!: Instant | null;
}

@ObjectType({ simpleResolvers: true, description: 'A volume on a node, or on its way there.' })
export class VolumeAttachment implements RegistryRecord {
  id!: ResourceId;
  kind!: SupportKind.VOLUME_ATTACHMENT;
  name!: string;
  system!: string;
  namespace!: null;

  @Field({ description: 'The node it is for.' })
  nodeName!: string;

  @Field({ description: 'The driver says it is attached.' })
  isAttached!: boolean;

  @Field(() => AttachmentError, { nullable: true, description: 'Why it cannot be attached.' })
  attachError!: AttachmentError | null;

  @Field(() => AttachmentError, { nullable: true, description: 'Why it cannot be detached.' })
  detachError!: AttachmentError | null;

  volumeName!: string | null;
  attacher!: string;
  createdAt!: Instant;

  /** Set once it is to be detached. */
  deletingSince!: Instant | null;

  /** When an error of this attachment was first seen, whatever the attacher rewrites since; null without one. */
  errorSince!: Instant | null;
}

export interface StorageClass extends RegistryRecord {
  readonly kind: SupportKind.STORAGE_CLASS;
  readonly provisioner: string;
  readonly waitsForConsumer: boolean;
  readonly isDefault: boolean;
}
