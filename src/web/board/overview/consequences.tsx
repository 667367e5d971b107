import { useState } from 'react';
import { ConsequencesDocument, type ConsequencesQuery } from '../../graphql/graphql.js';
import { useAnswer } from '../live/use-answer.js';
import { FindingLine } from '../parts/finding-line.js';
import { CONSEQUENCES, counted } from '../words.js';

type Finding = NonNullable<ConsequencesQuery['resource']>['health']['findings'][number];
type Consequence = Finding['consequences']['nodes'][number];

/** More than this are said to be there; the page of a resource leads on. */
const MOST_CONSEQUENCES = 50;

interface ConsequencesProps {
  readonly findingId: string;
  readonly resourceId: string;
  readonly total: number;
}

/** What follows from a finding; what follows from that opens in turn. */
export function Consequences({ findingId, resourceId, total }: ConsequencesProps) {
  const { data, failure } = useAnswer(ConsequencesDocument, { resourceId, first: MOST_CONSEQUENCES });
  if (data === null) return <p className="waiting">{failure ?? 'Reading…'}</p>;
  const found = data.resource?.health.findings.find(({ id }) => id === findingId)?.consequences.nodes ?? [];
  return (
    <>
      <ul className="lines">
        {found.map((consequence) => (
          <Line key={consequence.id} consequence={consequence} />
        ))}
      </ul>
      {total > found.length && found.length > 0 && (
        <p className="more">
          {found.length} of {total} are shown.
        </p>
      )}
    </>
  );
}

function Line({ consequence }: { readonly consequence: Consequence }) {
  const [isOpen, setIsOpen] = useState(false);
  const { id, resource, consequences } = consequence;
  const { totalCount } = consequences;
  if (totalCount === 0 || resource === null) return <FindingLine finding={consequence} />;
  return (
    <FindingLine finding={consequence}>
      <button
        type="button"
        className="quiet"
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {counted(totalCount, CONSEQUENCES)}
      </button>
      {isOpen && (
        <div className="further">
          <Consequences findingId={id} resourceId={resource.id} total={totalCount} />
        </div>
      )}
    </FindingLine>
  );
}
