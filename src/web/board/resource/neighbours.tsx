import { useId } from 'react';
import type { ResourceRowFragment } from '../../graphql/graphql.js';
import { ResourceRows } from '../parts/resource-rows.js';

interface NeighboursProps {
  readonly title: string;
  readonly page: { readonly totalCount: number; readonly nodes: readonly ResourceRowFragment[] };
  /** Null where no more of it is given at once. */
  readonly onShowAll: (() => void) | null;
}

/** What it hangs together with, the worst first. */
export function Neighbours({ title, page: { totalCount, nodes }, onShowAll }: NeighboursProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {nodes.length === 0 ? <p className="nothing">Nothing that is known.</p> : <ResourceRows resources={nodes} />}
      {totalCount > nodes.length && onShowAll === null && (
        <p className="more">
          {nodes.length} of {totalCount} are shown.
        </p>
      )}
      {totalCount > nodes.length && onShowAll !== null && (
        <button type="button" className="quiet" onClick={onShowAll}>
          Show more of {totalCount}
        </button>
      )}
    </section>
  );
}
