/** Aborts once this process is asked to end, by Ctrl-C or SIGTERM: what is under way is then undone in its own time. */
export function abortWhenInterrupted(controller: AbortController): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort(new Error(`interrupted by ${signal}`));
    });
  }
}
