/** The command line of a small program of the platform's own, which runs as it is written. */
export function scriptCommand(file: string, ...args: readonly string[]): string[] {
  // The loader is found by its name from the working folder, which is not the repository.
  const loader = import.meta.resolve('tsx');
  return [process.execPath, '--max-old-space-size=64', '--import', loader, file, ...args];
}
