/** One row of the proof: a real fault, and the finding that has to come of it. */
export interface Detection {
  /** Its reason. Signal, evidence and default hold are those of the rule that raises it. */
  readonly finding: string;
  /** Which one, where several rules of a kind raise the same finding. */
  readonly signal?: string;
  /** With what severity it has to be raised, at least: what grows may pass a second threshold before it is looked at. */
  readonly severity: 'INFO' | 'WARNING' | 'CRITICAL';
  /** What it is on: `KIND name`; a name may end in `*`. */
  readonly resource: string;
  /** Name of the fault in `faults/`. */
  readonly fault: string;
  /** What is to be said of its evidence. */
  readonly evidenceNote?: string;
  /** Asked for by those who run the platform; the others go beyond. */
  readonly isRequired: boolean;
  /** How it is seen: a watch is heard within a second, a probe has its interval, a kubelet its own sampling too. */
  readonly seen: 'watched' | 'probed' | 'sampled';
  /** Where a rule's hold is not its limit `for`: what it is in this run. */
  readonly holdSeconds?: number;
  /** By so much its hold may be over sooner: it is the most that an average takes, or counts from the last sign of life. */
  readonly soonerSeconds?: number;
  /** How long it has to stay on the good side before it clears; 0 unless told. */
  readonly clearHoldSeconds?: number;
  /** Injected within two minutes after something about its system changed: what is alert has to be seen sooner. */
  readonly whenAlert?: boolean;
  /** The system that it is seen through, where that is another than its own: how alert that one is counts. */
  readonly seenThrough?: string;
  /** What it is known by is asked for no more often than this, however alert. */
  readonly floorSeconds?: number;
  /**
   * Faults of one lane touch the same things, one after the other. Lanes run side by side; `alone` after all others, and
   * last `unmeasured`, by a Vitals that no Prometheus tells anything.
   */
  readonly lane: Lane;
  /** Other findings that the same deed brings about directly: neither consequences nor false. */
  readonly besides?: readonly Pick<Detection, 'finding' | 'resource'>[];
  /** Its repair takes away what it is on, as an operator would: otherwise it has to end by a verdict on what is still there. */
  readonly endsByRemoval?: boolean;
  /** Of the choice that runs with every change of the program. */
  readonly isChosen?: boolean;
}

export type Lane =
  | 'pods'
  | 'volumes'
  | 'nodes'
  | 'postgres'
  | 'zookeeper'
  | 'olap'
  | 'kafka'
  | 'connect'
  | 'workflows'
  | 'http'
  | 'alone'
  | 'unmeasured';

/** Whether a detection's `resource` means this one, `KIND name`. */
export function isOn(resource: string, name: string): boolean {
  return resource.endsWith('*') ? name.startsWith(resource.slice(0, -1)) : name === resource;
}

/** Seconds that a finding may take beyond its hold, from the system's own interface showing the fault, or its end. */
export const BOUNDS = {
  watched: 1,
  probedAtRest: 12,
  probedWhenAlert: 4,
  // A kubelet is asked, and samples, each ten seconds.
  sampled: 12,
} as const;

/** What a floor of its source costs at the most, beside it. */
const BEYOND_FLOOR = 2;

/** How long this detection may take where its system is at rest, or alert. */
export function boundOf({ seen, floorSeconds }: Detection, isAlert: boolean): number {
  if (seen === 'watched') return BOUNDS.watched;
  const probed = isAlert ? BOUNDS.probedWhenAlert : BOUNDS.probedAtRest;
  const bound = seen === 'sampled' ? BOUNDS.sampled : probed;
  return floorSeconds === undefined ? bound : Math.max(bound, floorSeconds + BEYOND_FLOOR);
}

/** What was seen of one detection: a row of `docs/detection.json`. */
export interface Outcome {
  readonly signal: string;
  readonly finding: string;
  readonly required: boolean;
  readonly fault: string;
  /** What it was raised on; what was expected, where it was not raised. */
  readonly resource: string;
  readonly evidence: string;
  /** In this run. */
  readonly holdSeconds: number;
  readonly defaultHoldSeconds: number;
  readonly seen: Detection['seen'];
  /** Whether its system was alert when the fault was injected. */
  readonly alert: boolean;
  /** What `raisedAfterSeconds` must not exceed. */
  readonly boundSeconds: number;
  /** What `clearedAfterSeconds` must not exceed; null: it did not end. Left out in records from before this was kept. */
  readonly clearedBoundSeconds?: number | null;
  /** Beyond the hold; null: never. Negative: a subscriber heard it before the system's own interface was seen to show it. */
  readonly raisedAfterSeconds: number | null;
  /** From the repair being visible there, beyond the hold on the good side; null: never. Negative as above. */
  readonly clearedAfterSeconds: number | null;
  /** How bad it was said to be at first; null: it was not raised. */
  readonly severity: string | null;
  /** From the beginning of the deed, hold included; null: never. */
  readonly raisedAfterDeedSeconds: number | null;
  /** By what its end came: by a verdict on what is still there, or by that being taken away; null: it did not end. */
  readonly clearedBy: 'verdict' | 'removal' | null;
  /** What is explained by it, or explains it: `REASON on KIND name`. */
  readonly consequences: readonly string[];
  /** What was raised meanwhile and is neither. */
  readonly falseFindings: readonly string[];
  /** Why it does not count as detected; null where it does. */
  readonly problem: string | null;
}
