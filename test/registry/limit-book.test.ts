import { ResourceKind } from '../../src/model/kinds.js';
import { type Selector, matches } from '../../src/registry/limit-book.js';
import { judgedWorld } from '../support/judged.js';
import { idOf, pod, smallKinds, smallRules } from '../support/small-world.js';

const { POD, NODE } = ResourceKind;

/** Pod `db-0` of namespace `shop` in cluster `prod`. */
function subject(): Parameters<typeof matches>[1] {
  const world = judgedWorld({ kinds: smallKinds, rules: smallRules });
  const entry = world.see(pod('db-0', { app: 'db', tier: 'back' })).registry.get(idOf(POD, 'db-0'));
  if (entry === undefined) throw new Error('It is not there.');
  return entry;
}

describe('a setting is for the resources whose', () => {
  it.each<[string, Selector, boolean]>([
    ['nothing matters', {}, true],
    ['name is that', { name: 'db-0' }, true],
    ['name is another', { name: 'db' }, false],
    ['name has any end', { name: 'db-*' }, true],
    ['name has any beginning', { name: '*-0' }, true],
    ['name has one more letter', { name: 'db-?' }, true],
    ['name has two more', { name: 'db-??' }, false],
    ['name is no pattern of another language', { name: 'db.0' }, false],
    ['cluster fits', { cluster: 'pr*' }, true],
    ['cluster does not', { cluster: 'test' }, false],
    ['namespace fits', { namespace: 'sh?p' }, true],
    ['namespace does not', { namespace: 'infra' }, false],
    ['label is that', { labels: { app: 'db' } }, true],
    ['labels are all those', { labels: { app: 'db', tier: 'back' } }, true],
    ['labels are not all those', { labels: { app: 'db', tier: 'front' } }, false],
    ['label is no pattern', { labels: { app: 'd*' } }, false],
    ['label is not there', { labels: { toString: 'x' } }, false],
    ['kind is among those', { kinds: [NODE, POD] }, true],
    ['kind is not', { kinds: [NODE] }, false],
    ['parts fit, all of them', { cluster: 'prod', namespace: 'shop', name: 'db-*', labels: { app: 'db' } }, true],
    ['parts fit but for one', { cluster: 'prod', namespace: 'shop', name: 'web-*', labels: { app: 'db' } }, false],
  ])('%s', (_, selector, expected) => {
    expect(matches(selector, subject())).toBe(expected);
  });
});
