import { type Storage, createLocalStorage } from '@graphiql/toolkit';

/**
 * The browser's storage, under a name of our own: other GraphQL servers are run on the same local port now and then, and
 * their tabs must not turn up here, nor ours there. Headers are never kept: GraphiQL's history would write a token that
 * stands there, whatever `shouldPersistHeaders` says.
 */
export function createStorage(): Storage {
  const storage = createLocalStorage({ namespace: 'vitals' });
  return {
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => {
      storage.setItem(key, isHistory(key) ? withoutHeaders(value) : value);
    },
    removeItem: (key) => {
      storage.removeItem(key);
    },
    get length() {
      return storage.length;
    },
    clear: () => {
      storage.clear();
    },
  };
}

function isHistory(key: string): boolean {
  return /(?:^|:)(?:queries|favorites)$/.test(key);
}

function withoutHeaders(value: string): string {
  return JSON.stringify(JSON.parse(value) as unknown, (name, item: unknown) => (name === 'headers' ? undefined : item));
}
