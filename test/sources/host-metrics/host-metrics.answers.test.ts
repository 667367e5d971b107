import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PrometheusSample, readAnswer } from '../../../src/clients/prometheus-answer.js';
import { instant } from '../../../src/model/time.js';
import { answersOf } from '../../../src/sources/host-metrics/host-metrics.answers.js';
import { PART_LABEL, databaseBatch, volumeBatch } from '../../../src/sources/host-metrics/host-metrics.query.js';
import { configured } from './configured.js';

/** Answers of Prometheus 2.42 with node_exporter 1.5, and with the documented metrics of the EBS CSI driver. */
function recorded(name: string): readonly PrometheusSample[] {
  const text = readFileSync(join(import.meta.dirname, 'recorded', `${name}.json`), 'utf8');
  return readAnswer(JSON.parse(text)) ?? [];
}

const { databases, volumes } = configured();
const STALE_AFTER = 10_000;

describe('one request for each preset', () => {
  it('asks for the disk by where it is mounted, or by its name', () => {
    const { query } = databaseBatch(databases, 5_000);
    expect(query).toContain('node_filesystem_avail_bytes{mountpoint="/var/lib/postgresql",job="node-exporter"}');
    expect(query).toContain('rate(node_disk_io_time_seconds_total{job="node-exporter"}[20s])');
    expect(query).not.toMatch(/<[a-z]+>/);
    const [database] = databases;
    const named = databaseBatch(database === undefined ? [] : [{ ...database, device: 'dm-0' }], 5_000);
    expect(named.query).toContain('node_disk_io_now{device="dm-0",job="node-exporter"}');
  });

  it('lets nobody out of the quotes', () => {
    const [database] = databases;
    const where = { job: 'a"} or up{b="' };
    const { query } = databaseBatch(database === undefined ? [] : [{ ...database, where }], 5_000);
    expect(query).toContain('job="a\\"} or up{b=\\""');
  });

  it('asks for all volumes at once, and once for the age of what is of one age', () => {
    const { query, parts } = volumeBatch(volumes, 30_000);
    expect(query).toContain('[120s]');
    expect(parts.filter(({ tells }) => tells === 'takenAt')).toHaveLength(1);
  });

  it('adds up what a volume has on several instances, and not what two exporters tell of one', () => {
    const { query } = volumeBatch(volumes, 5_000);
    const once = (value: string): string => `max by (volume_id, instance_id) (${value})`;
    const rate = (metric: string): string => once(`rate(aws_ebs_csi_${metric}_total{}[20s])`);
    for (const counter of ['exceeded_iops', 'exceeded_tp', 'ec2_exceeded_iops', 'ec2_exceeded_tp'])
      expect(query).toContain(`sum by (volume_id) (${once(`aws_ebs_csi_${counter}_seconds_total{}`)})`);
    for (const what of ['ops', 'bytes'])
      expect(query).toContain(`sum by (volume_id) (${rate(`read_${what}`)} + ${rate(`write_${what}`)})`);
  });
});

describe('answers', () => {
  it('of a node_exporter about a database', () => {
    const answers = answersOf(databaseBatch(databases, 5_000), recorded('node-exporter-database'), null, STALE_AFTER);
    const of = answers.get('meta')?.get('');
    expect(of?.get('diskBytes')).toEqual({ value: 303_971_328, unavailable: null, age: 3_240 });
    expect(of?.get('diskFreeBytes')?.value).toBe(251_798_528);
    expect([...(of?.keys() ?? [])]).toEqual(['diskBytes', 'diskFreeBytes', 'iops', 'queueDepth', 'deviceBusy', 'cpu']);
    expect(of?.get('cpu')?.value).toBe(1);
  });

  it('of the driver about a volume, by its handle', () => {
    const answers = answersOf(volumeBatch(volumes, 5_000), recorded('ebs-csi-volumes'), 'volume_id', STALE_AFTER);
    const of = answers.get('platform')?.get('vol-0123456789abcdef0');
    expect(of?.get('iops')).toEqual({ value: 100, unavailable: null, age: 351 });
    expect(of?.get('exceededIopsSeconds')?.value).toBe(0);
  });

  const batch = databaseBatch(databases, 5_000);
  const evaluatedAt = instant(1_800_000_000_000);
  const sample = (part: number, value: number): PrometheusSample => ({
    labels: { [PART_LABEL]: String(part) },
    value,
    evaluatedAt,
  });
  const cpu = batch.parts.findIndex(({ readings, tells }) => tells === 'value' && readings.includes('cpu'));
  const cpuTime = batch.parts.findIndex(({ readings, tells }) => tells === 'takenAt' && readings.includes('cpu'));
  const taken = (age: number): PrometheusSample => sample(cpuTime, evaluatedAt / 1_000 - age);

  it.each<[string, readonly PrometheusSample[], string | undefined]>([
    ['fresh', [sample(cpu, 0.5), taken(10)], undefined],
    ['older than two scrapes', [sample(cpu, 0.5), taken(10.1)], 'stale'],
    ['of unknown age', [sample(cpu, 0.5)], 'probe failed'],
    ['of two machines', [sample(cpu, 0.5), sample(cpu, 0.6), taken(1)], 'ambiguous'],
    ['nothing divided by nothing', [sample(cpu, NaN), taken(1)], 'idle'],
    ['endless', [sample(cpu, Infinity), taken(1)], 'probe failed'],
  ])('%s', (_, samples, unavailable) => {
    const answer = answersOf(batch, samples, null, STALE_AFTER).get('meta')?.get('')?.get('cpu');
    expect(answer?.unavailable ?? undefined).toBe(unavailable);
    expect(answer?.value).toBe(unavailable === undefined ? 0.5 : null);
  });

  it('passes over what was not asked for', () => {
    expect(
      answersOf(batch, [sample(999, 1), { ...sample(cpu, 1), labels: {} }], null, STALE_AFTER).get('meta'),
    ).toEqual(new Map());
  });
});
