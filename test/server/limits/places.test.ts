import { type Place, Places } from '../../../src/server/limits/places.js';

const MOST = { atOnce: { inTotal: 3, perClient: 2 }, waiting: { inTotal: 3, perClient: 2 }, patience: 60_000 };

function taken(place: Place | null): Place {
  if (place === null) throw new Error('There is no place.');
  return place;
}

describe('places', () => {
  it('are so many of one client, and of all', () => {
    const places = new Places(MOST);
    const first = taken(places.take('a'));
    taken(places.take('a'));
    expect(places.take('a')).toBeNull();
    taken(places.take('b'));
    expect(places.take('c')).toBeNull();
    first();
    taken(places.take('c'));
  });

  it('are for who waits first and may have one', async () => {
    const places = new Places(MOST);
    const [one, two, three] = [taken(places.take('a')), taken(places.take('b')), taken(places.take('b'))];
    const order: string[] = [];
    const wait = async (client: string): Promise<Place> => {
      const place = taken(await places.next(client));
      order.push(client);
      return place;
    };
    const [b, a] = [wait('b'), wait('a')];
    // Two are there of b already.
    one();
    (await a)();
    two();
    (await b)();
    three();
    expect(order).toEqual(['a', 'b']);
    expect([places.take('b'), places.take('b'), places.take('a')]).not.toContain(null);
  });

  it('are waited for by so many, of one client and of all', async () => {
    const places = new Places(MOST);
    const held = [places.take('a'), places.take('a'), places.take('b')].map(taken);
    const waiting = [places.next('a'), places.next('a')];
    expect(await places.next('a')).toBeNull();
    waiting.push(places.next('b'));
    expect(await places.next('c')).toBeNull();
    for (const leave of held) leave();
    for (const place of await Promise.all(waiting)) taken(place)();
  });

  it('are waited for so long', async () => {
    const places = new Places({ ...MOST, patience: 20 });
    const held = [taken(places.take('a')), taken(places.take('a'))];
    expect(await places.next('a')).toBeNull();
    for (const leave of held) leave();
    // Who gave up takes none.
    expect([places.take('a'), places.take('a')]).not.toContain(null);
  });
});
