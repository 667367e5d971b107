import type { ChangeLineFragment } from '../../graphql/graphql.js';
import { ChangeList } from '../parts/change-list.js';

/** What changed last, the newest first. */
export function Lately({ changes }: { readonly changes: readonly ChangeLineFragment[] }) {
  return (
    <section className="lately" aria-labelledby="lately">
      <h2 id="lately">Lately</h2>
      {changes.length === 0 ? (
        <p className="nothing">Nothing got worse or better, as far back as changes are kept.</p>
      ) : (
        <ChangeList changes={changes} namesResources />
      )}
    </section>
  );
}
