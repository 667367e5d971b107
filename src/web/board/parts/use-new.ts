import { useEffect, useRef, useState } from 'react';

/** How long what came since the page was opened is shown as new. */
const NEW_FOR = 60_000;

/**
 * Which of these were not there when they were first read. What the page began with is not new.
 * @param ids null while nothing was read
 */
export function useNew(ids: readonly string[] | null): ReadonlySet<string> {
  const seen = useRef<Set<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const key = ids?.join('\n') ?? null;

  useEffect(() => {
    if (key === null) return;
    const now = key === '' ? [] : key.split('\n');
    const before = seen.current;
    // What went and came again is new again.
    seen.current = new Set(now);
    if (before === null) return;
    const came = now.filter((id) => !before.has(id));
    if (came.length === 0) return;
    setFresh((known) => new Set([...known, ...came].filter((id) => now.includes(id))));
  }, [key]);

  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => {
      setFresh(new Set());
    }, NEW_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [fresh]);

  return fresh;
}
