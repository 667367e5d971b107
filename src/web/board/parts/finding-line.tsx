import type { ReactNode } from 'react';
import type { FindingLineFragment } from '../../graphql/graphql.js';
import { Age } from './age.js';
import { ResourceLink } from './resource-link.js';
import { LastSeen } from './seen.js';
import { SeveritySign } from './shape.js';

interface FindingLineProps {
  readonly finding: FindingLineFragment;
  /** What else is said of it. */
  readonly children?: ReactNode;
}

/** A finding in a list of causes or consequences. */
export function FindingLine({ finding, children }: FindingLineProps) {
  const { severity, message, resource, since } = finding;
  return (
    <li className="line">
      <SeveritySign of={severity} />
      <span className="message">{message}</span>
      {resource !== null && (
        <>
          <ResourceLink resource={resource} />
          <LastSeen health={resource.health} />
        </>
      )}
      <span className="since">
        for <Age at={since} />
      </span>
      {children}
    </li>
  );
}
