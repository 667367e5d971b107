/** An argument or input field that need not be given: left out, or null in so many words. */
export type Optional<T> = T | null | undefined;
