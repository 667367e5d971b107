import { mkdir, writeFile } from 'node:fs/promises';
import { daemon } from '../support/daemon.js';
import { type Component, type Platform } from '../support/platform.js';
import { missingAt } from '../support/probe.js';
import { scriptCommand } from '../support/script.js';
import {
  BACKEND,
  CADDY,
  CADDY_METRICS,
  CADDY_URL,
  HAPROXY,
  HAPROXY_METRICS,
  HAPROXY_URL,
  ROUTE_NAME,
} from './http-addresses.js';
import { addScrapeTarget } from './prometheus.component.js';

const HAPROXY_CONFIGURATION = `
global
  maxconn 500
defaults
  mode http
  timeout connect 2s
  timeout client 20s
  timeout server 20s
frontend users
  bind ${HAPROXY.host}:${HAPROXY.port}
  default_backend ${ROUTE_NAME}
frontend metrics
  bind ${HAPROXY.host}:${HAPROXY.metricsPort}
  http-request use-service prometheus-exporter if { path /metrics }
backend ${ROUTE_NAME}
  server backend ${BACKEND.host}:${BACKEND.port}
`;

const CADDY_CONFIGURATION = {
  admin: {
    listen: `${CADDY.host}:${CADDY.metricsPort}`,
    origins: [CADDY.metricsPort, CADDY.frontPort].map((port) => `${CADDY.host}:${port}`),
    config: { persist: false },
  },
  apps: {
    http: {
      servers: {
        [ROUTE_NAME]: {
          listen: [`${CADDY.host}:${CADDY.port}`],
          metrics: {},
          automatic_https: { disable: true },
          routes: [
            { handle: [{ handler: 'reverse_proxy', upstreams: [{ dial: `${BACKEND.host}:${BACKEND.port}` }] }] },
          ],
        },
      },
    },
  },
};

/** Both what it serves and what it tells of itself. */
async function missingOf(platform: Platform, urls: readonly string[]): Promise<string | undefined> {
  const missing = await Promise.all(urls.map((url) => missingAt(platform, url)));
  return missing.find((one) => one !== undefined);
}

const haproxy = daemon({
  name: 'haproxy',
  needs: ['http-backend'],
  debianPackages: ['haproxy'],
  async prepare(platform) {
    await writeFile(platform.state('haproxy', 'haproxy.cfg'), HAPROXY_CONFIGURATION);
    await addScrapeTarget(platform, 'haproxy', new URL(HAPROXY_METRICS).host);
  },
  command: (platform) => ['haproxy', '-db', '-f', platform.state('haproxy', 'haproxy.cfg')],
  missing: (platform) => missingOf(platform, [HAPROXY_URL, HAPROXY_METRICS]),
});

const caddy = daemon({
  name: 'caddy',
  needs: ['http-backend'],
  debianPackages: ['caddy'],
  async prepare(platform) {
    await mkdir(platform.state('caddy', 'home'), { recursive: true });
    await writeFile(platform.state('caddy', 'caddy.json'), JSON.stringify(CADDY_CONFIGURATION));
    await addScrapeTarget(platform, 'caddy', new URL(CADDY_METRICS).host);
  },
  command: (platform) => ['caddy', 'run', '--config', platform.state('caddy', 'caddy.json')],
  // What it keeps for itself stays in the state folder.
  environment: (platform) => ({ HOME: platform.state('caddy', 'home'), XDG_CONFIG_HOME: '', XDG_DATA_HOME: '' }),
  missing: (platform) => missingOf(platform, [CADDY_URL, CADDY_METRICS]),
});

/** Their users. */
const life = daemon({
  name: 'http-life',
  needs: ['haproxy', 'caddy'],
  command: (platform) => scriptCommand(platform.source('life', 'http-life.main.ts'), HAPROXY_URL, CADDY_URL),
  missing: () => Promise.resolve(undefined),
});

/** HAProxy, which has no histogram of response times, and Caddy, which has; and steady requests through both. */
export const httpProxies: readonly Component[] = [haproxy, caddy, life];
