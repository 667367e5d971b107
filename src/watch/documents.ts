/** What the screen shows, asked anew after changes. */
export const PICTURE = `query WatchPicture($first: Int!) {
  server { mode recording }
  platform { health { status since observedAt isStale } systems { name health { status } } }
  findings(first: $first, filter: { rootsOnly: true }) {
    totalCount
    nodes {
      severity reason message since consequences(first: 1) { totalCount }
      resource {
        kind name health { isStale observedAt }
        ... on Pod { namespaceName } ... on Workload { namespaceName } ... on Claim { namespaceName }
        ... on Workflow { namespaceName }
      }
    }
  }
}`;

/** What happens, from a cursor on. */
export const CHANGES = `subscription WatchChanges($after: Cursor) {
  healthChanges(after: $after) {
    cursor at type previousStatus status isStale resourceId resourceKind resourceName cluster namespace
    raised { id severity reason subject message since isRoot }
    updated { id severity reason subject message since isRoot }
    cleared { id severity reason subject since }
  }
}`;
