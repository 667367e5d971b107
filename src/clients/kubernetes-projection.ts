import type { V1Condition } from '@kubernetes/client-node';
import { resourceId } from '../model/ids.js';
import { type RecordKind, ResourceKind } from '../model/kinds.js';
import type { Condition } from '../model/node.js';
import type { Labels } from '../model/resource.js';
import { type Instant, type Milliseconds, after } from '../model/time.js';
import type { Interner, Owner } from './interner.js';
import {
  type Raw,
  type RawMeta,
  UnreadableObject,
  instantOf,
  listOf,
  requiredText,
  textEntriesOf,
  textOf,
  textsOf,
} from './kubernetes-raw-object.js';
import { withoutSecrets } from './without-secrets.js';

/** Where what is projected belongs. */
export interface Place {
  /** The configured name of the cluster. */
  readonly system: string;
  readonly interner: Interner;
  /** The cluster's clock less ours; without it, they go alike. */
  readonly clockSkew?: () => Milliseconds;
}

/** A time that the cluster wrote down, by our clock. */
export function timeOf(value: unknown, { clockSkew }: Place): Instant | null {
  const at = instantOf(value);
  return at === null || clockSkew === undefined ? at : after(at, -clockSkew());
}

/** Who an object is: the head of every record. */
export function identityOf<K extends RecordKind>(kind: K, meta: RawMeta, { system, interner }: Place) {
  const labels: Labels = interner.labels(textEntriesOf(meta?.labels));
  return {
    id: resourceId(kind, system, requiredText(meta?.uid, 'uid')),
    kind,
    name: requiredText(meta?.name, 'name'),
    system,
    labels,
  };
}

export function namespaceOf(meta: RawMeta, { interner }: Place): string {
  return interner.text(requiredText(meta?.namespace, 'namespace'));
}

/** The API server sets it on everything. */
export function createdAtOf(meta: RawMeta, place: Place): Instant {
  const createdAt = timeOf(meta?.creationTimestamp, place);
  if (createdAt === null) throw new UnreadableObject('it has no creationTimestamp');
  return createdAt;
}

/** A text that many records share. */
export function wordOf(value: unknown, { interner }: Place): string | null {
  const text = textOf(value);
  return text === null ? null : interner.text(text);
}

/** What an object says to people. */
export function messageOf(value: unknown): string | null {
  const text = textOf(value);
  return text === null ? null : withoutSecrets(text);
}

export function finalizersOf(meta: RawMeta, { interner }: Place): readonly string[] {
  const finalizers = textsOf(meta?.finalizers);
  return finalizers.length === 0 ? finalizers : finalizers.map((finalizer) => interner.text(finalizer));
}

/** Of what Kubernetes itself brings along that owns pods, old names of the groups too. */
const OWN_GROUPS = new Set(['', 'apps', 'batch', 'extensions']);

/**
 * The kind of an object by Kubernetes' word, and with its group where that is another's: a "Job.batch.volcano.sh" is no "Job",
 * though it calls itself one.
 */
export function kindOf(apiVersion: unknown, kind: unknown): string | null {
  const word = textOf(kind);
  const [group = ''] = /^.*(?=\/)/.exec(textOf(apiVersion) ?? '') ?? [];
  return word === null || OWN_GROUPS.has(group) ? word : `${word}.${group}`;
}

/** The one owner that controls it. */
export function ownerOf(meta: RawMeta, { system, interner }: Place): Owner | null {
  const owner = listOf(meta?.ownerReferences).find(({ controller }) => controller === true);
  if (owner == null) return null;
  const uid = textOf(owner.uid);
  const kind = kindOf(owner.apiVersion, owner.kind);
  if (uid === null || kind === null) return null;
  return interner.owner(`${uid} ${kind}`, () =>
    Object.freeze({
      id: resourceId(ResourceKind.WORKLOAD, system, uid),
      kind: interner.text(kind),
      name: textOf(owner.name) ?? '',
    }),
  );
}

type RawConditions = Raw<Pick<V1Condition, 'type' | 'status' | 'reason' | 'message' | 'lastTransitionTime'>[]>;

/** Without heartbeats, which tell nothing that the record's own freshness does not. */
export function conditionsOf(conditions: RawConditions, place: Place): readonly Condition[] {
  return listOf(conditions).map(({ type, status, reason, message, lastTransitionTime }) => ({
    type: wordOf(type, place) ?? '',
    status: wordOf(status, place) ?? 'Unknown',
    reason: wordOf(reason, place),
    message: wordOf(messageOf(message), place),
    since: timeOf(lastTransitionTime, place),
  }));
}
