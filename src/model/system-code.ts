/** What the operating system calls the trouble with a file, such as ENOENT, or `UnfitFile` does: to stand in a message, in brackets. */
export function systemCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
