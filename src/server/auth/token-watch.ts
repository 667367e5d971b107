import { type Instant, type Milliseconds, MINUTE } from '../../model/time.js';
import type { Site } from '../site.js';
import type { Access } from './access.js';

/** However long a token lasts, it is looked at again after so long at the most: it may have been taken back. */
const LOOKED_AT_AGAIN: Milliseconds = MINUTE;

/** By this part of it a wait may be shorter: those that began together do not look together for ever. */
const JITTER = 0.25;

/** Where nobody could be asked, it is tried again after this part of a wait, and after twice as long each time. */
const FIRST_TRY = 1 / 12;

const TOKEN_ENDED = 'Forbidden: the token has ended';

export interface TokenWatchOptions {
  readonly access: Pick<Access, 'admit'>;
  readonly now: () => Instant;
  /** How soon it is looked at again. Left out where the usual is right. */
  readonly lookedAtAgain?: Milliseconds | undefined;
}

/** A connection that somebody opened with a token. */
export interface Opened {
  readonly token: string;
  /** Where they were let in. */
  readonly site: Site;
  readonly expiresAt: Instant | null;
  isOpen(): boolean;
  end(reason: string): void;
}

/** Ends a connection when its token does, whatever it says, or is not good any more. Returns how to stop. */
export function watchToken(opened: Opened, options: TokenWatchOptions): () => void {
  const { access, now, lookedAtAgain = LOOKED_AT_AGAIN } = options;
  let timer: NodeJS.Timeout;
  let isOver = false;
  let { expiresAt } = opened;
  /** In a row. */
  let failures = 0;
  const end = (): void => {
    opened.end(TOKEN_ENDED);
  };
  const wait = (): void => {
    const left = expiresAt === null ? Infinity : expiresAt - now();
    const part = failures === 0 ? 1 : Math.min(1, FIRST_TRY * 2 ** (failures - 1));
    const next = lookedAtAgain * part * (1 - JITTER * Math.random());
    timer = left <= next ? setTimeout(end, Math.max(0, left)) : setTimeout(look, next);
  };
  const look = (): void => {
    const looking = access.admit(opened.token, null).then((admitted) => {
      if (isOver || !opened.isOpen()) {
        if (!('status' in admitted)) admitted.leave();
        return;
      }
      if ('status' in admitted) {
        // Whoever cannot be asked says nothing against it.
        failures += 1;
        if (admitted.status === 503) wait();
        else end();
        return;
      }
      admitted.leave();
      // What may be seen is another thing now: a new connection shows it.
      if (admitted.site !== opened.site) {
        end();
        return;
      }
      expiresAt = admitted.caller.expiresAt;
      failures = 0;
      wait();
    });
    looking.catch(() => {
      if (!isOver) end();
    });
  };
  wait();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
