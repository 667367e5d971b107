/** Sizes, in bytes. */
export const KIBIBYTE = 1_024;
export const MEBIBYTE = 1_024 * KIBIBYTE;
