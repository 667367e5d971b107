/** What of an answer could not be had, in words for people. */
export interface Gap {
  readonly message: string;
  /** The field that is null instead. */
  readonly path: string;
  /** False where nothing that is configured has such: it is not missing. */
  readonly isConfigured: boolean;
}
