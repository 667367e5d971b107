import { useEffect, useMemo } from 'react';
import { OverviewDocument } from '../../graphql/graphql.js';
import { usePageAnswer } from '../live/use-answer.js';
import { useNew } from '../parts/use-new.js';
import { Waiting } from '../parts/waiting.js';
import { STATUS_WORDS } from '../words.js';
import { Lately } from './lately.js';
import { Systems } from './systems.js';
import { Verdict } from './verdict.js';
import { Wrong } from './wrong.js';

/** Worse ones are read first; of more than this the number is said. */
const MOST_CAUSES = 200;

/** Is it well? In one line; then system by system; then what is wrong, worst first. */
export function Overview({ options }: { readonly options: URLSearchParams }) {
  const showsAll = options.get('show') === 'all';
  const { data, gaps } = usePageAnswer(OverviewDocument, {
    first: MOST_CAUSES,
    firstOfAll: showsAll ? MOST_CAUSES : 0,
  });
  // Notes and what is ignored are there as soon as they are shown: that does not make them new.
  const ids = useMemo(() => data?.causes.nodes.map(({ id }) => id) ?? null, [data]);
  const fresh = useNew(ids);
  const status = data?.platform.health.status;
  useEffect(() => {
    document.title = status === undefined ? 'Vitals' : `${STATUS_WORDS[status]} · Vitals`;
  }, [status]);
  if (data === null) return <Waiting />;
  return (
    <>
      <Verdict overview={data} />
      <Systems overview={data} gaps={gaps} />
      <div className="columns">
        <Wrong overview={data} showsAll={showsAll} fresh={fresh} />
        <Lately changes={data.lately.nodes} />
      </div>
    </>
  );
}
