import { type Outcome } from './detection.js';
import { type Observation, type Raised } from './observation.js';
import { type Detected } from './trial.js';

/**
 * Says of everything that was raised during a run to which fault it belongs: by what is its own, and by chains of causes, while
 * that fault was there. What belongs to none is false, and told at each fault during which it was raised; what came while there
 * was none, at the last.
 */
export function account(detected: readonly Detected[], observation: Observation): Outcome[] {
  const families = detected.map(({ detection, from, to }) => observation.family(detection, from, to));
  const isExplained = (raised: Raised): boolean =>
    detected.some((one, index) => isWithin(raised, one) && families[index]?.has(raised.id) === true);
  const unexplained = observation.raised(0, Infinity).filter((raised) => !isExplained(raised));
  return detected.map((one, index) => {
    const meanwhile = observation.raised(one.from, one.to);
    const consequences = meanwhile.filter(({ id }) => families[index]?.has(id) === true && id !== one.raisedId);
    const falseFindings = unexplained.filter((raised) => toldAt(raised, detected).includes(one));
    return {
      ...one.outcome,
      consequences: sorted(consequences.map(({ label }) => label)),
      falseFindings: sorted(falseFindings.map(inFull)),
    };
  });
}

function isWithin({ place }: Raised, { from, to }: Detected): boolean {
  return place >= from && place < to;
}

function toldAt(raised: Raised, detected: readonly Detected[]): readonly Detected[] {
  const there = detected.filter((one) => isWithin(raised, one));
  return there.length > 0 ? there : detected.slice(-1);
}

/** With what it says: somebody has to find out why. */
function inFull({ label, message }: Raised): string {
  return `${label}: ${message}`;
}

function sorted(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
