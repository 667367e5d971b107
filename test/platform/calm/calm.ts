import { setTimeout as delay } from 'node:timers/promises';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { resourceOf, RunningVitals } from '../support/vitals.js';

interface Known {
  readonly findings: {
    readonly nodes: readonly {
      readonly id: string;
      readonly reason: string;
      readonly severity: string;
      readonly message: string;
      readonly resource: { readonly kind: string; readonly name: string };
    }[];
  };
}

const FINDINGS = '{ findings(first: 500) { nodes { id reason severity message resource { kind name } } } }';
/** What is there is asked for so often: for its words, and for what was there from the start. */
const LOOK_EVERY = 5_000;

/** Milliseconds between two runs of the cron workflow of the platform's life, and what one takes to be started. */
const MINUTE = 60_000;
const TO_START = 5_000;

interface CronWorkflow {
  readonly status?: { readonly lastScheduledTime?: string };
}

/**
 * Waits until the cron workflow has run when it last was to. It misses its schedule while the API server is away, and that is
 * still true some minutes after all is well again.
 */
async function untilOnSchedule(platform: Platform): Promise<void> {
  await waitUntilNothingMissing(
    'the cron workflow has caught up',
    async () => {
      const { status } = await platform.get<CronWorkflow>('--namespace=pipelines', 'cronworkflows.argoproj.io/rollup');
      const last = status?.lastScheduledTime;
      const isOnTime = last !== undefined && Date.now() - Date.parse(last) < MINUTE + TO_START;
      return isOnTime ? undefined : `it last ran at ${last ?? 'no time'}`;
    },
    { within: 2 * MINUTE },
  );
}

/** Runs Vitals with its default limits for so long; answers with what it found, each said as soon as it is known. */
export async function findingsWhileCalm(
  platform: Platform,
  duration: number,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const found = new Map<string, string>();
  const note = (id: string, label: string): void => {
    if (found.has(id)) return;
    found.set(id, label);
    say(`${new Date().toISOString()} ${label}`);
  };
  await untilOnSchedule(platform);
  const vitals = await RunningVitals.start(platform, []);
  try {
    const end = Date.now() + duration;
    do {
      await delay(Math.min(LOOK_EVERY, Math.max(0, end - Date.now())));
      const { findings } = await vitals.query<Known>(FINDINGS);
      for (const { id, severity, reason, message, resource } of findings.nodes)
        note(id, `${severity} ${reason} on ${resource.kind} ${resource.name}: ${message}`);
    } while (Date.now() < end);
    // What came and went between two looks was heard.
    for (const change of vitals.heard)
      for (const { id, severity, reason } of change.raised)
        note(id, `${severity} ${reason} on ${resourceOf(change)}, come and gone`);
  } finally {
    await vitals.stop();
  }
  return [...found.values()];
}
