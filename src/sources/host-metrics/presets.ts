/**
 * Whose metrics say what: data, and no code. Placeholders in the expressions:
 * - `<where>`: the configured labels, as matchers
 * - `<window>`: what rates are taken over
 * - `<mountpoint>`: where the disk of a database is mounted
 * - `<disk>`: the disk of a database, as a vector of ones by instance and device
 * - `<mounts>`: the disks behind volumes, as a vector of ones by instance, device and volume
 */
export interface PresetReading {
  /** What its value is, in the unit of the fact of that name. */
  readonly value: string;
  /** When that was taken, in seconds since the epoch. */
  readonly takenAt: string;
}

export type DatabaseReading =
  | 'diskBytes'
  | 'diskFreeBytes'
  | 'iops'
  | 'provisionedIops'
  | 'burstBalance'
  | 'ioBalance'
  | 'byteBalance'
  | 'queueDepth'
  | 'deviceBusy'
  | 'cpu'
  | 'cpuCredits';

export type VolumeReading =
  | 'iops'
  | 'bytesPerSecond'
  | 'busy'
  | 'awaitMilliseconds'
  | 'exceededIopsSeconds'
  | 'exceededThroughputSeconds'
  | 'instanceExceededIopsSeconds'
  | 'instanceExceededThroughputSeconds';

export type DatabasePreset = { readonly [R in DatabaseReading]?: PresetReading };

export interface VolumePreset {
  /** The label that tells volumes apart, and what it holds: the handle of the driver, or the name of the volume. */
  readonly label: string;
  readonly calledBy: 'handle' | 'name';
  readonly readings: { readonly [R in VolumeReading]?: PresetReading };
}

const lastOf = (selector: string): string => `max(timestamp(${selector}))`;

function plain(metric: string, scale = ''): PresetReading {
  return { value: `${metric}{<where>}${scale}`, takenAt: lastOf(`${metric}{<where>}`) };
}

function sum(first: string, second: string): PresetReading {
  return { value: `${first}{<where>} + ${second}{<where>}`, takenAt: lastOf(`${first}{<where>}`) };
}

/** Two jobs that ask one exporter are one. */
const rateOfDisk = (metric: string): string => `max by (instance, device) (rate(${metric}{<where>}[<window>]))`;

const DISK = {
  requests: `(${rateOfDisk('node_disk_reads_completed_total')} + ${rateOfDisk('node_disk_writes_completed_total')})`,
  bytes: `(${rateOfDisk('node_disk_read_bytes_total')} + ${rateOfDisk('node_disk_written_bytes_total')})`,
  seconds: `(${rateOfDisk('node_disk_read_time_seconds_total')} + ${rateOfDisk('node_disk_write_time_seconds_total')})`,
  busy: rateOfDisk('node_disk_io_time_seconds_total'),
  queue: rateOfDisk('node_disk_io_time_weighted_seconds_total'),
} as const;

const ofDatabase = (value: string): PresetReading => ({
  value: `<disk> * on (instance, device) ${value}`,
  takenAt: lastOf('node_disk_io_time_seconds_total{<where>}'),
});

/** One disk may be behind several volumes, and one volume on several nodes. */
const byVolume = (value: string): string => `max by (volume) (<mounts> * on (instance, device) group_left () ${value})`;

const ofVolumes = (value: string): PresetReading => ({
  value: byVolume(value),
  takenAt: byVolume('max by (instance, device) (timestamp(node_disk_io_time_seconds_total{<where>}))'),
});

/** Of the node_exporter of the machine. */
const nodeExporter: DatabasePreset = {
  diskBytes: {
    value: 'max by (instance) (node_filesystem_size_bytes{mountpoint=<mountpoint>,<where>})',
    takenAt: lastOf('node_filesystem_size_bytes{mountpoint=<mountpoint>,<where>}'),
  },
  diskFreeBytes: {
    value: 'max by (instance) (node_filesystem_avail_bytes{mountpoint=<mountpoint>,<where>})',
    takenAt: lastOf('node_filesystem_avail_bytes{mountpoint=<mountpoint>,<where>}'),
  },
  iops: ofDatabase(DISK.requests),
  queueDepth: ofDatabase(DISK.queue),
  deviceBusy: ofDatabase(DISK.busy),
  // A CPU that waits for a disk is free for others.
  cpu: {
    value:
      '1 - avg by (instance) (sum by (instance, cpu) (max by (instance, cpu, mode) (rate(node_cpu_seconds_total{mode=~"idle|iowait",<where>}[<window>]))))',
    takenAt: lastOf('node_cpu_seconds_total{mode="idle",<where>}'),
  },
};

/** Of prometheus-rds-exporter (qonto). */
const rdsExporter: DatabasePreset = {
  diskBytes: plain('rds_allocated_storage_bytes'),
  diskFreeBytes: plain('rds_free_storage_bytes'),
  iops: sum('rds_read_iops_average', 'rds_write_iops_average'),
  provisionedIops: plain('rds_max_disk_iops_average'),
  cpu: plain('rds_cpu_usage_percent_average', ' / 100'),
};

/** Of YACE, which names CloudWatch's metrics after their own names. The size of the disk is none of them. */
const cloudwatch: DatabasePreset = {
  diskFreeBytes: plain('aws_rds_free_storage_space_average'),
  iops: sum('aws_rds_read_iops_average', 'aws_rds_write_iops_average'),
  burstBalance: plain('aws_rds_burst_balance_average', ' / 100'),
  ioBalance: plain('aws_rds_ebsiobalance_percent_average', ' / 100'),
  byteBalance: plain('aws_rds_ebsbyte_balance_percent_average', ' / 100'),
  queueDepth: plain('aws_rds_disk_queue_depth_average'),
  cpu: plain('aws_rds_cpuutilization_average', ' / 100'),
  cpuCredits: plain('aws_rds_cpucredit_balance_average'),
};

export const DATABASE_PRESETS = { 'node-exporter': nodeExporter, 'rds-exporter': rdsExporter, cloudwatch } as const;

/** Of the node_exporters of all nodes: kubelets mount each volume under its own name. */
const nodeExporterVolumes: VolumePreset = {
  label: 'volume',
  calledBy: 'name',
  readings: {
    iops: ofVolumes(DISK.requests),
    bytesPerSecond: ofVolumes(DISK.bytes),
    busy: ofVolumes(DISK.busy),
    awaitMilliseconds: ofVolumes(`(1000 * ${DISK.seconds} / ${DISK.requests})`),
  },
};

const EBS_TAKEN_AT = 'max by (volume_id) (timestamp(aws_ebs_csi_read_ops_total{<where>}))';

/** A volume may be attached to several instances. */
const ofEbs = (value: string): PresetReading => ({ value: `sum by (volume_id) (${value})`, takenAt: EBS_TAKEN_AT });

/** While the driver's pod on an instance is replaced, both may tell of one disk. */
const ofAttachedDisk = (value: string): string => `max by (volume_id, instance_id) (${value})`;
const rateOfEbs = (metric: string): string => ofAttachedDisk(`rate(aws_ebs_csi_${metric}_total{<where>}[<window>])`);
const counterOfEbs = (metric: string): PresetReading =>
  ofEbs(ofAttachedDisk(`aws_ebs_csi_${metric}_seconds_total{<where>}`));

/** Of the AWS EBS CSI driver (`node.enableMetrics`), which has them from the disks themselves. */
const ebsCsi: VolumePreset = {
  label: 'volume_id',
  calledBy: 'handle',
  readings: {
    iops: ofEbs(`${rateOfEbs('read_ops')} + ${rateOfEbs('write_ops')}`),
    bytesPerSecond: ofEbs(`${rateOfEbs('read_bytes')} + ${rateOfEbs('write_bytes')}`),
    exceededIopsSeconds: counterOfEbs('exceeded_iops'),
    exceededThroughputSeconds: counterOfEbs('exceeded_tp'),
    instanceExceededIopsSeconds: counterOfEbs('ec2_exceeded_iops'),
    instanceExceededThroughputSeconds: counterOfEbs('ec2_exceeded_tp'),
  },
};

export const VOLUME_PRESETS = { 'node-exporter': nodeExporterVolumes, 'ebs-csi': ebsCsi } as const;

export type DatabasePresetName = keyof typeof DATABASE_PRESETS;
export type VolumePresetName = keyof typeof VOLUME_PRESETS;
