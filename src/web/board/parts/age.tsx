import { useSyncExternalStore } from 'react';
import { serverNow } from '../live/server-time.js';
import { duration } from '../words.js';

const TICK = 1_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let seconds = 0;

/** One timer for all that shows an age. */
function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    seconds += 1;
    for (const each of [...listeners]) each();
  }, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Draws anew every second. */
function useTick(): void {
  useSyncExternalStore(onTick, () => seconds);
}

/** How long ago an instant of the server was. */
export function Age({ at }: { readonly at: string }) {
  useTick();
  const instant = new Date(at);
  return (
    <time dateTime={at} title={instant.toLocaleString()}>
      {duration(serverNow() - instant.getTime())}
    </time>
  );
}

/** How long ago something was on the page's own clock (`performance.now`). */
export function PageAge({ since }: { readonly since: number }) {
  useTick();
  return <>{duration(performance.now() - since)}</>;
}

/** The time of day where the reader is; the day too where it is another one. */
export function Clock({ at }: { readonly at: string }) {
  const instant = new Date(at);
  const isToday = instant.toDateString() === new Date(serverNow()).toDateString();
  return (
    <time dateTime={at} title={instant.toLocaleString()}>
      {isToday ? instant.toLocaleTimeString([], { hourCycle: 'h23' }) : instant.toLocaleString()}
    </time>
  );
}
