/** What a measure is given. */
export interface Setting {
  /** For files that are needed meanwhile. */
  readonly folder: string;
  readonly root: string;
  /** Shorter rounds, and only the peer that the goals are of. */
  readonly isQuick: boolean;
}
