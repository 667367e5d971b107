import type { FoundSystem, Recogniser } from '../found.js';
import { becauseCalled, hostOf, servicesOf } from '../matching.js';
import type { ClusterObjects, Service, Workload } from '../objects.js';

const NAMES = /^prometheus$/;
const NODE_EXPORTER = /^(?:prometheus-)?node-exporter$/;
const EBS_CSI = /^aws-ebs-csi-driver$/;
const HINTS = [
  'databases: the machines of databases that run elsewhere, such as { database: metadata, preset: node-exporter, where: { instance: … }, mountpoint: … }', // prettier-ignore
  'prometheus: user and password, or token, where it asks for them; where (of volumes): where it knows several clusters', // prettier-ignore
];

export const prometheus: Recogniser = {
  source: 'host-metrics',
  what: 'Prometheus',
  lookedFor: 'workloads that are labelled, or run an image that is called, prometheus; beside it, those of node-exporter and of the EBS CSI driver', // prettier-ignore
  reads: ['statefulsets.apps', 'deployments.apps', 'daemonsets.apps', 'services'],
  note: [],
  find: (objects) =>
    objects.workloads.flatMap((workload): FoundSystem[] => {
      const because = workload.kind === 'DaemonSet' ? null : becauseCalled(workload, NAMES);
      if (because === null) return [];
      const { namespace, name } = workload;
      const url = urlOf(workload, objects);
      return [{ source: 'host-metrics', namespace, name, because, hosts: url === null ? [] : [url], entry: entryOf(url, objects), hints: HINTS }]; // prettier-ignore
    }),
};

function entryOf(url: string | null, objects: ClusterObjects): FoundSystem['entry'] {
  const presets = presetsOf(objects);
  if (url === null) return { none: 'no service leads to it' };
  if (presets.length === 0) return { none: `at ${url}; neither a node-exporter nor the EBS CSI driver was found, whose metrics would be looked for in it` }; // prettier-ignore
  return ({ cluster }) => ({ prometheus: { url }, volumes: presets.map((preset) => ({ cluster, preset })) });
}

/** Whose metrics of volumes there should be. */
function presetsOf({ workloads }: ClusterObjects): readonly string[] {
  const has = (names: RegExp): boolean => workloads.some((one) => becauseCalled(withoutLabels(one), names) !== null || names.test(one.labels['app.kubernetes.io/name'] ?? '')); // prettier-ignore
  return [...(has(NODE_EXPORTER) ? ['node-exporter'] : []), ...(has(EBS_CSI) ? ['ebs-csi'] : [])];
}

/** What stands beside something else may be what is looked for here. */
function withoutLabels(workload: Workload): Workload {
  return { ...workload, labels: {} };
}

/** Where a Prometheus is asked. */
function urlOf(workload: Workload, objects: ClusterObjects): string | null {
  for (const service of servicesOf(workload, objects)) {
    const port = webPortOf(service);
    if (port !== null) return `http://${hostOf(service)}${port === 80 ? '' : `:${port}`}`;
  }
  return null;
}

function webPortOf({ ports }: Service): number | null {
  const web = ports.find(
    ({ name, number }) => number === 9090 || /^(?:http-)?web$|^http$|^prometheus$/.test(name ?? ''),
  );
  return (web ?? (ports.length === 1 ? ports[0] : undefined))?.number ?? null;
}
