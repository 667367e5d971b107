import { MEBIBYTE } from '../../model/bytes.js';

/** In bytes: who withholds the end of a body holds the rest of it for half a minute. */
const MOST_ARRIVING = 64 * MEBIBYTE;

/** Bounds what is held of bodies that have not arrived whole, of all requests together. */
export class ArrivingBodies {
  private bytes = 0;

  constructor(private readonly most = MOST_ARRIVING) {}

  /** Holds so much of a body instead of what was held of it before. Returns whether there is room for it. */
  resize(before: number, now: number): boolean {
    const bytes = this.bytes - before + now;
    if (now > before && bytes > this.most) return false;
    this.bytes = bytes;
    return true;
  }
}
