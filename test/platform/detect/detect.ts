import { type Fault } from '../faults/fault.js';
import { faultNamed } from '../faults/index.js';
import { type Platform } from '../support/platform.js';
import { type Heard, raises, resourceOf } from '../support/vitals.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { BOUNDS, type Detection, isOn, type Outcome } from './detection.js';
import { type Observation } from './observation.js';
import { type RuleFacts, ruleFacts } from './rule-facts.js';

/** From the deed to the system showing it: a crash loop and a lost node take their time. */
const EVIDENT_WITHIN = 180_000;
/** A rule that is late is waited for this much longer, so that it can be said how late it is. */
const PATIENCE = 30_000;
const CLEARED_WITHIN = 240_000;

/** One detection, and where in what was heard it began and ended. */
export interface Detected {
  readonly detection: Detection;
  readonly outcome: Outcome;
  readonly raisedId: string | null;
  readonly from: number;
  readonly to: number;
}

interface Raising {
  readonly id: string;
  readonly resource: string;
  readonly afterSeconds: number;
}

/** Injects the fault, waits for the finding, repairs, waits for its end. What goes wrong is the outcome's problem, never thrown. */
export async function detect(detection: Detection, observation: Observation): Promise<Detected> {
  const facts = ruleFacts(detection, observation.limits);
  const fault = faultNamed(detection.fault);
  const from = observation.vitals.heard.length;
  const problems: string[] = [];
  const note = (error: unknown): null => {
    problems.push(error instanceof Error ? error.message : String(error));
    return null;
  };
  const raising = await raise(detection, fault, facts, observation, from).catch(note);
  // Asked while all of it is there: causes can become known after a finding was raised.
  await observation.wrongNow().catch(note);
  const clearedAfterSeconds = await clear(detection, fault, raising, observation).catch(note);
  // The next fault of this lane begins when nothing is left of this one.
  await observation.calm(() => observation.family(detection, from, observation.vitals.heard.length)).catch(note);
  if (raising !== null && raising.afterSeconds > BOUNDS[detection.seen])
    problems.push(`raised ${raising.afterSeconds.toFixed(1)} s after it showed and its hold`);
  if (clearedAfterSeconds !== null && clearedAfterSeconds > BOUNDS[detection.seen])
    problems.push(`cleared ${clearedAfterSeconds.toFixed(1)} s after it was well again and its hold`);
  const outcome: Outcome = {
    ...facts,
    finding: detection.finding,
    required: detection.isRequired,
    fault: detection.fault,
    resource: raising?.resource ?? detection.resource,
    raisedAfterSeconds: raising?.afterSeconds ?? null,
    clearedAfterSeconds,
    consequences: [],
    falseFindings: [],
    problem: problems.length === 0 ? null : problems.join('; '),
  };
  return { detection, outcome, raisedId: raising?.id ?? null, from, to: observation.vitals.heard.length };
}

async function raise(
  { finding, resource, seen }: Detection,
  fault: Fault,
  { holdSeconds }: RuleFacts,
  { platform, vitals }: Observation,
  from: number,
): Promise<Raising> {
  await fault.inject(platform);
  await untilEvident(fault, platform, true);
  const evidentAt = Date.now();
  const isIt = (change: Heard): boolean => isOn(resource, resourceOf(change)) && raises(finding)(change);
  const bound = (holdSeconds + BOUNDS[seen]) * 1_000 + PATIENCE;
  const heard = await vitals.waitFor(finding, isIt, bound, from);
  return {
    id: heard.raised.find(({ reason }) => reason === finding)?.id ?? '',
    resource: resourceOf(heard),
    afterSeconds: (heard.at - evidentAt) / 1_000 - holdSeconds,
  };
}

/** Until the system's own interface shows the fault, or no longer does. */
async function untilEvident(fault: Fault, platform: Platform, isWanted: boolean): Promise<void> {
  const { name } = fault;
  if (fault.evident === undefined) return;
  const problem = isWanted ? 'the system does not show it' : 'the system still shows it';
  const look = async (): Promise<string | undefined> =>
    (await fault.evident?.(platform)) === isWanted ? undefined : problem;
  await waitUntilNothingMissing(name, look, { within: EVIDENT_WITHIN, every: 100 });
}

/** Seconds from being well again to the end of the finding, less the time that it has to stay on the good side. */
async function clear(
  { finding, clearHoldSeconds = 0 }: Detection,
  fault: Fault,
  raising: Raising | null,
  { platform, vitals }: Observation,
): Promise<number | null> {
  const from = vitals.heard.length;
  await fault.repair(platform);
  if (raising === null) return null;
  await untilEvident(fault, platform, false);
  const wellAt = Date.now();
  const isOver = ({ cleared }: Heard): boolean => cleared.some(({ id }) => id === raising.id);
  const heard = await vitals.waitFor(`the end of ${finding}`, isOver, CLEARED_WITHIN, from);
  return (heard.at - wellAt) / 1_000 - clearHoldSeconds;
}
