import { shown } from '../live/shown.js';
import { useStore } from '../live/store.js';
import { stream } from '../live/stream.js';
import { PageAge } from './age.js';

/**
 * Says at once when what is shown is not the present any more, and how old it is. The region is there before its text, so that
 * screen readers announce it; the age beside it would be announced every second.
 */
export function Freshness() {
  const { state } = useStore(stream.connection);
  const page = useStore(shown);
  const failure = page?.failure ?? null;
  const trouble = state === 'lost' ? 'The connection is lost; trying again.' : failure;
  return (
    <section aria-label="How fresh this is" className={trouble === null ? 'freshness' : 'freshness is-bad'}>
      <p role="alert">
        {trouble !== null && (
          <>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" />
            </svg>
            <strong>{trouble}</strong>
          </>
        )}
      </p>
      {trouble !== null && page?.hasData === true && (
        <p>
          What is shown is <PageAge since={page.readAt} /> old.
        </p>
      )}
    </section>
  );
}
