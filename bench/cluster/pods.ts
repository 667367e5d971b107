import {
  type ApiObject,
  CREATED,
  PODS_OF_DEPLOYMENT,
  PODS_OF_STATEFUL_SET,
  appLabels,
  claimName,
  databaseLabels,
  digits,
  hasProxy,
  hashOf,
  metadata,
  namespaceName,
  nodeName,
  ownedBy,
  replicaSetName,
  statefulSetName,
  statefulSetPodName,
  uidOf,
} from './names.js';

const RUNS = { phase: 'Running', qosClass: 'Burstable', startTime: CREATED };

function container(name: string, image: string): Record<string, unknown> {
  const variable = (key: string, value: string): object => ({ name: key, value });
  return {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    env: [
      variable('LOG_LEVEL', 'info'),
      variable('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector.observability.svc:4317'),
      { name: 'POD_NAME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
      { name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'database', key: 'url' } } },
    ],
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } },
    readinessProbe: { httpGet: { path: '/ready', port: 'http', scheme: 'HTTP' }, periodSeconds: 10, timeoutSeconds: 1, successThreshold: 1, failureThreshold: 3 }, // prettier-ignore
    livenessProbe: { httpGet: { path: '/live', port: 'http', scheme: 'HTTP' }, periodSeconds: 10, timeoutSeconds: 1, successThreshold: 1, failureThreshold: 3 }, // prettier-ignore
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
}

const APP_IMAGE = 'registry.example.com/shop/application:1.42.0';
const PROXY_IMAGE = 'registry.example.com/mesh/proxy:1.24.1';

export function podSpec(isProxied: boolean): Record<string, unknown> {
  return {
    containers: [container('app', APP_IMAGE), ...(isProxied ? [container('proxy', PROXY_IMAGE)] : [])],
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
  };
}

/** Three digits in each place, so that all have one length. */
function addressOf(index: number): string {
  const part = (by: number): number => 100 + (Math.floor(index / by) % 100);
  return `10.${part(10_000)}.${part(100)}.${part(1)}`;
}

function podStatus(name: string, isProxied: boolean, address: string): object {
  const condition = (type: string): object => ({ type, status: 'True', lastTransitionTime: CREATED });
  const status = (containerName: string, image: string): object => ({
    name: containerName,
    image,
    imageID: `registry.example.com/shop/application@sha256:${'0123456789abcdef'.repeat(4)}`,
    containerID: `containerd://${(uidOf(`${name}/${containerName}`) + uidOf(name)).replaceAll('-', '')}`,
    ready: true,
    started: true,
    restartCount: 0,
    lastState: {},
    state: { running: { startedAt: CREATED } },
  });
  return {
    ...RUNS,
    hostIP: '10.99.0.1',
    hostIPs: [{ ip: '10.99.0.1' }],
    podIP: address,
    podIPs: [{ ip: address }],
    conditions: ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(condition),
    containerStatuses: [status('app', APP_IMAGE), ...(isProxied ? [status('proxy', PROXY_IMAGE)] : [])],
  };
}

function pod(
  names: { readonly name: string; readonly namespace: string; readonly node: string; readonly address: string },
  head: object,
  isProxied: boolean,
  more: object = {},
): ApiObject {
  const { name, namespace, node, address } = names;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata('Pod', name, namespace, head),
    spec: { nodeName: node, ...podSpec(isProxied), ...more },
    status: podStatus(name, isProxied, address),
  };
}

export function deploymentPod(index: number, replica: number, node: string): ApiObject {
  const suffix = `${uidOf(`suffix/${index}`).slice(0, 3)}${digits(replica, 2)}`;
  const names = {
    name: `${replicaSetName(index)}-${suffix}`,
    namespace: namespaceName(index),
    node,
    address: addressOf(index * PODS_OF_DEPLOYMENT + replica),
  };
  const labels = { ...appLabels(index), 'pod-template-hash': hashOf(index) };
  const owner = ownedBy('apps/v1', 'ReplicaSet', replicaSetName(index), namespaceName(index));
  const head = { generateName: `${replicaSetName(index)}-`, labels, ...owner };
  return pod(names, head, hasProxy(index));
}

export function statefulSetPod(index: number, node: string): ApiObject {
  const set = Math.floor(index / PODS_OF_STATEFUL_SET);
  const name = statefulSetPodName(index);
  const namespace = namespaceName(set);
  const labels = {
    ...databaseLabels(set),
    'statefulset.kubernetes.io/pod-name': name,
  };
  const owner = ownedBy('apps/v1', 'StatefulSet', statefulSetName(set), namespace);
  const head = { generateName: `${statefulSetName(set)}-`, labels, ...owner };
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: claimName(index) } }];
  return pod({ name, namespace, node, address: addressOf(500_000 + index) }, head, false, { hostname: name, volumes });
}

export function daemonSetPod(index: number): ApiObject {
  const name = `agent-x${digits(index, 4)}`;
  const namespace = namespaceName(0);
  const owner = ownedBy('apps/v1', 'DaemonSet', 'agent', namespace);
  const head = { generateName: 'agent-', labels: { app: 'agent' }, ...owner };
  return pod({ name, namespace, node: nodeName(index), address: addressOf(900_000 + index) }, head, false);
}
