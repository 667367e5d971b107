import { parse } from 'graphql';
import { BoundedCache, parsedDocuments } from '../../src/server/bounded-cache.js';

it('a memory is no larger than it may be, and forgets what was not asked for longest', async () => {
  const cache = new BoundedCache<string>({ all: 10, one: 6 }, ({ length }) => length);
  await cache.set('a', '1234');
  await cache.set('b', '1234');
  expect(await cache.get('a')).toBe('1234');
  await cache.set('c', '1234');
  expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual(['1234', undefined, '1234']);
  await cache.set('d', '123456');
  expect(await cache.get('d')).toBeUndefined();
  expect([await cache.delete('a'), await cache.delete('b'), await cache.get('a')]).toEqual([true, false, undefined]);
});

it('a document is as large as its text', async () => {
  const cache = parsedDocuments();
  const [short, long] = [parse('{ a }'), parse(`{ a } #${'x'.repeat(50_000)}`)];
  await cache.set('short', short);
  await cache.set('long', long);
  expect([await cache.get('short'), await cache.get('long')]).toEqual([short, undefined]);
});
