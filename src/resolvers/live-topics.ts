import type { HealthChangeRecord } from '../model/change.js';
import type { ResourceId } from '../model/ids.js';
import type { ChangeFilter } from './filters.js';

/** What some changes are about. Each change has one topic for each way to look at it. */
export type Topic = string;

const EVERYTHING: Topic = 'everything';

/** Who names more than that listens to something wider: a topic costs more than a look at a filter. */
const MOST_TOPICS = 100;

export function resourceTopic(id: ResourceId): Topic {
  return `resource/${id}`;
}

const namespaceTopic = (namespace: string): Topic => `namespace/${namespace}`;
const kindTopic = (kind: string): Topic => `kind/${kind}`;
const systemTopic = (system: string): Topic => `system/${system}`;

/** All that a change is about. */
export function topicsOf({ resourceId, namespace, resourceKind, system }: HealthChangeRecord): readonly Topic[] {
  const always = [EVERYTHING, resourceTopic(resourceId), kindTopic(resourceKind), systemTopic(system)];
  return namespace === null ? always : [...always, namespaceTopic(namespace)];
}

/** What a filter has to listen to, all of it in one way to look: whoever does hears of each change once. */
export function topicsOfFilter({ resourceIds, namespaces, kinds, clusters }: ChangeFilter): readonly Topic[] {
  // From the narrowest.
  const ways = [
    resourceIds?.map((id) => resourceTopic(id as ResourceId)),
    namespaces?.map(namespaceTopic),
    kinds?.map(kindTopic),
    clusters?.map(systemTopic),
  ];
  for (const names of ways) {
    const topics = new Set(names);
    if (names !== undefined && topics.size <= MOST_TOPICS) return [...topics];
  }
  return [EVERYTHING];
}
