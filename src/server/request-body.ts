import type { IncomingMessage } from 'node:http';
import type { ArrivingBodies } from './limits/arriving-bodies.js';
import { Refusal, badRequest, turnedAway } from './limits/refusal.js';

/** So many pieces are put together at once: each takes some hundred bytes, and a client may send a piece for each byte. */
const MOST_LOOSE = 256;

/** What each of them takes besides, in bytes. */
const HELD_BY_PIECE = 200;

/**
 * Reads a body as UTF-8, up to so many bytes. Tells either of them, in the turn in which the body has arrived.
 * Written out because nearly every body is one piece of some hundred bytes, and what libraries do around that takes as long as
 * giving an answer again.
 * @param bodies where it is counted until it has arrived
 * @param refuse is told where it is larger, breaks off, or there is no room for it
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  bodies: ArrivingBodies,
  take: (text: string) => void,
  refuse: (error: Refusal) => void,
): void {
  // Who says so beforehand need not send it.
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) {
    refuse(tooLarge(limit, announced));
    return;
  }
  const pieces: Buffer[] = [];
  let size = 0;
  let loose = 0;
  let held = 0;
  let isRefused = false;
  const hold = (bytes: number): boolean => {
    if (!bodies.resize(held, bytes)) return false;
    held = bytes;
    return true;
  };
  const letGo = (): void => {
    pieces.length = 0;
    hold(0);
  };
  const refuseOnce = (error: Refusal): void => {
    if (isRefused) return;
    isRefused = true;
    letGo();
    request.pause();
    refuse(error);
  };
  request.on('data', (piece: Buffer) => {
    if (isRefused) return;
    size += piece.length;
    if (size > limit) {
      refuseOnce(tooLarge(limit));
      return;
    }
    pieces.push(piece);
    loose += 1;
    if (loose === MOST_LOOSE) {
      pieces.push(Buffer.concat(pieces.splice(-loose)));
      loose = 0;
    }
    // What is whole as it comes, as nearly all are, is held no longer.
    if (size !== announced && !hold(size + loose * HELD_BY_PIECE)) refuseOnce(turnedAway({}));
  });
  request.on('end', () => {
    if (isRefused) return;
    const whole = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    // The request may live as long as a stream of events.
    letGo();
    take(whole?.toString() ?? '');
  });
  request.on('close', letGo);
  request.on('error', () => {
    refuseOnce(badRequest('The body did not arrive whole.'));
  });
}

/**
 * What a body says, which may begin with the mark of its encoding.
 * @throws Refusal
 */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw badRequest('The body is not JSON.');
  }
}

/** @param value what was announced; undefined: nobody knows how much would have come */
function tooLarge(limit: number, value?: number): Refusal {
  const message = `The request is larger than ${limit} bytes.`;
  const more = value === undefined ? {} : { value };
  return new Refusal(413, { code: 'BODY_TOO_LARGE', message, setting: 'body', limit, ...more });
}
