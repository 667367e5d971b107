import type { WriteStream } from 'node:tty';

/** Another screen, without a cursor, on which lines that are too long are cut. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l';
const LEAVE = '\x1b[?7h\x1b[?25h\x1b[?1049l';
const HOME = '\x1b[H';
const REST_OF_LINE = '\x1b[K';
const REST_OF_SCREEN = '\x1b[J';

/** Lines of a terminal where it does not say how many it has. */
const USUAL_ROWS = 24;

/** A screen that is drawn again and again, in place. What was there before is there again afterwards. */
export class Terminal {
  private isEntered = false;

  /** However the process ends, the terminal is as it was; and before it is said why, which would be gone with the screen. */
  private readonly onEnd = (): void => {
    this.leave();
  };

  constructor(private readonly out: WriteStream) {}

  get rows(): number {
    return this.out.rows > 0 ? this.out.rows : USUAL_ROWS;
  }

  /** @param onResize called when it has another size */
  enter(onResize: () => void): void {
    this.isEntered = true;
    process.once('uncaughtExceptionMonitor', this.onEnd);
    process.once('exit', this.onEnd);
    this.out.write(ENTER);
    this.out.on('resize', onResize);
  }

  draw(lines: readonly string[]): void {
    // One that does not read is not written to: the next picture is as good.
    if (!this.isEntered || this.out.writableNeedDrain) return;
    this.out.write(HOME + lines.map((line) => line + REST_OF_LINE).join('\r\n') + REST_OF_SCREEN);
  }

  leave(): void {
    if (!this.isEntered) return;
    this.isEntered = false;
    process.off('uncaughtExceptionMonitor', this.onEnd);
    process.off('exit', this.onEnd);
    this.out.removeAllListeners('resize');
    this.out.write(LEAVE);
  }
}
