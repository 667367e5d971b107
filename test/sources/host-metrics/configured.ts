import {
  type HostMetricsConfig,
  hostMetricsConfigSchema,
} from '../../../src/sources/host-metrics/host-metrics.config.js';

/** As someone may write it, read. */
export function configured(different: object = {}): HostMetricsConfig {
  return hostMetricsConfigSchema.parse({
    name: 'monitoring',
    prometheus: { url: 'http://127.0.0.1:9090' },
    scrapeInterval: '5s',
    databases: [
      {
        database: 'meta',
        preset: 'node-exporter',
        where: { job: 'node-exporter' },
        mountpoint: '/var/lib/postgresql',
        provisionedIops: 500,
      },
    ],
    volumes: [{ cluster: 'platform', preset: 'ebs-csi', provisioned: { gp3: { iops: 3_000, throughput: '125MiB' } } }],
    ...different,
  });
}
