import { type ExpositionSample, parseExposition } from '../../clients/exposition-text.js';
import type { Instant } from '../../model/time.js';

/** A counter or gauge with the kubelet's own time for it. */
export interface Sampled {
  readonly value: number;
  readonly at: Instant;
}

export interface ResourceMetrics {
  /** By `containerKey`. CPU in seconds since the container's start; memory in bytes. */
  readonly containers: ReadonlyMap<string, { readonly cpuSeconds?: Sampled; readonly workingSetBytes?: Sampled }>;
  readonly nodeCpuSeconds: Sampled | null;
  readonly nodeWorkingSetBytes: Sampled | null;
}

export interface ContainerPressure {
  readonly cfsPeriods?: Sampled;
  readonly cfsThrottledPeriods?: Sampled;
  readonly activeFileBytes?: Sampled;
}

/** `/metrics/*` name pods, where `/stats/summary` has their uids too. */
export function containerKey(namespace: string, pod: string, container: string): string {
  return `${namespace}/${pod}/${container}`;
}

const NODE_CPU = 'node_cpu_usage_seconds_total';
const NODE_MEMORY = 'node_memory_working_set_bytes';
const CONTAINER_RESOURCES = {
  container_cpu_usage_seconds_total: 'cpuSeconds',
  container_memory_working_set_bytes: 'workingSetBytes',
} as const;

/** Reads `/metrics/resource`. @throws ExpositionError */
export function parseResourceMetrics(body: Buffer): ResourceMetrics {
  const wanted = new Set([...Object.keys(CONTAINER_RESOURCES), NODE_CPU, NODE_MEMORY]);
  const samples = [...parseExposition(body, wanted)];
  return {
    containers: byContainer(samples, CONTAINER_RESOURCES),
    nodeCpuSeconds: sampledOf(samples.find(({ name }) => name === NODE_CPU)),
    nodeWorkingSetBytes: sampledOf(samples.find(({ name }) => name === NODE_MEMORY)),
  };
}

const CONTAINER_PRESSURE = {
  container_cpu_cfs_periods_total: 'cfsPeriods',
  container_cpu_cfs_throttled_periods_total: 'cfsThrottledPeriods',
  container_memory_total_active_file_bytes: 'activeFileBytes',
} as const;

/** Reads the few lines that matter of the thousands in `/metrics/cadvisor`. @throws ExpositionError */
export function parseCadvisorMetrics(body: Buffer): ReadonlyMap<string, ContainerPressure> {
  return byContainer([...parseExposition(body, new Set(Object.keys(CONTAINER_PRESSURE)))], CONTAINER_PRESSURE);
}

function sampledOf(sample: ExpositionSample | undefined): Sampled | null {
  if (sample?.observedAt == null || !Number.isFinite(sample.value)) return null;
  return { value: sample.value, at: sample.observedAt };
}

/** A container that was started anew may be there twice, as two cgroups: the newer one counts. */
function byContainer<Field extends string>(
  samples: readonly ExpositionSample[],
  fields: Readonly<Record<string, Field>>,
): ReadonlyMap<string, Partial<Readonly<Record<Field, Sampled>>>> {
  const containers = new Map<string, Partial<Record<Field, Sampled>>>();
  for (const sample of samples) {
    const { container, namespace, pod } = sample.labels;
    const field = fields[sample.name];
    const sampled = sampledOf(sample);
    // Cgroups of pods and above have no container; POD is the sandbox of old runtimes.
    if (!container || container === 'POD' || !namespace || !pod || field === undefined || sampled === null) continue;
    const key = containerKey(namespace, pod, container);
    const values: Partial<Record<Field, Sampled>> = containers.get(key) ?? {};
    const before = values[field];
    if (before === undefined || before.at <= sampled.at) values[field] = sampled;
    containers.set(key, values);
  }
  return containers;
}
