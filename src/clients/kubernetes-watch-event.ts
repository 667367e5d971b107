import { KubernetesError, refusal } from './kubernetes-error.js';

/** An object as the API server sends it, of which only the identity is looked at here. */
export interface RawObject {
  readonly metadata: { readonly uid: string; readonly resourceVersion: string };
}

/** One line of a watch, understood. */
export type WatchEvent =
  | { readonly type: 'upsert'; readonly object: RawObject; readonly resourceVersion: string }
  | { readonly type: 'delete'; readonly uid: string; readonly resourceVersion: string }
  | { readonly type: 'bookmark'; readonly resourceVersion: string; readonly endsInitialEvents: boolean }
  | { readonly type: 'error'; readonly error: KubernetesError };

/** Marks the bookmark after the last object of a streamed list (KEP-3157). */
const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

interface LooseMetadata {
  readonly uid?: unknown;
  readonly resourceVersion?: unknown;
  readonly annotations?: Readonly<Record<string, unknown>> | null;
}

/** @throws KubernetesError `invalid` for a line that is no watch event; it does not quote the line. */
export function parseWatchEvent(line: string): WatchEvent {
  const { type, object } = parseObject(line);
  if (type === 'ERROR') return { type: 'error', error: refusal(object, null) };
  const metadata = metadataOf(object);
  const resourceVersion = text(metadata.resourceVersion, 'resourceVersion');
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
      return { type: 'upsert', object: asRawObject(object), resourceVersion };
    case 'DELETED':
      return { type: 'delete', uid: text(metadata.uid, 'uid'), resourceVersion };
    case 'BOOKMARK':
      return {
        type: 'bookmark',
        resourceVersion,
        endsInitialEvents: metadata.annotations?.[INITIAL_EVENTS_END] === 'true',
      };
    default:
      throw new KubernetesError('invalid', 'an event of the watch has no known type');
  }
}

/** @throws KubernetesError `invalid` for what has no uid. */
export function asRawObject(object: unknown): RawObject {
  text(metadataOf(object).uid, 'uid');
  return object as RawObject;
}

function parseObject(line: string): { readonly type?: unknown; readonly object?: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The parser's own error quotes what it read.
  }
  throw new KubernetesError('invalid', 'a line of the watch is not a JSON object');
}

function metadataOf(object: unknown): LooseMetadata {
  if (typeof object === 'object' && object !== null && 'metadata' in object) {
    if (typeof object.metadata === 'object' && object.metadata !== null) return object.metadata;
  }
  throw new KubernetesError('invalid', 'an object has no metadata');
}

function text(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new KubernetesError('invalid', `an object has no metadata.${field}`);
}
