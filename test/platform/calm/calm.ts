import { setTimeout as delay } from 'node:timers/promises';
import { type Platform } from '../support/platform.js';
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
