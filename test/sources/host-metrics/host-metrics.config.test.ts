import { hostMetricsConfigSchema } from '../../../src/sources/host-metrics/host-metrics.config.js';
import { configured } from './configured.js';

const database = { database: 'meta', preset: 'node-exporter', where: { job: 'node' }, mountpoint: '/data' };

it('has what is usual where nothing is said', () => {
  expect(configured({ scrapeInterval: undefined })).toMatchObject({
    interval: 10_000,
    deadline: 5_000,
    scrapeInterval: 30_000,
    databases: [{ device: null, provisionedIops: 500 }],
    volumes: [{ where: {}, provisioned: { gp3: { iops: 3_000, bytesPerSecond: 125 * 2 ** 20 } } }],
  });
});

it.each<[string, object, string]>([
  ['nothing to look for', { databases: [], volumes: [] }, 'says neither databases nor volumes'],
  [
    'an unknown preset',
    { databases: [{ ...database, preset: 'node' }] },
    'there is no preset "node"; there are cloudwatch, ',
  ],
  ['no machine', { databases: [{ ...database, where: {} }] }, 'names at least one label'],
  ['a label that is none', { databases: [{ ...database, where: { 'a"b': 'c' } }] }, 'Invalid key'],
  ['no mount point', { databases: [{ ...database, mountpoint: undefined }] }, 'is needed with the preset'],
  ['a mount point of RDS', { databases: [{ ...database, preset: 'cloudwatch' }] }, 'for the preset node-exporter only'],
  [
    'a database twice',
    { databases: [database, { ...database, where: { job: 'other' } }] },
    'a database is named twice',
  ],
  ['a cluster twice', { volumes: [{ cluster: 'a', preset: 'ebs-csi' }, { cluster: 'a', preset: 'ebs-csi' }] }, 'named twice with'], // prettier-ignore
  ['an unknown key', { volume: [] }, 'Unrecognized key'],
  ['a throughput without a unit', { volumes: [{ cluster: 'a', preset: 'ebs-csi', provisioned: { a: { throughput: '1' } } }] }, 'is no size'], // prettier-ignore
  ['a throughput of nothing', { volumes: [{ cluster: 'a', preset: 'ebs-csi', provisioned: { a: { throughput: '0.4B' } } }] }, 'is no size'], // prettier-ignore
])('refuses %s', (_, different, message) => {
  const prometheus = { url: 'http://127.0.0.1:9090' };
  const given = { name: 'monitoring', prometheus, databases: [database], ...different };
  const { error } = hostMetricsConfigSchema.safeParse(given);
  expect(error?.issues.map((issue) => issue.message).join()).toContain(message);
});

it('takes a cluster with two presets', () => {
  const volumes = [
    { cluster: 'a', preset: 'ebs-csi' },
    { cluster: 'a', preset: 'node-exporter' },
  ];
  expect(configured({ volumes }).volumes).toHaveLength(2);
});
