import { FindingReason } from '../src/model/finding-reason.js';
import { detections } from './platform/detect/detections.js';
import { notProduced } from './platform/detect/not-produced.js';
import { faults } from './platform/faults/index.js';

const reasons: readonly string[] = Object.values(FindingReason);
const detected = new Set(detections.map(({ finding }) => finding));
const excused = new Set(notProduced.map(({ finding }) => finding));

describe('the proof on the real platform', () => {
  it('has a detection for every finding, or says why it cannot', () => {
    expect(reasons.filter((reason) => !detected.has(reason) && !excused.has(reason))).toEqual([]);
  });

  it('excuses nothing that it detects, and nothing that there is not', () => {
    expect([...excused].filter((reason) => detected.has(reason) || !reasons.includes(reason))).toEqual([]);
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
