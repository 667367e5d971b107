import fc from 'fast-check';
import type { Edge } from '../../src/model/edges.js';
import type { Observation } from '../../src/model/facts.js';
import { FindingReason } from '../../src/model/finding-reason.js';
import { Evidence, type Finding, Severity } from '../../src/model/health.js';
import { type CauseDefinition, type Step, defineKind } from '../../src/model/kind-definition.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { type Candidate, type Rule, defineRule } from '../../src/model/rule.js';
import { SignalName } from '../../src/model/signal-name.js';
import type { Instant } from '../../src/model/time.js';
import { compareFindings } from '../../src/model/verdict.js';
import { circlesAmong } from '../../src/registry/circles.js';
import type { Reads } from '../../src/registry/reads.js';
import type { Registry } from '../../src/registry/registry.js';
import { hidden, standingFor } from '../support/hidden.js';
import { type World, judgedWorld } from '../support/judged.js';
import { idOf, pod } from '../support/small-world.js';
import { trials } from '../support/trials.js';

const { count: WORLDS, seed: SEED } = trials('VITALS_CAUSES', 500);

const POD = ResourceKind.POD;
const { POD_NOT_READY: A, CONTAINER_RESTARTING: B, CPU_NEAR_LIMIT: C } = FindingReason;
const { WARNING, CRITICAL } = Severity;

/** What a record says of itself, and to which others, by their numbers, its edges lead. */
interface Told {
  readonly said: readonly Candidate[];
  readonly next?: readonly number[];
}

const kind = defineKind({
  kind: POD,
  edges: ({ labels }) =>
    (JSON.parse(labels['next'] ?? '[]') as readonly number[]).map((next): Edge => ({
      name: 'owner',
      to: idOf(POD, `r${next}`),
    })),
});

const saying: Rule = defineRule({
  kind: POD,
  signal: SignalName.POD_READINESS,
  title: 'Said',
  description: 'What the labels say.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_NOT_READY: {}, CONTAINER_RESTARTING: {}, CPU_NEAR_LIMIT: {} },
  judge: ({ main: { labels } }) => ({ findings: JSON.parse(labels['said'] ?? '[]') as readonly Candidate[] }),
});

function said(reason: FindingReason, since: number, severity = WARNING): Candidate {
  return { reason, severity, since: since as Instant, message: 'Bad.', advice: 'Look.' };
}

/** A registry that was told nothing yet, and what is to be told: records are called r0, r1, and so on. */
function worldOf(
  records: readonly Told[],
  causes: readonly CauseDefinition[],
  ignored: { readonly names?: readonly string[]; readonly reasons?: readonly FindingReason[] } = {},
): { readonly world: World; readonly observations: readonly Observation[] } {
  const common = { untilAt: null, because: 'on purpose' };
  const ignores = [
    ...(ignored.names ?? []).map((name) => ({ ...common, reason: null, where: { name } })),
    ...(ignored.reasons ?? []).map((reason) => ({ ...common, reason, where: {} })),
  ];
  const world = judgedWorld({ kinds: [kind], rules: [saying], causes, settings: { ignores } });
  const observations = records.map(({ said: findings, next = [] }, index) =>
    pod(`r${index}`, { said: JSON.stringify(findings), next: JSON.stringify(next) }),
  );
  return { world, observations };
}

/** `REASON of name` of all that are told by themselves, ignored ones included. */
function roots({ registry }: World): readonly string[] {
  return [...registry.findings()]
    .filter((finding) => registry.isRoot(finding))
    .map(({ reason, resourceId }) => `${reason} of ${registry.get(resourceId)?.main.name ?? '?'}`)
    .sort();
}

const here = (effect: FindingReason, cause: FindingReason): CauseDefinition => ({
  effects: [effect],
  causes: [cause],
  path: [],
});
const toNext: Step = { edge: 'owner', direction: 'to', kind: POD };
/** Each of them is a consequence of the other. */
const MUTUAL = [here(A, B), here(B, A)];
/** Whoever has it has it from the next. */
const FROM_NEXT: CauseDefinition = { effects: [A], causes: [A], path: [toNext] };

describe('of findings that are causes of each other', () => {
  it.each<[string, readonly Told[], readonly CauseDefinition[], readonly string[]]>([
    ['the oldest is told', [{ said: [said(A, 2), said(B, 1)] }], MUTUAL, ['CONTAINER_RESTARTING of r0']],
    ['whichever that is', [{ said: [said(A, 1), said(B, 2)] }], MUTUAL, ['POD_NOT_READY of r0']],
    [
      'none is told where one follows from something else',
      [{ said: [said(A, 1), said(B, 2), said(C, 3)] }],
      [...MUTUAL, here(B, C)],
      ['CPU_NEAR_LIMIT of r0'],
    ],
    [
      'none is told where one follows from something that is worse',
      [{ said: [said(A, 1), said(B, 2), said(C, 3, CRITICAL)] }],
      [...MUTUAL, here(B, C)],
      ['CPU_NEAR_LIMIT of r0'],
    ],
    [
      'the oldest is told beside what is less severe',
      [{ said: [said(A, 2, CRITICAL), said(B, 1, CRITICAL), said(C, 3)] }],
      [...MUTUAL, here(B, C)],
      ['CONTAINER_RESTARTING of r0', 'CPU_NEAR_LIMIT of r0'],
    ],
    [
      'the more severe is told, however young it is',
      [{ said: [said(A, 2, CRITICAL), said(B, 1)] }],
      MUTUAL,
      ['POD_NOT_READY of r0'],
    ],
    [
      'one is told of a ring',
      [
        { said: [said(A, 3)], next: [1] },
        { said: [said(A, 1)], next: [2] },
        { said: [said(A, 2)], next: [0] },
      ],
      [FROM_NEXT],
      ['POD_NOT_READY of r1'],
    ],
    [
      'one is told of each ring, and what follows from one is not',
      [
        { said: [said(A, 1)], next: [1, 3] },
        { said: [said(A, 3)], next: [2] },
        { said: [said(A, 2)], next: [1] },
        { said: [said(A, 5)], next: [4] },
        { said: [said(A, 4)], next: [3] },
      ],
      [FROM_NEXT],
      ['POD_NOT_READY of r2', 'POD_NOT_READY of r4'],
    ],
    [
      'none is told of a ring that follows from another, however old it is',
      [
        { said: [said(A, 1)], next: [1] },
        { said: [said(A, 2)], next: [0, 2] },
        { said: [said(A, 4)], next: [3] },
        { said: [said(A, 3)], next: [2] },
      ],
      [FROM_NEXT],
      ['POD_NOT_READY of r3'],
    ],
  ])('%s', (_, records, causes, expected) => {
    const { world, observations } = worldOf(records, causes);
    world.see(...observations);
    expect(roots(world)).toEqual(expected);
    expect(hidden(world.registry)).toEqual([]);
  });

  it('one is told of two that are as old, and the same whichever came first', () => {
    const records = [
      { said: [said(A, 1)], next: [1] },
      { said: [said(A, 1)], next: [0] },
    ];
    const [one, other] = [worldOf(records, [FROM_NEXT]), worldOf(records, [FROM_NEXT])];
    one.world.see(...one.observations);
    for (const observation of [...other.observations].reverse()) other.world.see(observation);
    expect(roots(one.world)).toHaveLength(1);
    expect(roots(other.world)).toEqual(roots(one.world));
  });

  it('an ignored one does not stand for the other', () => {
    const { world, observations } = worldOf([{ said: [said(A, 2), said(B, 1)] }], MUTUAL, { reasons: [B] });
    expect(roots(world.see(...observations))).toEqual(['POD_NOT_READY of r0']);
  });

  it('the other is told once one is over', () => {
    const { world, observations } = worldOf([{ said: [said(A, 2), said(B, 1)] }], MUTUAL);
    expect(roots(world.see(...observations))).toEqual(['CONTAINER_RESTARTING of r0']);
    expect(roots(world.see(pod('r0', { said: JSON.stringify([said(A, 2)]) })))).toEqual(['POD_NOT_READY of r0']);
  });
});

describe('of many that follow from the same one, which may follow from them', () => {
  const PODS = 200;

  /** The first record is what all others wait for; the last one waits for nothing, and is well. */
  function waiting(): { readonly world: World; readonly looks: { count: number } } {
    const looks = { count: 0 };
    const holds = (): boolean => {
      looks.count += 1;
      return false;
    };
    const back: Step = { edge: 'owner', direction: 'from', kind: POD };
    const waits: Told = { said: [said(B, 1)], next: [0] };
    const { world, observations } = worldOf(
      [{ said: [said(A, 9)] }, ...Array.from({ length: PODS }, () => waits), { said: [] }],
      [
        { effects: [B], causes: [A], path: [toNext] },
        { effects: [A], causes: [B], path: [back], holds },
      ],
    );
    return { world: world.see(...observations), looks };
  }

  it('each is looked at once in a batch, from its changes to lists', () => {
    const { world, looks } = waiting();
    expect(roots(world)).toEqual(['POD_NOT_READY of r0']);
    expect(looks.count).toBe(PODS);
    world.see(pod(`r${PODS + 1}`));
    expect(roots(world)).toEqual(['POD_NOT_READY of r0']);
    expect(looks.count).toBe(2 * PODS);
  });

  it('who was told of one has read all that it was found by, whoever asked first', () => {
    const { world } = waiting();
    const { registry } = world;
    const readBy = (name: string): Reads => {
      const reads = registry.beginReading();
      for (const finding of registry.get(idOf(POD, name))?.findings ?? []) registry.isRoot(finding);
      reads.end();
      return reads;
    };
    world.see(pod(`r${PODS + 1}`));
    const asked = ['r1', 'r2', 'r0', 'r3', 'r2'];
    const areCurrent = (all: readonly Reads[]): readonly boolean[] => all.map(({ isCurrent }) => isCurrent);
    const all = asked.map(readBy);
    world.see(pod(`r${PODS + 1}`, { said: '[]', other: 'label' }));
    expect(areCurrent(all)).toEqual(asked.map(() => true));
    // The first one follows from none of those that wait for it, and may from this one at any time.
    world.see(pod('r9', { said: JSON.stringify([said(B, 1)]), next: '[0]', other: 'label' }));
    expect(areCurrent(all)).toEqual(asked.map(() => false));
    const anew = asked.map(readBy);
    world.see(pod('r0'));
    expect(areCurrent(anew)).toEqual(asked.map(() => false));
    expect(roots(world)).toHaveLength(PODS);
  });
});

describe('circles of reasons', () => {
  it('are those that definitions close, over however many steps', () => {
    const { POD_PENDING: D, POD_FAILED: E } = FindingReason;
    const circles = circlesAmong([here(A, B), here(B, C), here(C, A), here(C, D), here(E, E), here(D, E)]);
    const members = [...circles].map(([reason, circle]) => [reason, [...circle].sort()] as const);
    expect(Object.fromEntries(members)).toEqual({ [A]: [B, C, A], [B]: [B, C, A], [C]: [B, C, A], [E]: [E] });
  });

  it('are none where nothing leads back', () => {
    expect(circlesAmong([here(A, B), here(B, C), here(A, C)])).toEqual(new Map());
  });
});

/** Few reasons, records and ages: so that findings often meet. */
const reasons = fc.subarray([A, B, C], { minLength: 1 });
const step = fc
  .constantFrom('to' as const, 'from' as const)
  .map((direction): Step => ({ edge: 'owner', direction, kind: POD }));
const definition = fc.record({ effects: reasons, causes: reasons, path: fc.array(step, { maxLength: 2 }) });
const candidate = fc
  .tuple(fc.constantFrom(A, B, C), fc.integer({ min: 1, max: 3 }), fc.constantFrom(WARNING, WARNING, CRITICAL))
  .map(([reason, since, severity]) => said(reason, since, severity));
const told = fc.record({
  said: fc.array(candidate, { maxLength: 3 }),
  next: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
});
const thrown = fc.record({
  records: fc.array(told, { minLength: 2, maxLength: 5 }),
  causes: fc.array(definition, { minLength: 1, maxLength: 4 }),
  names: fc.subarray(['r0', 'r1', 'r2', 'r3', 'r4'], { maxLength: 2 }),
  /** In which order they come, one after the other. */
  order: fc.array(fc.nat(99), { minLength: 5, maxLength: 5 }),
});

/** Roots for which others stand, too: told only because these stand for each other. */
function toldOfCircles(registry: Registry): readonly Finding[] {
  return [...registry.findings()].filter(
    (finding) => finding.ignored === null && registry.isRoot(finding) && standingFor(registry, finding).length > 0,
  );
}

/** By its definition, without regard to what that takes: whatever stands for it leads back to it, and it is the first of them. */
function isRootAsDefined(registry: Registry, finding: Finding): boolean {
  const around = standingFor(registry, finding);
  const leadsBack = around.every((one) => standingFor(registry, one).some(({ id }) => id === finding.id));
  return around.length === 0 || (leadsBack && [...around].sort(compareFindings)[0]?.id === finding.id);
}

describe(`whatever follows from what (${WORLDS}, seed ${SEED})`, () => {
  it('nothing is hidden, of a circle one is told, and no order of arrival matters', () => {
    let wouldBeHidden = 0;
    const property = fc.property(thrown, ({ records, causes, names, order }) => {
      const [one, other] = [worldOf(records, causes, { names }), worldOf(records, causes, { names })];
      const { registry } = one.world.see(...one.observations);
      expect(hidden(registry)).toEqual([]);
      for (const finding of registry.findings()) {
        if (finding.ignored !== null) continue;
        expect(registry.isRoot(finding)).toBe(isRootAsDefined(registry, finding));
      }
      for (const first of toldOfCircles(registry)) {
        for (const member of standingFor(registry, first)) {
          expect(member.id === first.id || !registry.isRoot(member)).toBe(true);
          expect(standingFor(registry, member).map(({ id }) => id)).toContain(first.id);
        }
      }
      const byTurn = other.observations.map((observation, index) => ({ observation, turn: order[index] ?? 0 }));
      for (const { observation } of byTurn.sort((a, b) => a.turn - b.turn)) other.world.see(observation);
      expect(roots(other.world)).toEqual(roots(one.world));
      // By their causes alone, as if there were no circles.
      if (hidden(registry, (finding) => standingFor(registry, finding).length === 0).length > 0) wouldBeHidden += 1;
    });
    fc.assert(property, { numRuns: WORLDS, seed: SEED });
    // There are circles among what is thrown.
    expect(wouldBeHidden / WORLDS).toBeGreaterThan(0.01);
  });
});
