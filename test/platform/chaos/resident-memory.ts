import { residentBytes } from '../support/process-table.js';

const LOOK_EVERY = 100;

/** How much memory a process holds while it is looked at. */
export class ResidentMemory {
  private most = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.timer = setInterval(() => {
      this.look();
    }, LOOK_EVERY);
  }

  /** The most since this was asked last, in bytes. */
  takeMost(): number {
    this.look();
    const { most } = this;
    this.most = 0;
    return most;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    this.most = Math.max(this.most, residentBytes(this.pid));
  }
}
