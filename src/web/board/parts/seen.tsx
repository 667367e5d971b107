import { Age } from './age.js';

/** When something was seen last. */
export function Seen({ at }: { readonly at: string | null }) {
  if (at === null) return <span className="seen">never seen</span>;
  return (
    <span className="seen">
      seen <Age at={at} /> ago
    </span>
  );
}

interface LastSeenProps {
  readonly health: { readonly isStale: boolean; readonly observedAt: string | null };
}

/** The same of what is not seen at present: what is said of it is that old. */
export function LastSeen({ health: { isStale, observedAt } }: LastSeenProps) {
  return isStale ? <Seen at={observedAt} /> : null;
}
