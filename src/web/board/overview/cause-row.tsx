import { useId, useState } from 'react';
import type { CauseFragment } from '../../graphql/graphql.js';
import { Age } from '../parts/age.js';
import { Reason } from '../parts/reason.js';
import { ResourceLink } from '../parts/resource-link.js';
import { LastSeen } from '../parts/seen.js';
import { SeveritySign } from '../parts/shape.js';
import { CONSEQUENCES, counted } from '../words.js';
import { Consequences } from './consequences.js';

/** One cause in a line; opened, what to do and what follows from it. */
export function CauseRow({ cause, isNew }: { readonly cause: CauseFragment; readonly isNew: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const details = useId();
  const { severity, message, resource, since, consequences, ignored } = cause;
  return (
    <li className={`row is-${severity}${isNew ? ' is-new' : ''}`}>
      <div className="row-head">
        <button
          type="button"
          className="opener"
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <svg className="chevron" viewBox="0 0 10 10" aria-hidden="true">
            <path d="M3 1.5 7 5 3 8.5" />
          </svg>
          <SeveritySign of={severity} />
          <span className="message">{message}</span>
        </button>
        <span className="since">
          for <Age at={since} />
        </span>
        <p className="row-facts">
          {isNew && <span className="new">New</span>}
          {ignored !== null && <span className="tag">Ignored</span>}
          {resource !== null && (
            <>
              <ResourceLink resource={resource} />
              <LastSeen health={resource.health} />
            </>
          )}
          {consequences.totalCount > 0 && <span className="tag">{counted(consequences.totalCount, CONSEQUENCES)}</span>}
        </p>
      </div>
      <div id={details} className="row-details" hidden={!isOpen}>
        {isOpen && <Details cause={cause} />}
      </div>
    </li>
  );
}

function Details({ cause }: { readonly cause: CauseFragment }) {
  const { reason, advice, runbookUrl, ignored, resource, consequences } = cause;
  return (
    <>
      <p className="advice">
        {advice}
        {runbookUrl !== null && (
          <>
            {' '}
            <a href={runbookUrl} rel="noreferrer">
              Runbook
            </a>
          </>
        )}
      </p>
      <p>
        <Reason of={reason} />
      </p>
      {ignored !== null && <p className="ignored-why">Ignored: {ignored.reason}</p>}
      {consequences.totalCount === 0 && <p className="nothing">Nothing else follows from it.</p>}
      {consequences.totalCount > 0 && resource !== null && (
        <>
          <h3>What follows from it</h3>
          <Consequences findingId={cause.id} resourceId={resource.id} total={consequences.totalCount} />
        </>
      )}
    </>
  );
}
