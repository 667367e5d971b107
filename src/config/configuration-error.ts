/** What is wrong with the configuration, where, and how to mend it: one line for the person who wrote it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
