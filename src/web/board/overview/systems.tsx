import type { OverviewQuery, WorstFragment } from '../../graphql/graphql.js';
import type { Gap } from '../live/gap.js';
import { LastSeen } from '../parts/seen.js';
import { Status } from '../parts/shape.js';
import { STATUSES, STATUS_WORDS } from '../words.js';
import { type Count, tilesOf } from './tiles.js';

interface SystemsProps {
  readonly overview: OverviewQuery;
  /** What of it could not be had. */
  readonly gaps: readonly Gap[];
}

/** System by system, in the first row of what people look at. */
export function Systems({ overview, gaps }: SystemsProps) {
  return (
    <section aria-labelledby="systems">
      <h2 id="systems">Systems</h2>
      <ul className="tiles">
        {tilesOf(overview, gaps).map((tile) => (
          <li key={tile.title} className={`tile is-${tile.status}`}>
            <a href={tile.url}>
              <span className="title">{tile.title}</span>
              <Status of={tile.status} isStale={tile.health.isStale} />
              <span className="counts">{countsText(tile.counts)}</span>
              <LastSeen health={tile.health} />
              {tile.worst !== undefined && (
                <span className="worst" title={tile.worst.message}>
                  {worstText(tile.worst)}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `3 healthy`, or `1 unhealthy, 2 healthy`: the worst first. */
function countsText(counts: readonly Count[]): string {
  return [...counts]
    .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status))
    .map(({ status, count }) => `${count.toLocaleString('en')} ${STATUS_WORDS[status].toLowerCase()}`)
    .join(', ');
}

function worstText({ resource, message }: WorstFragment): string {
  return resource === null ? message : `${resource.name}: ${message}`;
}
