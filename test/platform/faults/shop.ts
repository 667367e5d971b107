import { NODE_NAME } from '../components/kubelet.component.js';
import { BUSYBOX_IMAGE } from '../components/images.component.js';
import { type Platform } from '../support/platform.js';

/** The namespace in which life goes on, and faults happen. */
export const SHOP = 'shop';

const RESOURCES = { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '32Mi' } };

/** A busybox pod; `changes` are merged over its container, and `others` over more of the same. */
export function podSpec(name: string, command: readonly string[], changes: object = {}, ...others: object[]): object {
  const container = { name, image: BUSYBOX_IMAGE, command, resources: RESOURCES };
  return {
    terminationGracePeriodSeconds: 1,
    containers: [changes, ...others].map((own) => ({ ...container, ...own })),
  };
}

/** What lets a pod run on a fake node. */
export const ON_FAKE_NODE = { tolerations: [{ key: 'platform.test/fake', operator: 'Exists' }] };

export function deployment(name: string, spec: object, replicas = 1) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: SHOP },
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}

/** Runs a shell script in a running container of the shop: the pod's first one unless told. */
export function shell(platform: Platform, pod: string, script: string, container?: string): Promise<string> {
  const which = container === undefined ? [] : [`--container=${container}`];
  return platform.kubectl(['exec', `--namespace=${SHOP}`, pod, ...which, '--', 'sh', '-c', script]);
}

/** Lets a pod ask for as little as others do, in place: so it fits. */
export async function askForLessCpu(
  platform: Platform,
  namespace: string,
  pod: string,
  container: string,
): Promise<void> {
  const { cpu } = RESOURCES.requests;
  const patch = JSON.stringify({ spec: { containers: [{ name: container, resources: { requests: { cpu } } }] } });
  await platform.kubectl(['patch', 'pod', pod, `--namespace=${namespace}`, '--subresource=resize', `--patch=${patch}`]);
}

export async function remove(platform: Platform, ...names: readonly string[]): Promise<void> {
  await platform.kubectl(['delete', `--namespace=${SHOP}`, '--ignore-not-found', '--timeout=40s', ...names]);
}

interface ContainerState {
  readonly waiting?: { readonly reason: string };
  readonly terminated?: { readonly reason: string };
  readonly running?: { readonly startedAt: string };
}

export interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly deletionTimestamp?: string;
    readonly deletionGracePeriodSeconds?: number;
  };
  readonly status: {
    readonly phase?: string;
    readonly reason?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly reason?: string }[];
    readonly containerStatuses?: readonly { readonly state: ContainerState; readonly lastState: ContainerState }[];
  };
}

export async function podsOf(platform: Platform, app: string): Promise<readonly Pod[]> {
  const { items } = await platform.get<{ items: Pod[] }>('pods', `--namespace=${SHOP}`, `--selector=app=${app}`);
  return items;
}

/** The reasons for which containers of these pods wait or have ended. */
export function reasonsOf(pods: readonly Pod[]): string[] {
  const states = pods.flatMap((pod) => pod.status.containerStatuses ?? []).flatMap((c) => [c.state, c.lastState]);
  return states.flatMap((state) => [state.waiting?.reason, state.terminated?.reason]).filter((r) => r !== undefined);
}

export function hasCondition(pod: Pod, type: string, status: string): boolean {
  return pod.status.conditions?.some((condition) => condition.type === type && condition.status === status) === true;
}

interface StatsSummary {
  readonly pods: readonly {
    readonly podRef: { readonly namespace: string; readonly name: string };
    readonly cpu?: { readonly usageNanoCores?: number };
    readonly memory?: { readonly workingSetBytes?: number };
    readonly volume?: readonly {
      readonly pvcRef?: { readonly name: string };
      readonly availableBytes: number;
      readonly usedBytes: number;
      readonly inodes: number;
      readonly inodesFree: number;
      readonly capacityBytes: number;
    }[];
  }[];
}

/** What the kubelet of the real node measures of a pod. */
export async function statsOf(
  platform: Platform,
  podPrefix: string,
): Promise<StatsSummary['pods'][number] | undefined> {
  const summary = await platform.kubectl(['get', '--raw', `/api/v1/nodes/${NODE_NAME}/proxy/stats/summary`]);
  const { pods } = JSON.parse(summary) as StatsSummary;
  return pods.find(({ podRef }) => podRef.namespace === SHOP && podRef.name.startsWith(podPrefix));
}
