import { BOUNDS, type Outcome } from '../detect/detection.js';
import { detections } from '../detect/detections.js';
import { runDetections } from '../detect/run.js';
import { openPlatform } from '../lifecycle.js';
import { SHORT_LIMITS } from '../support/vitals.js';

const chosen = detections.filter(({ isChosen }) => isChosen === true);

/** A choice of the detections; all of them are run by `npm run platform:detect`. */
describe('a real fault', () => {
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    ({ outcomes } = await runDetections(openPlatform(), chosen, SHORT_LIMITS, console.log));
  }, 900_000);

  it.each(chosen)('$fault is heard as $finding, and its repair clears it', ({ fault, finding, seen }) => {
    const outcome = outcomes.find((candidate) => candidate.fault === fault && candidate.finding === finding);
    expect(outcome?.problem).toBeNull();
    expect(outcome?.raisedAfterSeconds).toBeLessThanOrEqual(BOUNDS[seen]);
    expect(outcome?.clearedAfterSeconds).not.toBeNull();
  });

  it('raises nothing that it does not explain', () => {
    expect(outcomes.flatMap(({ falseFindings }) => falseFindings)).toEqual([]);
  });
});
