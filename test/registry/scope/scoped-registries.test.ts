import { FindingReason } from '../../../src/model/finding-reason.js';
import { HealthStatus } from '../../../src/model/health.js';
import { platformId } from '../../../src/model/ids.js';
import type { CauseDefinition } from '../../../src/model/kind-definition.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Rule } from '../../../src/model/rule.js';
import type { Scope } from '../../../src/model/scope.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { NO_SETTINGS } from '../../../src/registry/limit-book.js';
import { Registry } from '../../../src/registry/registry.js';
import type { Catalogue } from '../../../src/registry/scope/scoped-catalogue.js';
import { ScopedRegistries } from '../../../src/registry/scope/scoped-registries.js';
import { hidden } from '../../support/hidden.js';
import { ManualClock } from '../../support/manual-clock.js';
import { inTurns } from './two-worlds.js';
import {
  cluster,
  gone,
  idOf,
  namespace,
  node,
  pod,
  roots,
  smallKinds,
  smallRules,
  source,
} from '../../support/small-world.js';

const { POD, NAMESPACE, CLUSTER, NODE } = ResourceKind;
const { CONTAINER_RESTARTING, NODE_NOT_READY } = FindingReason;
const ofItsNode: CauseDefinition = {
  effects: [CONTAINER_RESTARTING],
  causes: [NODE_NOT_READY],
  path: [{ edge: 'node', direction: 'to', kind: NODE }],
};
const catalogue: Catalogue = { kinds: smallKinds, rules: smallRules, causes: [ofItsNode] };
const SHOP: Scope = [{ clusters: null, namespaces: ['shop'], kinds: null }];
const FACTS = [...roots, source([{}]), cluster(), namespace('shop'), namespace('bank'), node('n1'), pod('web')];
const vault = (labels = {}) => pod('vault', labels, { namespace: 'bank' });

describe('registries of scopes', () => {
  let clock: ManualClock;
  let full: Registry;
  let made: Registry[];

  beforeEach(() => {
    clock = new ManualClock();
    full = new Registry({ ...catalogue, clock });
    made = [];
  });

  function scopedOver(...kept: readonly Scope[]): ScopedRegistries {
    const make = (taught: Catalogue, settings = NO_SETTINGS): Registry => {
      const registry = new Registry({ ...taught, clock, settings });
      made.push(registry);
      return registry;
    };
    return new ScopedRegistries({ full, catalogue, settings: NO_SETTINGS, make, kept });
  }

  /** What is filled is judged in turns. */
  function looked(scoped: ScopedRegistries, scope: Scope): Promise<Registry> {
    return inTurns(scoped.of(scope), clock);
  }

  it('are none until somebody has a scope, and then one', async () => {
    const scoped = scopedOver();
    scoped.report(FACTS);
    full.open();
    expect(made).toHaveLength(0);
    const [one, other] = [await looked(scoped, SHOP), await looked(scoped, SHOP)];
    expect(one).toBe(other);
    expect(made).toHaveLength(1);
    scoped.giveUp(SHOP);
    expect(await looked(scoped, SHOP)).toBe(one);
    scoped.giveUp(SHOP);
    scoped.giveUp(SHOP);
    expect(await looked(scoped, SHOP)).not.toBe(one);
    scoped.stop();
  });

  it('are made anew where filling one broke', async () => {
    let isBroken = true;
    const make = (taught: Catalogue, settings = NO_SETTINGS): Registry => {
      const registry = new Registry({ ...taught, clock, settings });
      if (isBroken) {
        registry.open = () => {
          throw new Error('It breaks.');
        };
      }
      made.push(registry);
      return registry;
    };
    const scoped = new ScopedRegistries({ full, catalogue, settings: NO_SETTINGS, make });
    scoped.report(FACTS);
    full.open();
    const [one, other] = [looked(scoped, SHOP), looked(scoped, SHOP)];
    await expect(Promise.allSettled([one, other])).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]); // prettier-ignore
    isBroken = false;
    const registry = await looked(scoped, SHOP);
    expect(registry).toBe(made.at(-1));
    expect(registry.get(idOf(POD, 'web'))).toBeDefined();
    scoped.stop();
  });

  it('are there from the start where that is known beforehand, and stay', async () => {
    const scoped = scopedOver(SHOP, SHOP);
    scoped.report(FACTS);
    expect(made).toHaveLength(1);
    full.open();
    const registry = await looked(scoped, SHOP);
    scoped.giveUp(SHOP);
    expect(await looked(scoped, SHOP)).toBe(registry);
    scoped.stop();
  });

  it('sum up what is seen, and nothing else', async () => {
    const scoped = scopedOver(SHOP);
    scoped.report([...FACTS, vault({ critical: 'x' })]);
    full.open();
    const own = await looked(scoped, SHOP);
    expect(full.get(platformId)?.status).toBe(HealthStatus.DEGRADED);
    for (const id of [platformId, idOf(CLUSTER, 'prod'), idOf(NAMESPACE, 'shop')])
      expect(own.get(id)?.status).toBe(HealthStatus.HEALTHY);
    for (const id of [idOf(NAMESPACE, 'bank'), idOf(POD, 'vault'), idOf(NODE, 'n1')])
      expect(own.get(id)).toBeUndefined();
    scoped.report([pod('web', { critical: 'x' })]);
    expect(own.get(platformId)?.status).toBe(HealthStatus.DEGRADED);
    expect(own.changes.range({}).map(({ resourceName }) => resourceName)).not.toContain('vault');
    scoped.stop();
  });

  it('judge by what is seen: what a node outside is like is no reason', async () => {
    const scoped = scopedOver(SHOP);
    scoped.report([...FACTS, node('n1', false)]);
    full.open();
    const own = await looked(scoped, SHOP);
    expect(full.get(idOf(POD, 'web'))?.findings).toMatchObject([{ reason: FindingReason.POD_NOT_READY }]);
    expect(own.get(idOf(POD, 'web'))?.findings).toEqual([]);
    scoped.stop();
  });

  it('count trouble for the cluster that is only a place, and so for all above it', async () => {
    const scope: Scope = [{ clusters: null, namespaces: null, kinds: [NODE] }];
    const scoped = scopedOver(scope);
    scoped.report([...FACTS, node('n1', false)]);
    full.open();
    const own = await looked(scoped, scope);
    expect(own.get(platformId)?.status).not.toBe(HealthStatus.HEALTHY);
    scoped.stop();
  });

  it('that are filled later know since when it lasts', async () => {
    const scoped = scopedOver();
    scoped.report(FACTS);
    full.open();
    await full.opened;
    // A number has to be high for 30 s until that is said.
    scoped.report([pod('web', {}, { restarts: 12 }), pod('worker', { warn: 'x' })]);
    const began = clock.now();
    clock.advance(20_000);
    const own = await looked(scoped, SHOP);
    expect(own.get(idOf(POD, 'worker'))?.findings).toMatchObject([{ since: began }]);
    expect(own.get(idOf(POD, 'web'))?.findings).toEqual([]);
    clock.advance(10_000);
    expect(own.get(idOf(POD, 'web'))?.findings).toMatchObject([{ since: began }]);
    expect(own.samples(idOf(POD, 'web'), 'restarts', null)).toEqual(full.samples(idOf(POD, 'web'), 'restarts', null));
    // Each writes on by itself.
    clock.advance(20_000);
    scoped.report([pod('web', {}, { restarts: 13 })]);
    expect(own.samples(idOf(POD, 'web'), 'restarts', null)).toEqual(full.samples(idOf(POD, 'web'), 'restarts', null));
    scoped.stop();
  });

  it('that are filled later know what stands only because nobody can look', async () => {
    const scoped = scopedOver();
    scoped.report([...FACTS, pod('worker', { warn: 'x' })]);
    full.open();
    await full.opened;
    scoped.report([pod('worker', { untold: 'x' })]);
    const own = await looked(scoped, SHOP);
    const { findings, isStale } = full.get(idOf(POD, 'worker')) ?? {};
    expect([findings?.length, isStale]).toEqual([1, true]);
    expect(own.get(idOf(POD, 'worker'))).toMatchObject({ findings, isStale });
    scoped.report([pod('worker')]);
    expect(own.get(idOf(POD, 'worker'))).toMatchObject({ findings: [], isStale: false });
    scoped.stop();
  });

  it('that are filled later find what is wrong by themselves: what a node outside is like stands on for nobody', async () => {
    const rules = catalogue.rules.map((rule): Rule => {
      if (rule.signal !== SignalName.POD_READINESS) return rule;
      const judge: Rule['judge'] = (subject, limits, now) =>
        subject.one('node', NODE) === undefined ? { cannotTell: () => true } : rule.judge(subject, limits, now);
      return { ...rule, judge };
    });
    const taught: Catalogue = { ...catalogue, rules };
    full = new Registry({ ...taught, clock });
    const make = (own: Catalogue): Registry => new Registry({ ...own, clock });
    const scoped = new ScopedRegistries({ full, catalogue: taught, settings: NO_SETTINGS, make, kept: [] });
    scoped.report([...FACTS, node('n1', false)]);
    full.open();
    const own = await looked(scoped, SHOP);
    expect(full.get(idOf(POD, 'web'))?.findings).toMatchObject([{ reason: FindingReason.POD_NOT_READY }]);
    expect(own.get(idOf(POD, 'web'))).toMatchObject({ findings: [], isStale: false });
    scoped.stop();
  });

  it('miss nothing that is reported while they are filled', async () => {
    const scoped = scopedOver();
    const many = Array.from({ length: 2_500 }, (_, index) => pod(`p${index}`));
    scoped.report([...FACTS, ...many]);
    full.open();
    await full.opened;
    const opening = scoped.of(SHOP);
    await new Promise((resolve) => setImmediate(resolve));
    // Some of it is handed over by now, and some is not.
    scoped.report([
      gone(POD, 'p0'),
      gone(POD, 'p2499'),
      pod('p1', { warn: 'x' }),
      pod('p2498', { warn: 'x' }),
      pod('new'),
    ]);
    const own = await inTurns(opening, clock);
    const look = (of: Registry): readonly unknown[] =>
      [...of.ranked([POD]).byName(false, null)].map(({ main, findings, status }) => [main.name, findings, status]);
    expect(look(own)).toEqual(look(full));
    expect(own.counts(POD).get(HealthStatus.DEGRADED)).toBe(2);
    scoped.stop();
  });

  it('tell by itself what follows only from what is not seen there', async () => {
    const scoped = scopedOver(SHOP);
    scoped.report(FACTS);
    full.open();
    const own = await looked(scoped, SHOP);
    scoped.report([node('n1', false), pod('web', { warn: 'x' })]);
    const look = (registry: Registry): readonly unknown[] =>
      [...registry.findings()]
        .filter(({ reason }) => reason === CONTAINER_RESTARTING)
        .map((finding) => [registry.causesOf(finding).map(({ reason }) => reason), registry.isRoot(finding)]);
    expect(look(full)).toEqual([[[NODE_NOT_READY], false]]);
    expect(look(own)).toEqual([[[], true]]);
    for (const registry of [full, own]) expect(hidden(registry)).toEqual([]);
    scoped.stop();
  });

  it('take up changed limits, those that come later, too', async () => {
    const scoped = scopedOver(SHOP);
    scoped.report([...FACTS, pod('worker', { warn: 'x' })]);
    full.open();
    const own = await looked(scoped, SHOP);
    const ignores = [{ reason: FindingReason.CONTAINER_RESTARTING, where: {}, untilAt: null, because: 'known' }];
    scoped.resettle({ ...NO_SETTINGS, ignores });
    const other = await looked(scoped, [{ clusters: ['prod'], namespaces: ['shop'], kinds: null }]);
    for (const registry of [full, own, other])
      expect(registry.get(idOf(POD, 'worker'))?.findings).toMatchObject([{ ignored: { reason: 'known' } }]);
    scoped.stop();
  });
});
