import { shown } from '../live/shown.js';
import { useStore } from '../live/store.js';

/** Before the first answer. Why there is none is said above. */
export function Waiting() {
  const page = useStore(shown);
  return <p className="waiting">{page?.failure == null ? 'Reading…' : 'Nothing was read yet.'}</p>;
}
