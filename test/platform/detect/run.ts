import { type Platform } from '../support/platform.js';
import { NO_REST } from '../support/short-limits.js';
import { RunningVitals } from '../support/vitals.js';
import { account } from './account.js';
import { detect } from './detect.js';
import { type Detection, type Lane, type Outcome } from './detection.js';
import { Observation } from './observation.js';
import { seconds } from './report.js';
import { type Detected } from './trial.js';

export interface DetectionRun {
  readonly outcomes: readonly Outcome[];
  /** Of the systems, as they say themselves: `Kubernetes v1.34.4`. */
  readonly versions: readonly string[];
  /** What was still wrong when all was repaired: it says so, and what was seen before stands. */
  readonly unrest: readonly string[];
}

const PHASES = ['side by side', 'alone', 'unmeasured'] as const;
type Phase = (typeof PHASES)[number];

function phaseOf({ lane }: Detection): Phase {
  return lane === 'alone' || lane === 'unmeasured' ? lane : 'side by side';
}

/**
 * Proves detections on the real platform: lanes side by side, the faults of each one after the other, then those that must be
 * alone, and at last those of the lane `unmeasured`; each time by a new Vitals. None begins once `enough` is over; those have
 * no outcome.
 */
export async function runDetections(
  platform: Platform,
  detections: readonly Detection[],
  limits: readonly object[],
  say: (line: string) => void,
  enough?: AbortSignal,
): Promise<DetectionRun> {
  const runs: DetectionRun[] = [];
  for (const phase of PHASES) {
    const some = detections.filter((detection) => phaseOf(detection) === phase);
    if (some.length === 0 || enough?.aborted === true) continue;
    const inForce = phase === 'side by side' ? [...limits, NO_REST] : limits;
    const leaveOut = phase === 'unmeasured' ? ['host-metrics'] : [];
    const vitals = await RunningVitals.start(platform, inForce, undefined, undefined, leaveOut);
    try {
      runs.push(await observe(new Observation(platform, vitals, inForce), some, say, enough));
    } finally {
      await vitals.stop();
    }
  }
  return {
    outcomes: runs.flatMap(({ outcomes }) => outcomes),
    versions: runs[0]?.versions ?? [],
    unrest: runs.flatMap(({ unrest }) => unrest),
  };
}

async function observe(
  observation: Observation,
  detections: readonly Detection[],
  say: (line: string) => void,
  enough?: AbortSignal,
): Promise<DetectionRun> {
  await observation.calm();
  const lanes = [...new Set(detections.map(({ lane }) => lane))];
  const ofLane = (name: Lane): readonly Detection[] => detections.filter(({ lane }) => lane === name);
  const over = new AbortController();
  const running = Promise.all(lanes.map((lane) => runLane(ofLane(lane), observation, say, enough)));
  const ended = running.finally(() => {
    over.abort();
  });
  const [detected] = await Promise.all([ended, observation.keepLearning(over.signal)]);
  const unrest: string[] = [];
  await observation.calm().catch((error: unknown) => {
    unrest.push(error instanceof Error ? error.message : String(error));
  });
  return { outcomes: account(detected.flat(), observation), versions: await versionsOf(observation.vitals), unrest };
}

async function runLane(
  lane: readonly Detection[],
  observation: Observation,
  say: (line: string) => void,
  enough?: AbortSignal,
): Promise<Detected[]> {
  const detected: Detected[] = [];
  for (const detections of faultsOf(lane)) {
    if (enough?.aborted === true) break;
    const some = await detect(detections, observation);
    for (const { outcome } of some) {
      const { finding, fault, raisedAfterSeconds, clearedAfterSeconds, problem } = outcome;
      const times = `raised ${seconds(raisedAfterSeconds)}, cleared ${seconds(clearedAfterSeconds)}`;
      say(`${fault}: ${finding} ${times}${problem === null ? '' : `: ${problem}`}`);
    }
    detected.push(...some);
  }
  return detected;
}

/** All that is to come of one fault comes of one injection. */
function faultsOf(lane: readonly Detection[]): readonly (readonly Detection[])[] {
  const keyOf = ({ fault, whenAlert }: Detection): string => `${fault} ${String(whenAlert)}`;
  const keys = [...new Set(lane.map(keyOf))];
  return keys.map((key) => lane.filter((detection) => keyOf(detection) === key));
}

const VERSIONS = `{
  clusters { name version } databases { name version } zooKeepers { name members { version } } kafkas { name version }
  kafkaConnects { name version } workflowEngines { name version } ingresses { name version }
}`;

/** What the lists hold, for people. */
const SORTS: Readonly<Record<string, string>> = {
  clusters: 'Kubernetes',
  databases: 'database',
  zooKeepers: 'ZooKeeper',
  kafkas: 'Kafka',
  kafkaConnects: 'Kafka Connect',
  workflowEngines: 'Argo Workflows',
  ingresses: 'proxy',
};

interface Versioned {
  readonly name: string;
  readonly version?: string | null;
  readonly members?: readonly { readonly version: string | null }[];
}

/** What each system says of itself, by the name that it is configured with. */
async function versionsOf(vitals: RunningVitals): Promise<string[]> {
  const answer = await vitals.query<Readonly<Record<string, readonly Versioned[]>>>(VERSIONS);
  return Object.entries(answer).flatMap(([list, systems]) =>
    systems.map(({ name, version, members }) => {
      const said = version ?? members?.find((member) => member.version !== null)?.version;
      return `${SORTS[list] ?? list} ${name} (${said ?? 'version not told'})`;
    }),
  );
}
