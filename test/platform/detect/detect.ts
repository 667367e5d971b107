import { type Fault, untilEvident } from '../faults/fault.js';
import { faultNamed } from '../faults/index.js';
import { type Detection } from './detection.js';
import { type Observation } from './observation.js';
import { type Deed, type Detected, Trial } from './trial.js';

/** From the deed to the system showing it: a crash loop and a lost node take their time. */
const EVIDENT_WITHIN = 240_000;

/**
 * Injects one fault, waits for all findings that have to come of it, repairs, waits for their end. What goes wrong is the
 * problem of an outcome, never thrown.
 */
export async function detect(detections: readonly Detection[], observation: Observation): Promise<Detected[]> {
  const [first] = detections;
  if (first === undefined) return [];
  const fault = faultNamed(first.fault);
  const from = observation.vitals.heard.length;
  const trials = detections.map((detection) => new Trial(detection, observation, from));
  const noteAll = (error: unknown): void => {
    for (const trial of trials) trial.note(error);
  };
  const ill = await bringAbout(fault, true, observation).catch(noteAll);
  if (ill !== undefined) await Promise.all(trials.map((trial) => trial.raise(ill)));
  // Asked while all of it is there: causes can become known after a finding was raised.
  await observation.wrongNow().catch(noteAll);
  const well = await bringAbout(fault, false, observation).catch(noteAll);
  if (well !== undefined) await Promise.all(trials.map((trial) => trial.clear(well)));
  if (fault.mend !== undefined) await fault.repair(observation.platform).catch(noteAll);
  // The next fault of this lane begins when nothing is left of this one.
  const families = (): ReadonlySet<string> => new Set(trials.flatMap((trial) => [...trial.family()]));
  await observation.calm(families).catch(noteAll);
  return trials.map((trial) => trial.end());
}

/** Breaks it or makes it well, and waits until the system's own interface shows that. */
async function bringAbout(fault: Fault, isWanted: boolean, { platform, vitals }: Observation): Promise<Deed> {
  const begunAt = Date.now();
  const from = vitals.heard.length;
  if (isWanted) await fault.inject(platform);
  else await (fault.mend?.(platform) ?? fault.repair(platform));
  await untilEvident(fault, platform, isWanted, { within: EVIDENT_WITHIN, every: 100 });
  return { begunAt, from, shownAt: Date.now() };
}
