import type { ResourceRowFragment } from '../../graphql/graphql.js';
import { ResourceLink } from './resource-link.js';
import { LastSeen } from './seen.js';
import { Status } from './shape.js';

/** Resources with their statuses. */
export function ResourceRows({ resources }: { readonly resources: readonly ResourceRowFragment[] }) {
  return (
    <ul className="resource-rows">
      {resources.map((resource) => (
        <li key={resource.id}>
          <ResourceLink resource={resource} />
          <LastSeen health={resource.health} />
          <Status of={resource.health.status} isStale={resource.health.isStale} />
        </li>
      ))}
    </ul>
  );
}
