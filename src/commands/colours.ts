import type { WriteStream } from 'node:tty';

/** Whether colours are seen there, and wanted (https://no-color.org). */
export function isColoured({ isTTY }: WriteStream): boolean {
  return isTTY && (process.env['NO_COLOR'] ?? '') === '';
}
