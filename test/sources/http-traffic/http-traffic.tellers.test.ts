import type { SightState } from '../../../src/model/source.js';
import type { Instant } from '../../../src/model/time.js';
import { RouteTellers } from '../../../src/sources/http-traffic/http-traffic.tellers.js';

const at = (time: number): Instant => time as Instant;

/** A proxy; it can be lost and found. */
function proxy(contact: number, state: SightState = 'ok') {
  return { reach: { state, contactAt: at(contact) } };
}

describe('who tells of routes', () => {
  it('is seen as long as one of them is, as late as any of them was', () => {
    const [one, other] = [proxy(5), proxy(7)];
    const tellers = new RouteTellers();
    tellers.note(one, ['shop', 'cart'], at(5));
    tellers.note(other, ['shop'], at(7));
    one.reach = { state: 'lost', contactAt: at(5) };
    expect(tellers.sightOf('shop')).toEqual({ seenAt: 7, isUnseen: false });
    expect(tellers.sightOf('cart')).toEqual({ seenAt: 5, isUnseen: true });
    expect(tellers.sightOf('pay')).toBeNull();
    expect([...tellers.keys(new Set([other]))]).toEqual(['shop']);
    expect([...tellers.keys()]).toEqual(['shop', 'cart']);
  });

  it('is missed no more once it is no more', () => {
    const [one, other] = [proxy(5, 'lost'), proxy(7, 'lost')];
    const tellers = new RouteTellers();
    tellers.note(one, ['shop', 'cart'], at(5));
    tellers.note(other, ['shop'], at(7));
    tellers.keep((teller) => teller === other);
    expect(tellers.sightOf('shop')).toEqual({ seenAt: 7, isUnseen: true });
    expect(tellers.sightOf('cart')).toEqual({ seenAt: 5, isUnseen: false });
    // Whoever is looked at next: else nobody would ask whether it is over.
    expect([...tellers.keys(new Set())]).toEqual(['cart']);
    expect([tellers.isOver('cart', at(5)), tellers.isOver('cart', at(6))]).toEqual([false, true]);
  });

  it.each<[SightState, boolean]>([
    ['lost', true],
    ['forbidden', true],
    ['invalid', true],
    ['ok', false],
  ])('that is %s', (state, isUnseen) => {
    const tellers = new RouteTellers();
    tellers.note(proxy(1, state), ['shop'], at(1));
    expect(tellers.sightOf('shop')?.isUnseen).toBe(isUnseen);
  });

  it('is over when all who told of it are seen and do so no more', () => {
    const [one, other] = [proxy(1), proxy(1)];
    const tellers = new RouteTellers();
    for (const each of [one, other]) tellers.note(each, ['shop'], at(1));
    expect([tellers.isOver('shop', at(1)), tellers.isOver('shop', at(2))]).toEqual([false, true]);
    one.reach = other.reach = { state: 'lost', contactAt: at(1) };
    expect(tellers.isOver('shop', at(2))).toBe(false);
    other.reach = { state: 'ok', contactAt: at(3) };
    expect(tellers.isOver('shop', at(2))).toBe(true);
    tellers.forget('shop');
    expect([...tellers.keys()]).toEqual([]);
  });
});
