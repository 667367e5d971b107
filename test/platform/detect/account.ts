import { type Outcome } from './detection.js';
import { type Observation, type Raised } from './observation.js';
import { type Detected } from './trial.js';

/**
 * Says of everything that was raised during a run to which fault it belongs: by what is its own, and by chains of causes.
 * What belongs to none is false, and counted at each fault during which it was raised.
 */
export function account(detected: readonly Detected[], observation: Observation): Outcome[] {
  const families = detected.map(({ detection, from, to }) => observation.family(detection, from, to));
  const explained = new Set(families.flatMap((family) => [...family]));
  return detected.map((one, index) => {
    const meanwhile = observation.raised(one.from, one.to);
    const family = families[index] ?? new Set();
    const consequences = meanwhile.filter(({ id }) => family.has(id) && id !== one.raisedId);
    const falseFindings = meanwhile.filter(({ id }) => !explained.has(id));
    return {
      ...one.outcome,
      consequences: sorted(consequences.map(({ label }) => label)),
      falseFindings: sorted(falseFindings.map(inFull)),
    };
  });
}

/** With what it says: somebody has to find out why. */
function inFull({ label, message }: Raised): string {
  return `${label}: ${message}`;
}

function sorted(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
