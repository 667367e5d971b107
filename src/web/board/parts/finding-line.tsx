import type { FindingLineFragment } from '../../graphql/graphql.js';
import { Age } from './age.js';
import { ResourceLink } from './resource-link.js';
import { SeveritySign } from './shape.js';

/** A finding in a list of causes or consequences. */
export function FindingLine({ finding }: { readonly finding: FindingLineFragment }) {
  const { severity, message, resource, since } = finding;
  return (
    <li className="line">
      <SeveritySign of={severity} />
      <span className="message">{message}</span>
      {resource !== null && <ResourceLink resource={resource} />}
      <span className="since">
        for <Age at={since} />
      </span>
    </li>
  );
}
