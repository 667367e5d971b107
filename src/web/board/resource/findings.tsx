import { Age } from '../parts/age.js';
import { FindingLine } from '../parts/finding-line.js';
import { Reason } from '../parts/reason.js';
import { SeveritySign } from '../parts/shape.js';
import type { PageResource } from './resource-page.js';

type Finding = PageResource['health']['findings'][number];

/** What is wrong with it, why, what follows, and what to do. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">What is wrong with it</h2>
      {findings.length === 0 ? (
        <p className="nothing">Nothing itself, as far as everything that is looked at can tell.</p>
      ) : (
        <ul className="rows">
          {findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const { severity, reason, message, since, advice, runbookUrl } = finding;
  const { evidence, subject, ignored, causes, consequences } = finding;
  return (
    <li className={`row finding is-${severity}`}>
      <p className="finding-head">
        <SeveritySign of={severity} />
        <span className="message">{message}</span>
        <span className="since">
          for <Age at={since} />
        </span>
      </p>
      <p className="advice">{advice}</p>
      <p className="row-facts">
        <Reason of={reason} />
        {subject !== null && <span className="tag">{subject}</span>}
        {evidence === 'INFERRED' && <span className="tag">Concluded from something nearby</span>}
        {ignored !== null && (
          <span className="tag">
            Ignored{ignored.untilAt !== null && <> until {new Date(ignored.untilAt).toLocaleString()}</>}:{' '}
            {ignored.reason}
          </span>
        )}
        {runbookUrl !== null && (
          <a href={runbookUrl} rel="noreferrer">
            Runbook
          </a>
        )}
      </p>
      <Others title="It follows from" findings={causes} total={causes.length} />
      <Others title="What follows from it" findings={consequences.nodes} total={consequences.totalCount} />
    </li>
  );
}

interface OthersProps {
  readonly title: string;
  readonly findings: Finding['causes'];
  readonly total: number;
}

function Others({ title, findings, total }: OthersProps) {
  if (findings.length === 0) return null;
  return (
    <div className="others">
      <h3>{title}</h3>
      <ul className="lines">
        {findings.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
      </ul>
      {total > findings.length && (
        <p className="more">
          {findings.length} of {total} are shown.
        </p>
      )}
    </div>
  );
}
