import type { Logger } from 'pino';
import type { HttpAccess } from '../clients/http-connection.js';
import { type Clock, timeOfDay } from '../model/clock.js';
import type { Severity } from '../model/health.js';
import { type Instant, type Milliseconds, SECOND, after } from '../model/time.js';
import type { Registry } from '../registry/registry.js';
import { type Standing, heartbeat } from './alert.js';
import { Alertmanager } from './alertmanager.js';
import { Rounds } from './rounds.js';
import { standingAlerts } from './standing-alerts.js';

/** Alerts at the most: whoever is sent more reads none. */
const MOST_ALERTS = 5_000;

/** What changes within it is told together. */
const PACE: Milliseconds = SECOND;

/** How soon an Alertmanager that did not take what it was told is told again. */
const RETRY: Milliseconds = 10 * SECOND;

/** Of its time, no more than one part in so many is spent on finding out what stands. */
const SHARE = 20;

const NEVER = Infinity as Instant;

export interface AlertingSettings {
  /** Of each Alertmanager. */
  readonly places: readonly HttpAccess[];
  readonly severity: Severity;
  readonly resend: Milliseconds;
  readonly labels: Readonly<Record<string, string>>;
  readonly externalUrl: string | null;
}

export interface AlertingParts {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly log: Logger;
  /** Left out where the usual is right. */
  readonly most?: number;
  readonly retry?: Milliseconds;
  readonly wall?: () => Instant;
}

/**
 * Sends root findings to Alertmanagers as alerts: within a second of a change, all of them again in time before they would end, and
 * once more, as over, when they are. Each has rounds of its own: one that hangs or cannot be reached is tried again, and nothing else notices.
 */
export class Alerting {
  /** Alerts that stand, and how many more there are than are sent. */
  standing = 0;
  leftOut = 0;
  readonly alertmanagers: readonly Alertmanager[];
  private readonly rounds: readonly Rounds[];
  private readonly beat: Standing;
  private cancel: () => void = () => undefined;
  private unsubscribe: () => void = () => undefined;
  private look: Promise<void> | null = null;
  /** Not before: finding out what stands must not take all of the time. */
  private earliest = 0 as Instant;
  private armedAt = NEVER;
  /** What was wished for while it looked. */
  private wokenAt = NEVER;
  private isStopped = false;

  constructor(
    private readonly settings: AlertingSettings,
    private readonly parts: AlertingParts,
  ) {
    const { log, clock, retry = RETRY, wall = timeOfDay } = parts;
    const { places, resend } = settings;
    this.alertmanagers = places.map((access) => new Alertmanager({ access, resend, log, clock, wall }));
    const onEnd = (): void => {
      this.wake(this.dueAt());
    };
    this.rounds = this.alertmanagers.map((one) => new Rounds(one, { clock, retry, onEnd }));
    this.beat = heartbeat(clock.now(), settings);
  }

  /** Begins once the first picture is complete: what is not known yet is not over. */
  start(): void {
    const { registry, clock } = this.parts;
    void registry.opened.then(() => {
      if (this.isStopped) return;
      this.unsubscribe = registry.changes.subscribe(() => {
        this.wake(after(clock.now(), PACE));
      });
      this.wake(clock.now());
    });
  }

  /** Says nothing any more. What stands is not over because nobody looks: it ends by itself, unless the next Vitals says it again. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.unsubscribe();
    this.cancel();
    await Promise.all([this.look, ...this.rounds.map((one) => one.stop())]);
  }

  /** Has all Alertmanagers told at that time, or as soon after it as may be, unless they are before. */
  private wake(at: Instant): void {
    if (this.isStopped) return;
    if (this.look !== null) {
      this.wokenAt = Math.min(this.wokenAt, at) as Instant;
      return;
    }
    const wanted = Math.max(at, this.earliest) as Instant;
    if (wanted >= this.armedAt) return;
    this.cancel();
    this.armedAt = wanted;
    this.cancel = this.parts.clock.at(wanted, () => {
      this.armedAt = NEVER;
      this.look = this.tellAll().finally(() => {
        this.look = null;
        this.wake(Math.min(this.dueAt(), this.wokenAt) as Instant);
      });
    });
  }

  /** When one of them has to be told something, whatever happens. */
  private dueAt(): Instant {
    const now = this.parts.clock.now();
    return Math.min(...this.rounds.map((one) => one.dueAt(now) ?? NEVER)) as Instant;
  }

  /** Finds out what stands, and leaves it to each one's rounds to say it. */
  private async tellAll(): Promise<void> {
    const { registry, clock, log, most = MOST_ALERTS } = this.parts;
    this.wokenAt = NEVER;
    try {
      const begin = performance.now();
      const { alerts, leftOut } = await standingAlerts(registry, { ...this.settings, most });
      const took = performance.now() - begin;
      this.count(alerts.size, leftOut.size);
      const all = { alerts: new Map([[this.beat.key, this.beat], ...alerts]), leftOut };
      this.earliest = after(clock.now(), Math.max(PACE, took * SHARE));
      for (const one of this.rounds) one.offer(all);
    } catch (error) {
      log.error({ err: error }, 'finding out which alerts stand broke');
      this.earliest = after(clock.now(), RETRY);
    }
  }

  private count(standing: number, leftOut: number): void {
    const { log } = this.parts;
    if (leftOut > 0 && this.leftOut === 0)
      log.warn({ standing, leftOut }, 'more alerts stand than are sent: the worst are');
    if (leftOut === 0 && this.leftOut > 0) log.info({ standing }, 'all alerts that stand are sent again');
    [this.standing, this.leftOut] = [standing, leftOut];
  }
}
