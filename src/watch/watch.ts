import { setTimeout as delay } from 'node:timers/promises';
import type { WriteStream } from 'node:tty';
import { timeOfDay } from '../model/clock.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import { Feed, shownUrl } from './feed.js';
import type { Change, Picture } from './questions.js';
import { roomFor, screenOf } from './screen.js';
import { Terminal } from './terminal.js';
import { COLOURED, PLAIN, type Painter, jsonOf, lineOf, tame } from './text.js';

/** How `vitals watch` shows what happens. */
export type WatchOutput = 'screen' | 'lines' | 'json';

/** Exit codes of `vitals watch`, besides 2 for what the caller can mend. */
export enum WatchOutcome {
  /** Whoever watched has ended it. */
  ENDED = 0,
  /** Nobody answered in time at the beginning. */
  NOT_REACHED = 3,
}

export interface WatchOptions {
  readonly url: string;
  readonly token: string | null;
  /** Null: a screen on a terminal, else lines. */
  readonly output: WatchOutput | null;
  readonly isColoured: boolean;
  /** How long the first connection may take. */
  readonly timeout: Milliseconds;
  readonly out: WriteStream;
  /** Where it is said that there is no connection, beside lines and JSON. */
  readonly err: NodeJS.WritableStream;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Milliseconds that only go forward. Left out where the usual is right. */
  readonly now?: () => number;
}

/** What is shown is read again no more often than that, whatever happens. */
const READ_PACE: Milliseconds = SECOND;

/** How often ages are drawn anew. */
const TICK: Milliseconds = SECOND;

/** How often it is read again when nothing changes: numbers in messages do without a change. */
const READ_AGAIN: Milliseconds = 15 * SECOND;

/** Watches a running Vitals until it is ended. @throws `Refused` where it is no use to go on */
export async function watch(options: WatchOptions): Promise<WatchOutcome> {
  const { url, token, timeout, signal } = options;
  const view = options.output === 'screen' || (options.output === null && options.out.isTTY) ? screenView(options) : lineView(options); // prettier-ignore
  const feed = new Feed({
    url,
    token,
    onChange: (change) => {
      view.change(change);
    },
    onLive: (isGap) => {
      view.live(isGap);
    },
    onLost: (why) => {
      view.lost(why);
    },
  });
  const stop = (): void => {
    feed.stop();
  };
  signal.addEventListener('abort', stop);
  const late = setTimeout(() => {
    if (!feed.wasLive) feed.stop();
  }, timeout);
  view.begin(feed);
  try {
    if (signal.aborted) feed.stop();
    await Promise.race([feed.run(), view.broken]);
    return feed.wasLive || signal.aborted ? WatchOutcome.ENDED : WatchOutcome.NOT_REACHED;
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
    feed.stop();
    view.end();
  }
}

/** What is made of what is heard. */
interface View {
  begin(feed: Feed): void;
  change(change: Change): void;
  live(isGap: boolean): void;
  lost(why: string): void;
  /** Rejects where it cannot go on. */
  readonly broken: Promise<never>;
  end(): void;
}

/** A line for each change; that the connection is lost, and what that means, beside them or among them. */
function lineView({ output, out, err, isColoured, now = () => performance.now() }: WatchOptions): View {
  const paint: Painter = isColoured ? COLOURED : PLAIN;
  let lostAt: number | null = null;
  const say = (text: string): void => {
    if (output === 'json') err.write(`vitals: ${text}\n`);
    else out.write(`${new Date().toISOString()}  ${text}\n`);
  };
  return {
    begin: () => undefined,
    change: (change) => out.write(`${output === 'json' ? jsonOf(change) : lineOf(change, paint)}\n`),
    live: (isGap) => {
      if (lostAt !== null) say(`connected again after ${Math.round((now() - lostAt) / SECOND)} s${isGap ? '; what changed meanwhile is not known' : ''}`); // prettier-ignore
      if (isGap && output === 'json') out.write(`${jsonOf({ type: 'GAP', at: new Date().toISOString() })}\n`);
      lostAt = null;
    },
    lost: (why) => {
      if (lostAt === null) say(`no connection (${tame(why)}); trying again`);
      lostAt ??= now();
    },
    broken: new Promise<never>(() => undefined),
    end: () => undefined,
  };
}

/** A screen of what is wrong, worst first. */
function screenView({ url, out, isColoured, now = () => performance.now() }: WatchOptions): View {
  const terminal = new Terminal(out);
  const shown = shownUrl(url);
  const paint = isColoured ? COLOURED : PLAIN;
  let [picture, readAt]: [Picture | null, number] = [null, now()];
  let lost: { since: number; why: string } | null = null;
  let [isOver, isStale, isReading] = [false, true, false];
  let reader: Feed | null = null;
  let fail: (error: unknown) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => (fail = reject));
  broken.catch(() => undefined);
  const draw = (): void => {
    const serverNow = reader?.serverTime.now() ?? timeOfDay();
    terminal.draw(screenOf({ url: shown, picture, readAt, lost, now: now(), serverNow }, terminal.rows, paint));
  };
  const read = async (): Promise<void> => {
    while (isStale && lost === null && !isOver) {
      isStale = false;
      const next = (await reader?.picture(roomFor(terminal.rows))) ?? null;
      if (next !== null) [picture, readAt] = [next, now()];
      draw();
      await delay(READ_PACE);
    }
  };
  const wish = (): void => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    const reading = read().catch(fail);
    void reading.then(() => (isReading = false));
  };
  const tick = setInterval(() => {
    if (now() - readAt > READ_AGAIN) wish();
    draw();
  }, TICK);
  return {
    broken,
    begin: (feed) => {
      reader = feed;
      terminal.enter(draw);
      draw();
    },
    change: wish,
    live: () => {
      lost = null;
      wish();
    },
    lost: (why) => {
      lost ??= { since: now(), why };
      draw();
    },
    end: () => {
      isOver = true;
      clearInterval(tick);
      terminal.leave();
    },
  };
}
