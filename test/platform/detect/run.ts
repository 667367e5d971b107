import { type Platform } from '../support/platform.js';
import { RunningVitals } from '../support/vitals.js';
import { account } from './account.js';
import { type Detected, detect } from './detect.js';
import { type Detection, type Outcome } from './detection.js';
import { Observation } from './observation.js';
import { seconds } from './report.js';

export interface DetectionRun {
  readonly outcomes: readonly Outcome[];
  /** Of the systems, as they say themselves: `Kubernetes v1.34.4`. */
  readonly versions: readonly string[];
}

/**
 * Proves detections on the real platform: lanes side by side, the faults of each one after the other. None begins once
 * `enough` is over; those have no outcome.
 */
export async function runDetections(
  platform: Platform,
  detections: readonly Detection[],
  limits: readonly object[],
  say: (line: string) => void,
  enough?: AbortSignal,
): Promise<DetectionRun> {
  const vitals = await RunningVitals.start(platform, limits);
  try {
    const observation = new Observation(platform, vitals, limits);
    await observation.calm();
    const lanes = [...new Set(detections.map(({ lane }) => lane))];
    const detected = await Promise.all(
      lanes.map((name) => {
        const lane = detections.filter((detection) => detection.lane === name);
        return runLane(lane, observation, say, enough);
      }),
    );
    await observation.calm();
    return { outcomes: account(detected.flat(), observation), versions: await versionsOf(vitals) };
  } finally {
    await vitals.stop();
  }
}

async function runLane(
  lane: readonly Detection[],
  observation: Observation,
  say: (line: string) => void,
  enough?: AbortSignal,
): Promise<Detected[]> {
  const detected: Detected[] = [];
  for (const detection of lane) {
    if (enough?.aborted === true) break;
    const one = await detect(detection, observation);
    const { finding, fault, raisedAfterSeconds, clearedAfterSeconds, problem } = one.outcome;
    const times = `raised ${seconds(raisedAfterSeconds)}, cleared ${seconds(clearedAfterSeconds)}`;
    say(`${fault}: ${finding} ${times}${problem === null ? '' : `: ${problem}`}`);
    detected.push(one);
  }
  return detected;
}

const UNKNOWN = 'of unknown version';

interface Versions {
  readonly clusters: readonly { readonly version: string | null }[];
  readonly databases: readonly { readonly engine: string; readonly version: string | null }[];
  readonly zooKeepers: readonly { readonly members: readonly { readonly version: string | null }[] }[];
}

async function versionsOf(vitals: RunningVitals): Promise<string[]> {
  const { clusters, databases, zooKeepers } = await vitals.query<Versions>(
    '{ clusters { version } databases { engine version } zooKeepers { members { version } } }',
  );
  return [
    ...clusters.map(({ version }) => `Kubernetes ${version ?? UNKNOWN}`),
    ...databases.map(({ engine, version }) => `${engine} ${version ?? UNKNOWN}`),
    ...zooKeepers.map(({ members }) => `ZooKeeper ${members[0]?.version ?? UNKNOWN}`),
  ];
}
