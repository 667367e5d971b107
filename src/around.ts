import type { Logger } from 'pino';
import { Alerting } from './alerting/alerting.js';
import type { Config } from './config/config.js';
import { logHealth } from './health-log.js';
import type { Clock } from './model/clock.js';
import { VERSION } from './package.js';
import type { Registry } from './registry/registry.js';
import type { Metrics } from './server/metrics/metrics.js';
import type { Tracing } from './tracing/tracing.js';

/** Who is told of health without asking: the log, and Alertmanagers. Not of a replay, whose troubles are not about the present. */
export function startAround(
  { log: { health }, alertmanager }: Pick<Config, 'log' | 'alertmanager'>,
  parts: { readonly registry: Registry; readonly clock: Clock; readonly log: Logger; readonly metrics: Metrics },
): { stop(): Promise<void> } {
  const { registry, metrics } = parts;
  const endLog = health === null ? () => undefined : logHealth(registry, health, parts);
  const alerting = alertmanager === null ? null : new Alerting(alertmanager, parts);
  if (alerting !== null) exposeAlerting(metrics, alerting);
  alerting?.start();
  return {
    stop: async () => {
      endLog();
      await alerting?.stop();
    },
  };
}

/** Null where nobody wants traces: then nothing of what makes them is loaded. */
export async function openTracing({ tracing }: Pick<Config, 'tracing'>, log: Logger): Promise<Tracing | null> {
  if (tracing === null) return null;
  const loaded = await import('./tracing/tracing.js');
  return new loaded.Tracing(tracing, { version: VERSION, log });
}

/** Nobody is alerted that alerts do not arrive, but by somebody else. */
export function exposeAlerting(metrics: Metrics, alerting: Alerting): void {
  const reached = 'Whether each Alertmanager took what it was told last; none before that.';
  metrics.gauge('vitals_alertmanager_reached', reached, ['alertmanager'], (gauge) => {
    for (const { place: alertmanager, isReached } of alerting.alertmanagers)
      if (isReached !== null) gauge.set({ alertmanager }, Number(isReached));
  });
  metrics.gauge('vitals_alerts', 'Alerts that stand.', [], (gauge) => {
    gauge.set(alerting.standing);
  });
  metrics.gauge(
    'vitals_alerts_left_out',
    'Alerts that stand and are not sent, because there are too many.',
    [],
    (gauge) => {
      gauge.set(alerting.leftOut);
    },
  );
}
