import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import { Zone } from '../model/cluster.js';
import { VolumeDevice } from '../model/host.js';
import { ResourceKind, SupportKind } from '../model/kinds.js';
import { Node } from '../model/node.js';
import { Pod } from '../model/pod.js';
import { DateTimeScalar } from '../model/scalars.js';
import { SignalName } from '../model/signal-name.js';
import { DAY, type Instant, type Milliseconds, SECOND, after } from '../model/time.js';
import { Claim, type ClaimPhase, type ClaimUsage, Volume, VolumeAttachment } from '../model/volume.js';
import { boundClaim } from '../model/volume-claim.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { type Condition, among } from './conditions.js';
import { type Connection, PageArgs } from './connection.js';
import { ClaimConnection, VolumeConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { ClaimFilter, VolumeFilter } from './filters.js';
import { byName, entryOf, isObtained, list, obtained } from './listing.js';
import { ResourceOrder, VolumeOrder, resourceOrdering } from './orders.js';
import { measuredNumber } from './measured.js';
import type { Optional } from './optional.js';

/** Beyond it, a rate of today says nothing. */
const HORIZON: Milliseconds = 3_653 * DAY;

type VolumeEntry = Entry<ResourceKind.VOLUME>;

@Resolver(() => Volume)
export class VolumeResolver {
  @Query(() => VolumeConnection, { nullable: true, description: 'PersistentVolumes of all clusters.' })
  volumes(
    @Arg('filter', () => VolumeFilter, { nullable: true, description: 'Which volumes.' })
    filter: Optional<VolumeFilter>,
    @Arg('orderBy', () => VolumeOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<VolumeOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Volume>> {
    const { registry } = context;
    const measures = { USED: (entry: Entry) => usedShare(entry as unknown as VolumeEntry) };
    const records = obtained(registry, ResourceKind.VOLUME, filter?.clusters);
    const ordering = resourceOrdering('volumes', orderBy, measures);
    return list({ records, filter, condition: volumeCondition(filter), ordering }, page, context);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Bytes of the file system where it is mounted; of the claim where it is not.',
  })
  capacityBytes(@Root() volume: Volume, @Ctx() { registry }: GraphContext): number | null {
    return usage(registry, volume)?.capacityBytes ?? volume.declaredBytes;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Bytes in use; null where it is not mounted or the kubelet has not said.',
  })
  usedBytes(@Root() volume: Volume, @Ctx() { registry }: GraphContext): number | null {
    return usage(registry, volume)?.usedBytes ?? null;
  }

  @FieldResolver(() => Float, { nullable: true, description: 'Bytes that are free; null where not known.' })
  freeBytes(@Root() volume: Volume, @Ctx() { registry }: GraphContext): number | null {
    return usage(registry, volume)?.availableBytes ?? null;
  }

  @FieldResolver(() => Float, { nullable: true, description: 'Files it can still hold; null where not known.' })
  inodesFree(@Root() volume: Volume, @Ctx() { registry }: GraphContext): number | null {
    return usage(registry, volume)?.inodesFree ?? null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'At the present rate, when it is full; null where it does not fill within ten years.',
  })
  fullAt(@Root() { id }: Volume, @Ctx() context: GraphContext): Instant | null {
    const left = measuredNumber(context.registry.get(id), SignalName.VOLUME_FILL_RATE, context);
    return left === null || left * SECOND > HORIZON ? null : after(context.clock.now(), left * SECOND);
  }

  @FieldResolver(() => [Zone], { description: 'Zones in which it can be used; empty where it can be used in all.' })
  zones(@Root() volume: Volume, @Ctx() { registry }: GraphContext): readonly Zone[] {
    return (entryOf(registry, ResourceKind.VOLUME, volume)?.all('volumeZone', ResourceKind.ZONE) ?? []).map(
      ({ main }) => main,
    );
  }

  @FieldResolver(() => Claim, { nullable: true, description: 'The claim that it is bound to.' })
  claim(@Root() volume: Volume, @Ctx() { registry }: GraphContext): Claim | null {
    const entry = entryOf(registry, ResourceKind.VOLUME, volume);
    return entry === undefined ? null : (claimOf(entry)?.main ?? null);
  }

  @FieldResolver(() => [VolumeAttachment], {
    nullable: true,
    description: 'Nodes it is on, or on its way to; null where that cannot be seen.',
  })
  attachments(@Root() volume: Volume, @Ctx() { registry }: GraphContext): readonly VolumeAttachment[] | null {
    if (!isObtained(registry, SupportKind.VOLUME_ATTACHMENT, volume.system)) return null;
    return (
      entryOf(registry, ResourceKind.VOLUME, volume)?.from('attachedVolume', SupportKind.VOLUME_ATTACHMENT) ?? []
    ).map(({ main }) => main);
  }

  @FieldResolver(() => [VolumeDevice], {
    description: 'The disk behind it, once for each sort of metrics that tells of it; empty where none does.',
  })
  devices(@Root() volume: Volume, @Ctx() { registry }: GraphContext): readonly VolumeDevice[] {
    const entry = entryOf(registry, ResourceKind.VOLUME, volume);
    return (entry?.all('device', SupportKind.VOLUME_DEVICE) ?? []).map(({ main }) => main);
  }

  @FieldResolver(() => [Pod], { nullable: true, description: 'Pods that mount it; null where pods were never listed.' })
  pods(@Root() volume: Volume, @Ctx() { registry }: GraphContext): readonly Pod[] | null {
    if (!isObtained(registry, ResourceKind.POD, volume.system)) return null;
    const entry = entryOf(registry, ResourceKind.VOLUME, volume);
    const claim = entry === undefined ? undefined : claimOf(entry);
    return byName(claim?.from('claim', ResourceKind.POD) ?? []);
  }
}

@Resolver(() => VolumeAttachment)
export class VolumeAttachmentResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'The node it is for; null once that is gone.' })
  node(@Root() { id }: VolumeAttachment, @Ctx() { registry }: GraphContext): Node | null {
    const entry = registry.resolve(id) as Entry<SupportKind.VOLUME_ATTACHMENT> | undefined;
    return entry?.one('attachedNode', ResourceKind.NODE)?.main ?? null;
  }
}

@Resolver(() => Claim)
export class ClaimResolver {
  @Query(() => ClaimConnection, { nullable: true, description: 'PersistentVolumeClaims of all clusters.' })
  claims(
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which claims.' }) filter: Optional<ClaimFilter>,
    @Arg('orderBy', () => ResourceOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ResourceOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Claim>> {
    const { registry } = context;
    const records = obtained(registry, ResourceKind.CLAIM, filter?.clusters);
    const condition = among<Entry<ResourceKind.CLAIM>, ClaimPhase>(filter?.phase, ({ main }) => main.phase);
    return list({ records, filter, condition, ordering: resourceOrdering('claims', orderBy) }, page, context);
  }

  @FieldResolver(() => Volume, { nullable: true, description: 'The volume that it is bound to.' })
  volume(@Root() claim: Claim, @Ctx() { registry }: GraphContext): Volume | null {
    const volume = entryOf(registry, ResourceKind.CLAIM, claim)?.one('volume', ResourceKind.VOLUME);
    return volume !== undefined && claimOf(volume)?.id === claim.id ? volume.main : null;
  }

  @FieldResolver(() => [Pod], { nullable: true, description: 'Pods that mount it; null where pods were never listed.' })
  pods(@Root() claim: Claim, @Ctx() { registry }: GraphContext): readonly Pod[] | null {
    if (!isObtained(registry, ResourceKind.POD, claim.system)) return null;
    return byName(entryOf(registry, ResourceKind.CLAIM, claim)?.from('claim', ResourceKind.POD) ?? []);
  }
}

function claimOf(volume: VolumeEntry): Entry<ResourceKind.CLAIM> | undefined {
  return boundClaim(volume, volume.from('volume', ResourceKind.CLAIM));
}

function usage(registry: Registry, volume: Volume): ClaimUsage | null {
  const entry = entryOf(registry, ResourceKind.VOLUME, volume);
  return (entry === undefined ? undefined : claimOf(entry)?.aspect('usage')?.facts) ?? null;
}

function usedShare(volume: VolumeEntry): number | null {
  const { usedBytes = null, capacityBytes = null } = claimOf(volume)?.aspect('usage')?.facts ?? {};
  return usedBytes === null || capacityBytes === null || capacityBytes === 0 ? null : usedBytes / capacityBytes;
}

function volumeCondition(filter: Optional<VolumeFilter>): Condition<VolumeEntry> {
  return among(filter?.storageClasses, ({ main }) => main.storageClass ?? '');
}
