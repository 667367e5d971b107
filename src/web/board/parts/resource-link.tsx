import type { ResourceNameFragment } from '../../graphql/graphql.js';
import { resourceUrl } from '../route.js';
import { KIND_WORDS, plain } from '../words.js';

/** What it is called, what it is and where; leads to its page. */
export function ResourceLink({ resource }: { readonly resource: ResourceNameFragment }) {
  const place = placeOf(resource);
  return (
    <span className="resource">
      <span className="kind">{kindOf(resource)}</span> <a href={resourceUrl(resource.id)}>{resource.name}</a>
      {place !== '' && <span className="place"> in {place}</span>}
    </span>
  );
}

export function kindOf(resource: ResourceNameFragment): string {
  return resource.__typename === 'Workload' ? plain(resource.type) : KIND_WORDS[resource.kind].one;
}

/** The namespace and the cluster or system it is in; empty where its name says it all. */
export function placeOf(resource: ResourceNameFragment): string {
  switch (resource.__typename) {
    case 'Pod':
    case 'Workload':
    case 'Claim':
      return [resource.cluster?.name, resource.namespaceName].filter((part) => part !== undefined).join(' / ');
    case 'Workflow':
      return resource.namespaceName;
    case 'WorkflowStep':
      return resource.workflow?.name ?? '';
    case 'Node':
    case 'Volume':
    case 'Zone':
      return resource.cluster?.name ?? '';
    case 'DatabaseReplica':
    case 'ReplicatedTable':
      return resource.clickHouse?.name ?? '';
    case 'Broker':
    case 'Topic':
    case 'ConsumerGroup':
      return resource.kafka?.name ?? '';
    case 'Connector':
      return resource.kafkaConnect?.name ?? '';
    case 'ZooKeeperMember':
      return resource.zooKeeper?.name ?? '';
    case 'Route':
      return resource.ingress?.name ?? '';
    default:
      return '';
  }
}
