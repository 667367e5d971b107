import { daemon } from '../support/daemon.js';
import { missingAt } from '../support/probe.js';

export const ETCD_URL = 'http://127.0.0.1:2379';
const PEER_URL = 'http://127.0.0.1:2380';

export const etcd = daemon({
  name: 'etcd',
  needs: ['namespace'],
  goModule: { name: 'etcd', programs: { etcd: 'go.etcd.io/etcd/server/v3' }, linkerFlags: '' },
  command: (platform) => [
    platform.program('etcd'),
    `--data-dir=${platform.state('etcd', 'data')}`,
    `--listen-client-urls=${ETCD_URL}`,
    `--advertise-client-urls=${ETCD_URL}`,
    `--listen-peer-urls=${PEER_URL}`,
    `--initial-advertise-peer-urls=${PEER_URL}`,
    `--initial-cluster=default=${PEER_URL}`,
    `--quota-backend-bytes=${platform.settings.etcdQuotaBytes}`,
    // The data is thrown away at the end: waiting for the disk at every write buys nothing.
    '--unsafe-no-fsync',
    '--log-level=warn',
  ],
  missing: (platform) => missingAt(platform, `${ETCD_URL}/readyz`),
});
