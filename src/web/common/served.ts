/** Whose facts a server tells, as the graph says it. */
export interface Served {
  readonly mode: 'LIVE' | 'REPLAY';
  readonly recording: string | null;
}

/** What is replayed; undefined where live systems are watched. */
export function replayed({ mode, recording }: Served): string | undefined {
  return mode === 'REPLAY' ? (recording ?? 'a recording') : undefined;
}

/** Milliseconds: an answer that does not come by then counts as none. */
export const PATIENCE = 15_000;
