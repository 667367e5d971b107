import type { Interner } from '../../src/clients/interner.js';
import type * as Interners from '../../src/clients/interner.js';
import type { Place } from '../../src/clients/kubernetes-projection.js';
import type { SourceEvent } from '../../src/model/facts.js';
import type * as Ids from '../../src/model/ids.js';
import type * as Clusters from '../../src/sources/kubernetes/kubernetes.ids.js';
import type * as Collections from '../../src/sources/kubernetes/watched-collections.js';
import { built } from '../built.js';
import { type IdOf, sourceFacts } from '../pods.js';
import { type ApiObject, ZONES } from './names.js';

const { Interner: NewInterner } = await built<typeof Interners>('clients/interner.js');
const { resourceId } = await built<typeof Ids>('model/ids.js');
const { clusterId, zoneId } = await built<typeof Clusters>('sources/kubernetes/kubernetes.ids.js');
const { RECORD_COLLECTIONS } = await built<typeof Collections>('sources/kubernetes/watched-collections.js');

export const SYSTEM = 'prod';
const idOf: IdOf = (kind, name) => resourceId(kind as never, SYSTEM, name);

/** As the collections are called: `Pod` → `pods`, `StorageClass` → `storageclasses`. */
function collectionOf({ kind }: ApiObject): (typeof RECORD_COLLECTIONS)[number] {
  const plural = `${kind.toLowerCase()}s`;
  const found = RECORD_COLLECTIONS.find(({ subject }) => subject === plural || subject === `${kind.toLowerCase()}es`);
  if (found === undefined) throw new Error(`nothing watches ${kind}`);
  return found;
}

/** Turns API objects into what the Kubernetes source reports of them, by its own projections. */
export class Projector {
  private readonly interner: Interner = new NewInterner();
  private readonly place: Place = { system: SYSTEM, interner: this.interner };

  /** What is there before any object: the source, which sees, the cluster and its zones. */
  begin(now: number): readonly SourceEvent[] {
    const place = (kind: string, id: string, name: string, more: object = {}): SourceEvent => {
      const facts = { id, kind, name, system: SYSTEM, namespace: null, labels: {}, ...more };
      return { id, kind, aspect: 'main', facts, observedAt: now } as unknown as SourceEvent;
    };
    const zones = ZONES.map((name) => place('ZONE', zoneId(SYSTEM, name), name));
    const more = { version: 'v1.34.4', configuredMaximumNodes: null, nodeGroups: [] };
    return [sourceFacts(idOf), place('CLUSTER', clusterId(SYSTEM), SYSTEM, more), ...zones];
  }

  /** From the text in which it comes, so that nothing is shared that would not be. */
  project(object: ApiObject, now: number): SourceEvent {
    const { kind, project } = collectionOf(object);
    const facts = project(JSON.parse(JSON.stringify(object)) as never, this.place);
    return { id: facts.id, kind, aspect: 'main', facts, observedAt: now } as unknown as SourceEvent;
  }
}
