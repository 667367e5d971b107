import { useEffect, useMemo, useRef, useState } from 'react';
import { type Arrivals, NEW_FOR, stillNew, withArrived } from './arrivals.js';

/**
 * Which of these were not there when they were first read, and came lately. What the page began with is not new.
 * @param ids null while nothing was read
 */
export function useNew(ids: readonly string[] | null): ReadonlySet<string> {
  const seen = useRef<ReadonlySet<string> | null>(null);
  const [arrivals, setArrivals] = useState<Arrivals>(new Map());
  const key = ids?.join('\n') ?? null;

  useEffect(() => {
    if (key === null) return;
    const now = new Set(key === '' ? [] : key.split('\n'));
    const before = seen.current;
    seen.current = now;
    if (before === null) return;
    const at = performance.now();
    setArrivals((known) => withArrived(known, before, now, at));
  }, [key]);

  useEffect(() => {
    if (arrivals.size === 0) return;
    const first = Math.min(...arrivals.values());
    const timer = setTimeout(
      () => {
        setArrivals((known) => stillNew(known, performance.now()));
      },
      first + NEW_FOR - performance.now(),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [arrivals]);

  return useMemo(() => new Set(arrivals.keys()), [arrivals]);
}
