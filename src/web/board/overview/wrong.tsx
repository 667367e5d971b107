import type { OverviewQuery } from '../../graphql/graphql.js';
import { overviewUrl } from '../route.js';
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
  const { causes } = overview;
  const shown = causes.nodes.filter((cause) => showsAll || isWrong(cause));
  return (
    <section className="wrong" aria-labelledby="wrong">
      <div className="section-head">
        <h2 id="wrong">What is wrong</h2>
        <ShowAll showsAll={showsAll} others={causes.nodes.length - causes.nodes.filter(isWrong).length} />
      </div>
      <p role="status" className="hidden">
        {fresh.size > 0 && `${fresh.size} new`}
      </p>
      {shown.length === 0 ? (
        <p className="nothing">Nothing is wrong, as far as everything that is looked at can tell.</p>
      ) : (
        <ul className="rows">
          {shown.map((cause) => (
            <CauseRow key={cause.id} cause={cause} isNew={fresh.has(cause.id)} />
          ))}
        </ul>
      )}
      {causes.totalCount > causes.nodes.length && (
        <p className="more">
          The worst {causes.nodes.length} of {causes.totalCount} were read.
        </p>
      )}
    </section>
  );
}

/** Not only worth knowing, and not to be ignored: what counts for the verdict. */
function isWrong({ severity, ignored }: OverviewQuery['causes']['nodes'][number]): boolean {
  return severity !== 'INFO' && ignored === null;
}

function ShowAll({ showsAll, others }: { readonly showsAll: boolean; readonly others: number }) {
  if (showsAll) return <a href={overviewUrl()}>Hide notes and what is ignored</a>;
  if (others === 0) return null;
  return <a href={overviewUrl({ show: 'all' })}>Show {others} that are notes or ignored</a>;
}
