import { FindingReason } from '../../src/model/finding-reason.js';
import { getOrMake } from '../../src/model/get-or-make.js';
import { Evidence, type Finding, Severity } from '../../src/model/health.js';
import { SignalName } from '../../src/model/signal-name.js';
import type { Instant } from '../../src/model/time.js';
import { type Reads, ReadLog, Stamp } from '../../src/registry/reads.js';
import { Roots } from '../../src/registry/roots.js';

const { POD_UNSCHEDULABLE: POD, CLAIM_PENDING: CLAIM, NODE_NOT_READY: NODE } = FindingReason;
/** The first two may be causes of each other. */
const CIRCLES = new Map([POD, CLAIM].map((reason) => [reason, new Set([POD, CLAIM])]));

/** So many that their square is beyond any mistake. */
const MANY = 500;

function finding(id: string, reason: FindingReason, since: number): Finding {
  return {
    id,
    reason,
    subject: null,
    severity: Severity.WARNING,
    message: 'Bad.',
    advice: 'Look.',
    since: since as Instant,
    evidence: Evidence.MEASURED,
    ignored: null,
    signal: SignalName.POD_READINESS,
    resourceId: id as never,
  };
}

const many = (name: string, reason: FindingReason, since: number): readonly Finding[] =>
  Array.from({ length: MANY }, (_, index) => finding(`${name}${index}`, reason, since + index));

type Links = readonly (readonly [effect: Finding, causes: readonly Finding[]])[];

/** Roots among findings, and whose causes were looked up meanwhile. */
class Counted {
  readonly reads = new ReadLog();
  readonly lookedUp: string[] = [];
  private readonly stamps = new Map<string, Stamp>();
  readonly roots: Roots;

  constructor(links: Links) {
    const causes = new Map(links.map(([{ id }, standing]) => [id, standing]));
    const current = new Map(links.map(([one]) => [one.id, one]));
    const standingFor = ({ id }: Finding): readonly Finding[] => {
      this.lookedUp.push(id);
      this.reads.note(getOrMake(this.stamps, id, () => new Stamp()));
      return causes.get(id) ?? [];
    };
    this.roots = new Roots(CIRCLES, { standingFor, currentOf: ({ id }) => current.get(id) }, this.reads);
  }

  /** In a batch of its own, what its causes are looked up by changes. */
  touch({ id }: Finding): void {
    this.reads.version += 1;
    this.reads.touch(getOrMake(this.stamps, id, () => new Stamp()));
  }

  among(findings: readonly Finding[]): readonly string[] {
    return findings.filter((one) => this.roots.isRoot(one)).map(({ id }) => id);
  }
}

const pods = many('pod', POD, 1);
const claim = finding('claim', CLAIM, 9_999);
const placeless = many('placeless', POD, 1);
const ring = many('ring', POD, 1).map((one, index, all): Links[number] => [one, [all[(index + 1) % MANY] as Finding]]);
const ofOneClaim: Links = pods.map((one) => [one, [claim]]);

describe('of a list of findings the causes of each are looked up once', () => {
  it.each<[string, Links, readonly string[]]>([
    ['that follow from a younger one', [...ofOneClaim, [claim, []]], ['claim']],
    ['that lead to a circle with it', [...ofOneClaim, [claim, pods.slice(-2)]], [`pod${MANY - 2}`]],
    [
      'that follow from others through it',
      [...ofOneClaim, [claim, placeless], ...placeless.map((one): Links[number] => [one, []])],
      placeless.map(({ id }) => id),
    ],
    ['that stand for each other in a ring', ring, ['ring0']],
    ['of a chain', [...ring.slice(0, -1), [ring.at(-1)?.[0] as Finding, []]], [`ring${MANY - 1}`]],
    [
      'of a chain from elsewhere',
      [...ring.slice(0, -1), [ring.at(-1)?.[0] as Finding, [finding('node', NODE, 1)]]],
      [],
    ],
  ])('%s', (_, links, expected) => {
    const all = links.map(([one]) => one);
    for (const list of [all, [...all].reverse()]) {
      const counted = new Counted(links);
      expect([...counted.among(list)].sort()).toEqual([...expected].sort());
      expect([...counted.lookedUp].sort()).toEqual(all.map(({ id }) => id).sort());
      // Asked again, as sorting them does: nothing is different.
      expect(counted.among(list)).toHaveLength(expected.length);
      expect(counted.lookedUp).toHaveLength(all.length);
    }
  });

  it('that nothing may stand for in a circle, each for itself', () => {
    const nodes = many('node', NODE, 1);
    const counted = new Counted(nodes.map((one) => [one, [claim]]));
    expect(counted.among(nodes)).toEqual([]);
    expect(counted.lookedUp).toHaveLength(MANY);
  });
});

describe('of one finding', () => {
  it.each<[string, Links, number]>([
    ['that nothing stands for', [[claim, []]], 1],
    ['that follows from elsewhere', [[claim, [finding('node', NODE, 1), ...pods]]], 1],
    ['that follows from many that are told', [[claim, placeless]], 2],
  ])('%s no more is looked up than that takes', (_, links, expected) => {
    const counted = new Counted(links);
    counted.roots.isRoot(claim);
    expect(counted.lookedUp).toHaveLength(expected);
  });
});

describe('what was found', () => {
  it('is found anew after each batch', () => {
    const causes: Finding[] = [...placeless];
    const counted = new Counted([[claim, causes]]);
    expect(counted.roots.isRoot(claim)).toBe(false);
    causes.length = 0;
    expect(counted.roots.isRoot(claim)).toBe(false);
    counted.reads.version += 1;
    expect(counted.roots.isRoot(claim)).toBe(true);
  });

  it('of findings as they are does not count for one as it was, nor the reverse', () => {
    const pod = finding('pod', POD, 99_999);
    const counted = new Counted([
      [pod, [claim]],
      [claim, [pod]],
    ]);
    expect(counted.among([pod, claim])).toEqual(['claim']);
    // It would be the first.
    expect(counted.roots.isRoot(finding('pod', POD, 1))).toBe(true);
    expect(counted.among([pod, claim])).toEqual(['claim']);
  });

  it('of one that is over is what stands for it, though it was in a circle', () => {
    const counted = new Counted([[claim, pods.slice(0, 1)]]);
    const [pod = claim] = pods;
    expect(counted.roots.isRoot(pod)).toBe(true);
    expect(counted.roots.isRoot(claim)).toBe(false);
  });

  it('is read with all that it was found by, whoever asked first', () => {
    const [one = claim, other = claim] = pods;
    const counted = new Counted([...ofOneClaim, [claim, []]]);
    const readBy = (asked: Finding): Reads => {
      const reads = counted.reads.begin();
      counted.roots.isRoot(asked);
      reads.end();
      return reads;
    };
    const [ofClaim, first, again, ofOther] = [claim, one, one, other].map(readBy);
    counted.touch(one);
    expect([first, again].map((reads) => reads?.isCurrent)).toEqual([false, false]);
    expect(ofClaim?.isCurrent).toBe(true);
    counted.touch(claim);
    expect([ofClaim, ofOther].map((reads) => reads?.isCurrent)).toEqual([false, false]);
  });
});
