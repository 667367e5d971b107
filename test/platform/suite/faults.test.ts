import { type Outcome } from '../detect/detection.js';
import { detections } from '../detect/detections.js';
import { runDetections } from '../detect/run.js';
import { openPlatform } from '../lifecycle.js';
import { SHORT_LIMITS } from '../support/short-limits.js';

const chosen = detections.filter(({ isChosen }) => isChosen === true);

/** Milliseconds after which no other fault is begun. One that goes wrong in every way takes as long again, at most. */
const ENOUGH = 840_000;

/** A choice of the detections; all of them are run by `npm run platform:detect`. */
describe('a real fault', () => {
  let outcomes: readonly Outcome[];
  let unrest: readonly string[];

  beforeAll(async () => {
    const enough = AbortSignal.timeout(ENOUGH);
    ({ outcomes, unrest } = await runDetections(openPlatform(), chosen, SHORT_LIMITS, console.log, enough));
  }, 2 * ENOUGH);

  it.each(chosen)('$fault is heard as $finding, and its repair clears it', ({ fault, finding }) => {
    const outcome = outcomes.find((candidate) => candidate.fault === fault && candidate.finding === finding);
    expect(outcome?.problem).toBeNull();
    expect(outcome?.raisedAfterSeconds).toBeLessThanOrEqual(outcome?.boundSeconds ?? 0);
    expect(outcome?.clearedAfterSeconds).not.toBeNull();
  });

  it('leaves nothing behind', () => {
    expect(unrest).toEqual([]);
  });

  it('raises nothing that it does not explain', () => {
    expect(outcomes.flatMap(({ falseFindings }) => falseFindings)).toEqual([]);
  });
});
