import { z } from 'zod';
import { type Instant, parseInstant } from '../../model/time.js';

/** Numbers that a kubelet leaves out it does not know. */
const count = z.number().nullish().catch(null);
const time = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => parseInstant(text));

const pressure = z
  .object({ psi: z.object({ some: z.object({ avg60: z.number(), total: z.number() }) }).nullish() })
  .nullish()
  .catch(null);

const fileSystem = {
  time,
  capacityBytes: count,
  usedBytes: count,
  availableBytes: count,
  inodes: count,
  inodesFree: count,
};

const containerSchema = z.object({
  name: z.string(),
  memory: z.object({ time, rssBytes: count }).nullish().catch(null),
  io: pressure,
});

const podSchema = z.object({
  podRef: z.object({ uid: z.string(), namespace: z.string(), name: z.string() }),
  containers: z.array(containerSchema).nullish(),
  volume: z
    .array(z.object({ ...fileSystem, pvcRef: z.object({ namespace: z.string(), name: z.string() }).nullish() }))
    .nullish()
    .catch(null),
});

const summarySchema = z.object({
  node: z.object({
    cpu: pressure,
    fs: z.object(fileSystem).nullish().catch(null),
  }),
  pods: z.array(podSchema),
});

export interface FileSystemStats {
  readonly at: Instant | null;
  readonly capacityBytes: number | null;
  readonly usedBytes: number | null;
  readonly availableBytes: number | null;
  readonly inodes: number | null;
  readonly inodesFree: number | null;
}

export interface PodStats {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  readonly containers: readonly {
    readonly name: string;
    readonly memoryAt: Instant | null;
    readonly rssBytes: number | null;
    /** Share of the last 60 s. */
    readonly ioPressure60: number | null;
  }[];
  readonly claims: readonly ({ readonly namespace: string; readonly name: string } & FileSystemStats)[];
}

export interface NodeSummary {
  readonly fs: FileSystemStats | null;
  readonly pods: readonly PodStats[];
}

/** Reads `/stats/summary` (k8s.io/kubelet/pkg/apis/stats/v1alpha1). Null where it is something else. */
export function parseSummary(body: unknown): NodeSummary | null {
  const { data: summary } = summarySchema.safeParse(body);
  if (summary === undefined) return null;
  // Where the kernel does not count, all is 0; on one that does, somebody has waited for the CPU since it booted.
  const hasPressure = (summary.node.cpu?.psi?.some.total ?? 0) > 0;
  return {
    fs: summary.node.fs == null ? null : statsOf(summary.node.fs),
    pods: summary.pods.map((pod) => podStatsOf(pod, hasPressure)),
  };
}

function podStatsOf({ podRef, containers, volume }: z.output<typeof podSchema>, hasPressure: boolean): PodStats {
  return {
    ...podRef,
    containers: (containers ?? []).map(({ name, memory, io }) => ({
      name,
      memoryAt: memory?.time ?? null,
      rssBytes: memory?.rssBytes ?? null,
      // The kernel speaks in percent.
      ioPressure60: hasPressure && io?.psi != null ? io.psi.some.avg60 / 100 : null,
    })),
    claims: (volume ?? []).flatMap((stats) => (stats.pvcRef == null ? [] : [{ ...stats.pvcRef, ...statsOf(stats) }])),
  };
}

function statsOf(stats: {
  [Field in keyof typeof fileSystem]?: z.output<(typeof fileSystem)[Field]>;
}): FileSystemStats {
  return {
    at: stats.time ?? null,
    capacityBytes: stats.capacityBytes ?? null,
    usedBytes: stats.usedBytes ?? null,
    availableBytes: stats.availableBytes ?? null,
    inodes: stats.inodes ?? null,
    inodesFree: stats.inodesFree ?? null,
  };
}
