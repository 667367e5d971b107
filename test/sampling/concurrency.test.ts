import { concurrency } from '../../src/sampling/concurrency.js';

describe('places', () => {
  it('holds no more than so many at a time, in order, and frees the place of what failed', async () => {
    const places = concurrency(2);
    const log: string[] = [];
    const ends = new Map<string, (error?: Error) => void>();
    const task = (name: string): Promise<string> =>
      places(async () => {
        log.push(name);
        await new Promise<void>((resolve, reject) => {
          ends.set(name, (error) => {
            if (error === undefined) resolve();
            else reject(error);
          });
        });
        return name;
      });
    const [a, b, c, d] = [task('a'), task('b'), task('c'), task('d')];
    expect(log).toEqual(['a', 'b']);
    ends.get('b')?.(new Error('broke'));
    await expect(b).rejects.toThrow('broke');
    expect(log).toEqual(['a', 'b', 'c']);
    ends.get('a')?.();
    expect(await a).toBe('a');
    ends.get('c')?.();
    ends.get('d')?.();
    expect(await Promise.all([c, d])).toEqual(['c', 'd']);
    const e = task('e');
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
    ends.get('e')?.();
    await e;
  });
});
