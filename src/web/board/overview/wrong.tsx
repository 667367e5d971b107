import type { OverviewQuery } from '../../graphql/graphql.js';
import { overviewUrl } from '../route.js';
import { CONSEQUENCES, counted } from '../words.js';
import { CauseRow } from './cause-row.js';

interface WrongProps {
  readonly overview: OverviewQuery;
  /** Also what is only worth knowing, and what is ignored. */
  readonly showsAll: boolean;
  /** Ids of findings that came since the page was opened. */
  readonly fresh: ReadonlySet<string>;
}

/** What is wrong, worst first: one line for each cause, whatever follows from it. */
export function Wrong({ overview, showsAll, fresh }: WrongProps) {
  const { causes, allCauses, wrong } = overview;
  // They may be asked for, and not be there yet.
  const { totalCount, nodes } = showsAll && allCauses.nodes.length > 0 ? allCauses : causes;
  return (
    <section className="wrong" aria-labelledby="wrong">
      <div className="section-head">
        <h2 id="wrong">What is wrong</h2>
        <ShowAll showsAll={showsAll} others={allCauses.totalCount - causes.totalCount} />
      </div>
      <p role="status" className="hidden">
        {fresh.size > 0 && `${fresh.size} new`}
      </p>
      {nodes.length === 0 ? (
        <p className="nothing">{nothingShown(wrong.totalCount)}</p>
      ) : (
        <ul className="rows">
          {nodes.map((cause) => (
            <CauseRow key={cause.id} cause={cause} isNew={fresh.has(cause.id)} />
          ))}
        </ul>
      )}
      {totalCount > nodes.length && (
        <p className="more">
          The worst {nodes.length} of {totalCount} were read.
        </p>
      )}
    </section>
  );
}

/** Something may be wrong all the same: what is a consequence is not shown by itself. */
function nothingShown(wrong: number): string {
  return wrong === 0
    ? 'Nothing is wrong, as far as everything that is looked at can tell.'
    : `Only ${counted(wrong, CONSEQUENCES)} of what is not shown.`;
}

function ShowAll({ showsAll, others }: { readonly showsAll: boolean; readonly others: number }) {
  if (showsAll) return <a href={overviewUrl()}>Hide notes and what is ignored</a>;
  if (others === 0) return null;
  return <a href={overviewUrl({ show: 'all' })}>Show {others} that are notes or ignored</a>;
}
