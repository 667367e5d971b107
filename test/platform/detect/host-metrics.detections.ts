import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { SCRAPE_SECONDS } from '../components/prometheus.component.js';
import { type Detection } from './detection.js';

const clearHoldSeconds = NUMERIC_CLEAR / SECOND;
/** Prometheus knows nothing newer than its last scrape. */
const probed = { seen: 'probed', isRequired: true, clearHoldSeconds, floorSeconds: SCRAPE_SECONDS } as const;
const database = { ...probed, resource: 'DATABASE metadata' } as const;

const heldBack = {
  ...probed,
  severity: 'WARNING',
  lane: 'volumes',
  fault: 'ebs-held-back',
  resource: 'VOLUME archive',
  evidenceNote: 'of an exporter that serves the documented format: such disks are only in AWS',
} as const;
/** The window in this run: what Prometheus counted last has to leave it. */
const LEAVES_THE_WINDOW = 30;

/** They take from all others what they take: CPUs, too. */
const writers = {
  lane: 'alone',
  besides: [{ finding: 'DATABASE_CPU_SATURATED', resource: database.resource }],
} as const;

/** What is measured on the machine and the disks under the systems. */
export const hostMetricsDetections: readonly Detection[] = [
  { ...database, lane: 'postgres', fault: 'postgres-disk-low', finding: 'DATABASE_DISK_LOW', severity: 'CRITICAL' },
  { ...heldBack, finding: 'VOLUME_IOPS_NEAR_LIMIT' },
  ...['VOLUME_IOPS_THROTTLED', 'VOLUME_THROUGHPUT_THROTTLED'].map((finding) => ({
    ...heldBack,
    finding,
    // Seconds are counted, and more of them than the limit are over before its monitoring shows the load.
    holdSeconds: 0,
    clearHoldSeconds: clearHoldSeconds + LEAVES_THE_WINDOW,
  })),
  { ...writers, ...database, fault: 'postgres-io', finding: 'DATABASE_IO_SATURATED', severity: 'WARNING' },
  {
    ...writers,
    ...probed,
    fault: 'volume-io',
    finding: 'VOLUME_IO_PRESSURE',
    severity: 'WARNING',
    resource: 'VOLUME disk-1',
  },
  { ...database, lane: 'alone', fault: 'postgres-busy', finding: 'DATABASE_CPU_SATURATED', severity: 'WARNING' },
];
