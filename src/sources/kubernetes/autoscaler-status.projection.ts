import type { V1ConfigMap } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AutoscalerStatus } from '../../model/cluster.js';
import type { Instant } from '../../model/time.js';
import { type Place, timeOf } from '../../clients/kubernetes-projection.js';
import { type Raw, UnreadableObject, textOf } from '../../clients/kubernetes-raw-object.js';

const countsSchema = z.object({ total: z.number().optional(), ready: z.number().default(0) });

/** The report as of cluster-autoscaler 1.30: YAML. Older ones write text for people. */
const reportSchema = z.object({
  nodeGroups: z
    .array(
      z.object({
        name: z.string(),
        health: z.object({
          minSize: z.number().default(0),
          maxSize: z.number().default(0),
          nodeCounts: z.object({ registered: countsSchema.optional() }).optional(),
        }),
      }),
    )
    .nullish(),
});

/** One group in the older text: its name, then, on the next line, its health. */
const GROUP =
  /^\s*Name:\s*(\S+)\s*\n\s*Health:.*?\bready=(\d+).*?\bregistered=(\d+).*?\bminSize=(\d+),\s*maxSize=(\d+)/gm;

/** What the cluster autoscaler says of its node groups, in its ConfigMap `cluster-autoscaler-status`. */
export function projectAutoscalerStatus(raw: Raw<V1ConfigMap>, place: Place): AutoscalerStatus {
  const status = textOf(raw?.data?.['status']);
  if (status === null) throw new UnreadableObject('the report of the autoscaler has no status');
  const reportedAt =
    timeIn(textOf(raw?.metadata?.annotations?.[LAST_UPDATED]), place) ?? timeIn(HEAD.exec(status)?.[1] ?? null, place);
  return { reportedAt, groups: readText(status) ?? readYaml(status) };
}

const LAST_UPDATED = 'cluster-autoscaler.kubernetes.io/last-updated';

/** The line that says when, in both formats. */
const HEAD = /^(?:Cluster-autoscaler status at|time:) *(.+)$/m;

/** As Go writes a time: `2025-04-22 14:29:08.360891242 +0000 UTC`. */
const GO_TIME = /^"?(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?\d* ([+-]\d\d)(\d\d)/;

function timeIn(text: string | null, place: Place): Instant | null {
  const [, date, time, part = '', hours, minutes] = GO_TIME.exec(text ?? '') ?? [];
  return timeOf(`${date}T${time}${part}${hours}:${minutes}`, place);
}

function readText(status: string): AutoscalerStatus['groups'] | null {
  if (!/^Cluster-autoscaler status at/.test(status)) return null;
  return [...status.matchAll(GROUP)].map(([, name = '', ready, registered, minimum, maximum]) => ({
    name,
    minimum: Number(minimum),
    maximum: Number(maximum),
    registered: Number(registered),
    ready: Number(ready),
  }));
}

function readYaml(status: string): AutoscalerStatus['groups'] {
  const report = reportSchema.safeParse(parseYaml(status));
  if (!report.success) throw new UnreadableObject('the report of the autoscaler cannot be read');
  return (report.data.nodeGroups ?? []).map(({ name, health }) => {
    const { total, ready = 0 } = health.nodeCounts?.registered ?? {};
    return { name, minimum: health.minSize, maximum: health.maxSize, registered: total ?? ready, ready };
  });
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
