import type { ChangeLineFragment } from '../../graphql/graphql.js';
import { resourceUrl } from '../route.js';
import { KIND_WORDS, STATUS_WORDS, plain, sentenceCase } from '../words.js';
import { Clock } from './age.js';
import { placeOfChange } from './place-of-change.js';
import { Shape } from './shape.js';

interface ChangeListProps {
  /** In the order of the stream: the oldest first. */
  readonly changes: readonly ChangeLineFragment[];
  /** Whose change it is is said, where that is not the page's own resource. */
  readonly namesResources?: boolean;
}

/** Changes as a time line, the newest first. */
export function ChangeList({ changes, namesResources = false }: ChangeListProps) {
  return (
    <ol className="changes">
      {[...changes].reverse().map((change) => (
        <li key={change.cursor}>
          <span className="when">
            <Clock at={change.at} />
          </span>
          <Shape of={change.status ?? 'NOT_CONFIGURED'} />
          <span className="what">
            {namesResources && <Subject change={change} />}
            <span className="step">{stepOf(change)}</span>
            <Details change={change} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Subject({ change }: { readonly change: ChangeLineFragment }) {
  const { resourceId, resourceKind, resourceName, type } = change;
  if (resourceId === null || resourceKind === null || resourceName === null) return null;
  const isGone = type === 'REMOVED';
  const place = placeOfChange(change);
  return (
    <span className="resource">
      <span className="kind">{KIND_WORDS[resourceKind].one}</span>{' '}
      {isGone ? resourceName : <a href={resourceUrl(resourceId)}>{resourceName}</a>}
      {place !== '' && <span className="place"> in {place}</span>}
    </span>
  );
}

function stepOf({ type, previousStatus, status, isStale }: ChangeLineFragment): string {
  if (type === 'REMOVED') return 'Removed';
  if (status === null) return plain(type);
  const stale = isStale === true ? ', not seen as often as promised' : '';
  if (previousStatus === null) return `Came as ${STATUS_WORDS[status].toLowerCase()}${stale}`;
  if (previousStatus === status) return `Still ${STATUS_WORDS[status].toLowerCase()}${stale}`;
  return `${STATUS_WORDS[previousStatus]} → ${STATUS_WORDS[status].toLowerCase()}${stale}`;
}

function Details({ change: { raised, updated, cleared } }: { readonly change: ChangeLineFragment }) {
  if (raised.length + updated.length + cleared.length === 0) return null;
  return (
    <ul>
      {raised.map(({ id, message }) => (
        <li key={id}>
          <b>+</b> {message}
        </li>
      ))}
      {updated.map(({ id, message }) => (
        <li key={id}>
          <b>±</b> {message}
        </li>
      ))}
      {cleared.map(({ id, reason, subject }) => (
        <li key={id}>
          <b>−</b> {sentenceCase(plain(reason))}
          {subject !== null && `: ${subject}`} is over
        </li>
      ))}
    </ul>
  );
}
