import { ResourceKind } from '../../src/model/kinds.js';
import { type Grant, type Placed, covers, isEverything, mayCover, scopeKey } from '../../src/model/scope.js';

const { POD, NODE, NAMESPACE, DATABASE, VOLUME } = ResourceKind;
const any: Grant = { clusters: null, namespaces: null, kinds: null };
const pod: Placed = { kind: POD, system: 'prod', namespace: 'data-eu' };
const node: Placed = { kind: NODE, system: 'prod', namespace: null };
const database: Placed = { kind: DATABASE, system: 'metadata', namespace: null };

describe('a scope', () => {
  it.each<[string, Grant[], Placed, boolean]>([
    ['nothing, without a grant', [], pod, false],
    ['everything, where none of them says less', [any], node, true],
    ['a namespace by a pattern', [{ ...any, namespaces: ['data-*'] }], pod, true],
    ['no other namespace', [{ ...any, namespaces: ['data', 'data-?'] }], pod, false],
    ['what is in no namespace only where its kind is named', [{ ...any, namespaces: ['*'] }], node, false],
    ['it then', [{ ...any, namespaces: ['data-*'], kinds: [POD, NODE] }], node, true],
    ['no other kind', [{ ...any, kinds: [NODE] }], pod, false],
    ['a system by its name', [{ ...any, clusters: ['meta*'] }], database, true],
    ['no other system', [{ ...any, clusters: ['meta*'] }], node, false],
    [
      'what one of several grants',
      [
        { ...any, clusters: ['x'] },
        { ...any, kinds: [NODE] },
      ],
      node,
      true,
    ],
    ['not what only two of them together would', [{ ...any, clusters: ['prod'], kinds: [NODE] }, { ...any, clusters: ['metadata'], namespaces: ['*'] }], pod, false], // prettier-ignore
  ])('covers %s', (_, scope, placed, isCovered) => {
    expect(covers(scope, placed)).toBe(isCovered);
  });

  it('may cover kinds that are in namespaces, and others where they are named', () => {
    const scope = [{ ...any, clusters: ['prod'], namespaces: ['a'] }];
    expect([POD, NAMESPACE, VOLUME].map((kind) => mayCover(scope, kind, 'prod'))).toEqual([true, true, true]);
    expect(mayCover(scope, NODE, 'prod')).toBe(false);
    expect(mayCover(scope, POD, 'test')).toBe(false);
    expect(mayCover([{ ...any, namespaces: ['a'], kinds: [NODE] }], NODE, 'prod')).toBe(true);
  });

  it('is everything where one of its grants is', () => {
    expect(isEverything([{ ...any, kinds: [POD] }, any])).toBe(true);
    expect(isEverything([{ ...any, kinds: [POD] }])).toBe(false);
    expect(isEverything([])).toBe(false);
  });

  it('is the same in whatever order it is said', () => {
    const one: Grant = { clusters: ['a', 'b'], namespaces: null, kinds: [POD, NODE] };
    const other: Grant = { clusters: ['b', 'a', 'a'], namespaces: null, kinds: [NODE, POD] };
    expect(scopeKey([one, any])).toBe(scopeKey([any, other, one]));
    expect(scopeKey([one])).not.toBe(scopeKey([{ ...one, namespaces: ['a'] }]));
    expect(scopeKey([{ ...any, clusters: ['x'] }])).not.toBe(scopeKey([{ ...any, namespaces: ['x'] }]));
  });
});
