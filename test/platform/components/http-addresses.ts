/** What serves HTTP, each on a loopback address of its own. */
export const BACKEND = { host: '127.0.5.1', port: 8080 } as const;
export const HAPROXY = { host: '127.0.5.2', port: 8080, metricsPort: 8405 } as const;
/** Who asks Caddy for its metrics has to name an address that it knows: `frontPort` is for one who stands before it. */
export const CADDY = { host: '127.0.5.3', port: 8080, metricsPort: 2019, frontPort: 2020 } as const;

/** What both proxies call what they serve. */
export const ROUTE_NAME = 'shop';

export function urlOf({ host }: { readonly host: string }, port: number, path = '/'): string {
  return `http://${host}:${port}${path}`;
}

export const HAPROXY_URL = urlOf(HAPROXY, HAPROXY.port);
export const CADDY_URL = urlOf(CADDY, CADDY.port);
export const HAPROXY_METRICS = urlOf(HAPROXY, HAPROXY.metricsPort, '/metrics');
export const CADDY_METRICS = urlOf(CADDY, CADDY.metricsPort, '/metrics');
