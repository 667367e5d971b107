import { ResourceKind } from '../../../src/model/kinds.js';
import type { Scope } from '../../../src/model/scope.js';
import { type OpenedSite, Sites } from '../../../src/server/auth/sites.js';
import type { Site } from '../../../src/server/site.js';

const scopeOf = (name: string): Scope => [{ clusters: [name], namespaces: null, kinds: [ResourceKind.POD] }];

/** Sites of which only their coming and going is of interest. */
class Street {
  readonly opened: string[] = [];
  readonly closed: string[] = [];
  readonly defects: unknown[] = [];
  isBroken = false;

  open(scope: Scope): Promise<OpenedSite> {
    const name = scope[0]?.clusters?.[0] ?? '';
    this.opened.push(name);
    if (this.isBroken) return Promise.reject(new Error('broken'));
    const site = { live: { subscribers: 1 } } as Site;
    return Promise.resolve({ site, close: () => Promise.resolve(void this.closed.push(name)) });
  }
}

describe('sites of scopes', () => {
  let street: Street;
  let sites: Sites;
  let now: number;

  beforeEach(() => {
    street = new Street();
    now = 0;
    sites = new Sites((scope) => street.open(scope), (error) => street.defects.push(error), 2, () => now); // prettier-ignore
  });

  it('are opened once for all who come', async () => {
    const [one, other] = await Promise.all([sites.enter(scopeOf('a')), sites.enter(scopeOf('a'))]);
    expect(one?.site).toBe(other?.site);
    expect(street.opened).toEqual(['a']);
    expect(sites.subscribers).toBe(1);
  });

  it('are given up when room is wanted, from the one that was left alone longest', async () => {
    const a = await sites.enter(scopeOf('a'));
    const b = await sites.enter(scopeOf('b'));
    a?.leave();
    b?.leave();
    (await sites.enter(scopeOf('a')))?.leave();
    now += 30_000;
    await sites.enter(scopeOf('c'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(street.closed).toEqual(['b']);
    expect(street.opened).toEqual(['a', 'b', 'c']);
  });

  it('are kept for a while once they are made, whoever wants room', async () => {
    for (const name of ['a', 'b']) (await sites.enter(scopeOf(name)))?.leave();
    now += 29_999;
    for (let round = 0; round < 5; round += 1) {
      (await sites.enter(scopeOf('a')))?.leave();
      expect(await sites.enter(scopeOf('c'))).toBeNull();
    }
    expect(street.opened).toEqual(['a', 'b']);
    now += 1;
    expect(await sites.enter(scopeOf('c'))).not.toBeNull();
    expect(street.closed).toEqual(['b']);
  });

  it('are never taken from who is there', async () => {
    const a = await sites.enter(scopeOf('a'));
    await sites.enter(scopeOf('b'));
    now += 30_000;
    expect(await sites.enter(scopeOf('c'))).toBeNull();
    expect(street.closed).toEqual([]);
    a?.leave();
    expect(await sites.enter(scopeOf('c'))).not.toBeNull();
  });

  it('that cannot be opened are tried again', async () => {
    street.isBroken = true;
    await expect(sites.enter(scopeOf('a'))).rejects.toThrow('broken');
    street.isBroken = false;
    expect(await sites.enter(scopeOf('a'))).not.toBeNull();
    expect(street.opened).toEqual(['a', 'a']);
    expect(street.defects).toEqual([]);
  });

  it('are all closed in the end', async () => {
    await sites.enter(scopeOf('a'));
    (await sites.enter(scopeOf('b')))?.leave();
    await sites.stop();
    expect([...street.closed].sort()).toEqual(['a', 'b']);
  });
});
