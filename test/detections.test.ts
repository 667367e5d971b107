import { FindingReason } from '../src/model/finding-reason.js';
import { catalogue } from '../src/sources/index.js';
import { detections } from './platform/detect/detections.js';
import { Related } from './platform/detect/related.js';
import { notProduced } from './platform/detect/not-produced.js';
import { ruleFacts } from './platform/detect/rule-facts.js';
import { faults } from './platform/faults/index.js';
import { SHORT_LIMITS } from './platform/support/short-limits.js';

const reasons: readonly string[] = Object.values(FindingReason);
const detected = new Set(detections.map(({ finding }) => finding));
const excused = new Set(notProduced.map(({ finding }) => finding));
const judging = catalogue.rules.filter(({ limits }) => Object.keys(limits).length > 0);
const proven = new Set(detections.map((detection) => ruleFacts(detection, SHORT_LIMITS).signal));

describe('the proof on the real platform', () => {
  it('has a detection for every finding, or says why it cannot', () => {
    expect(reasons.filter((reason) => !detected.has(reason) && !excused.has(reason))).toEqual([]);
  });

  it('has one for every rule, too, where several raise the same finding', () => {
    const missing = judging.filter(
      ({ signal, limits }) =>
        !proven.has(signal) && !excused.has(signal) && !Object.keys(limits).every((reason) => excused.has(reason)),
    );
    expect(missing.map(({ signal }) => signal)).toEqual([]);
  });

  it('excuses nothing that it detects, and nothing that there is not', () => {
    const known = new Set<string>([...reasons, ...judging.map(({ signal }) => signal)]);
    expect([...excused].filter((name) => detected.has(name) || proven.has(name) || !known.has(name))).toEqual([]);
  });

  it('detects findings that there are, by faults that there are', () => {
    expect([...detected].filter((reason) => !reasons.includes(reason))).toEqual([]);
    const names = new Set(faults.map(({ name }) => name));
    expect(detections.filter(({ fault }) => !names.has(fault))).toEqual([]);
  });

  it('tries every system that is asked at intervals at rest and while it is alert', () => {
    // What is known by a monitoring is asked for as often as that looks, however alert. The last lanes go on from the others.
    const probed = detections.filter(
      ({ seen, lane, floorSeconds }) =>
        seen === 'probed' && lane !== 'alone' && lane !== 'unmeasured' && floorSeconds === undefined,
    );
    const lanes = [...new Set(probed.map(({ lane }) => lane))];
    const without = lanes.filter((lane) => !probed.some((one) => one.lane === lane && one.whenAlert === true));
    expect(without).toEqual([]);
    // Before the first fault of a lane nothing has changed yet.
    const first = lanes.map((lane) => detections.find((detection) => detection.lane === lane));
    expect(first.filter((detection) => detection?.whenAlert === true)).toEqual([]);
  });
});

describe('what belongs to a fault', () => {
  /** A disk that is full fills a database, a broker and its pod; a node that is lost takes the pod, too. */
  const CAUSES: readonly (readonly [effect: string, causes: readonly string[], at: number])[] = [
    ['database', ['disk'], 10_000],
    ['broker', ['disk'], 10_000],
    ['pod', ['broker'], 11_000],
    ['pod', ['node'], 50_000],
    ['zone', ['node'], 50_000],
  ];
  const related = new Related();
  for (const [id, causes, at] of CAUSES) related.learn({ id, causes: causes.map((cause) => ({ id: cause })) }, at);

  it.each<[string, readonly string[], readonly [number, number], readonly string[]]>([
    ['causes, and all of which these are causes', ['database'], [0, 20_000], ['database', 'disk', 'broker', 'pod']],
    ['not the other causes of what it caused', ['disk'], [0, 60_000], ['disk', 'database', 'broker', 'pod']],
    ['not what was so before', ['pod'], [40_000, 60_000], ['pod', 'node', 'zone']],
    ['not what was so later', ['node'], [0, 20_000], ['node']],
    ['nothing of nothing', [], [0, 60_000], []],
  ])('%s', (_, ids, [from, to], expected) => {
    expect([...related.connectedWith(ids, { from, to })].sort()).toEqual([...expected].sort());
  });

  it('a cause is there between two looks, and not between two times at which it was', () => {
    const again = new Related();
    for (const at of [1_000, 5_000, 90_000]) again.learn({ id: 'pod', causes: [{ id: 'node' }] }, at);
    const isThere = (from: number, to: number): boolean => again.connectedWith(['pod'], { from, to }).has('node');
    expect([isThere(2_000, 3_000), isThere(20_000, 30_000), isThere(80_000, 95_000)]).toEqual([true, false, true]);
  });
});
