import { EventEmitter, once } from 'node:events';

/** What is told from time to time, for those who wait until something holds. */
export class Told {
  private readonly emitter = new EventEmitter();

  tell(): void {
    this.emitter.emit('told');
  }

  /**
   * Waits until something holds; looks whenever something was told.
   * @param standing how it stands when the time is over
   */
  async until(what: string, holds: () => boolean, within: number, standing: () => string): Promise<void> {
    const signal = AbortSignal.timeout(within);
    while (!holds()) {
      try {
        await once(this.emitter, 'told', { signal });
      } catch {
        throw new Error(`not within ${within} ms: ${what}; ${standing()}`);
      }
    }
  }
}
