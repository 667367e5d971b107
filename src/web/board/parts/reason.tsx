import type { FindingReason } from '../../graphql/graphql.js';

/** What an alert of it is called, and what configuration names it by. */
export function Reason({ of }: { readonly of: FindingReason }) {
  return <code className="tag">{of}</code>;
}
