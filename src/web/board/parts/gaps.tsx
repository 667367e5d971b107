import { shown } from '../live/shown.js';
import { useStore } from '../live/store.js';

/** So many are named: what is amiss with one of a list often is with all. */
const MOST_GAPS = 10;

/** What of the page could not be had, and why. */
export function Gaps() {
  const page = useStore(shown);
  const gaps = page?.gaps.filter(({ isConfigured }) => isConfigured) ?? [];
  if (gaps.length === 0) return null;
  return (
    <section aria-label="What could not be had">
      <ul className="gaps">
        {gaps.slice(0, MOST_GAPS).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <strong>{path}</strong> is not known: {message}
          </li>
        ))}
        {gaps.length > MOST_GAPS && <li className="more">and {gaps.length - MOST_GAPS} more</li>}
      </ul>
    </section>
  );
}
