import { useSyncExternalStore } from 'react';
import { type Route, parseRoute } from './route.js';

/** The URL's own part of what is shown, kept up to date. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  return parseRoute(hash);
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}
