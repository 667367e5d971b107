import { bounded } from '../model/bounded.js';
import type { Finding } from '../model/health.js';
import { type Instant, type Milliseconds, after } from '../model/time.js';
import { compareFindings } from '../model/verdict.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';

/** One alert, as the API of Alertmanager (v2) takes it. */
export interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly generatorURL?: string;
}

/** The name of the alert that always stands: where it is missed, nobody watches. */
const HEARTBEAT = 'VitalsAlive';

/** Parts that one alert is of, such as containers: so many are named. */
const MOST_NAMED = 10;

/** Something that is said again and again for as long as it stands. */
export interface Standing {
  /** The same for the same labels, by which Alertmanager tells alerts apart. */
  readonly key: string;
  readonly labels: Readonly<Record<string, string>>;
  /** By Vitals' clock, which does not leap: not what others are told. */
  readonly startsAt: Instant;
  /** What else there is to say; asked for when it is sent. */
  readonly details: () => Pick<Alert, 'annotations' | 'generatorURL'>;
}

export interface AlertSettings {
  /** On every alert. */
  readonly labels: Readonly<Record<string, string>>;
  /** Where people reach Vitals; null: alerts lead nowhere. */
  readonly externalUrl: string | null;
}

/** Labels of what a finding is about: no numbers, no messages and no parts, so that an alert stays one while it lasts. */
export function labelsOf(
  { reason, severity }: Finding,
  entry: Entry,
  team: string | null,
  { labels }: AlertSettings,
): Readonly<Record<string, string>> {
  const { main, kind } = entry;
  const optional = { namespace: main.namespace, team };
  return {
    ...labels,
    alertname: reason,
    severity: severity.toLowerCase(),
    kind,
    resource: bounded(main.name),
    system: main.system,
    ...Object.fromEntries(Object.entries(optional).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, bounded(value)] as const]))), // prettier-ignore
  };
}

/** Findings with the same labels are one alert: of several containers of a pod, say. */
export function standingOf(
  findings: readonly [Finding, ...Finding[]],
  labels: Standing['labels'],
  registry: Pick<Registry, 'get' | 'duties' | 'consequencesOf'>,
  { externalUrl }: AlertSettings,
): Standing {
  const all = [...findings].sort(compareFindings);
  const worst = all[0] ?? findings[0];
  const parts = all.flatMap(({ subject }) => subject ?? []);
  return {
    key: keyOf(labels),
    labels,
    startsAt: Math.min(...all.map(({ since }) => since)) as Instant,
    details: () => {
      const entry = registry.get(worst.resourceId);
      const runbook = registry.duties.runbookOf(worst.reason, entry);
      const consequences = registry.consequencesOf(worst).length;
      return {
        annotations: {
          message: worst.message,
          advice: worst.advice,
          ...(runbook !== null && { runbook_url: runbook }),
          ...(parts.length > 0 && { parts: partsOf(parts) }),
          ...(consequences > 0 && { consequences: String(consequences) }),
          ...(entry?.isStale === true && { last_seen: entry.observedAt === null ? 'never' : timeOf(entry.observedAt) }),
        },
        ...(externalUrl !== null && { generatorURL: linkTo(worst, externalUrl) }),
      };
    },
  };
}

/** Stands for as long as Vitals watches. */
export function heartbeat(since: Instant, { labels, externalUrl }: AlertSettings): Standing {
  const own = { ...labels, alertname: HEARTBEAT, severity: 'none' };
  const message = 'Vitals watches. This alert always stands: where it ends, nobody watches any more.';
  const advice = 'Send it to something that raises the alarm when it is not heard of (a dead man’s switch).';
  const details = { annotations: { message, advice }, ...(externalUrl !== null && { generatorURL: externalUrl }) };
  return { key: keyOf(own), labels: own, startsAt: since, details: () => details };
}

/** When it is said, by the clock of those who are told, and since when it stands by that. */
export interface Times {
  readonly startsAt: Instant;
  readonly now: Instant;
}

/** @param standsFor how long it stands where it is not said again; 0: it is over */
export function alertOf({ labels, details }: Standing, { startsAt, now }: Times, standsFor: Milliseconds): Alert {
  // What is over begins before it ends, whatever clocks say.
  const begin = Math.min(startsAt, now) as Instant;
  return { labels, ...details(), startsAt: timeOf(begin), endsAt: timeOf(after(now, standsFor)) };
}

export function keyOf(labels: Standing['labels']): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function timeOf(at: Instant): string {
  return new Date(at).toISOString();
}

function partsOf(parts: readonly string[]): string {
  const more = parts.length > MOST_NAMED ? ` and ${parts.length - MOST_NAMED} more` : '';
  return parts.slice(0, MOST_NAMED).map((part) => bounded(part)).join(', ') + more; // prettier-ignore
}

/** The board's page of it (`resourceUrl` there): findings, advice, numbers, and what it hangs together with. */
function linkTo({ resourceId }: Finding, externalUrl: string): string {
  return `${externalUrl}/#/resource/${encodeURIComponent(resourceId)}`;
}
