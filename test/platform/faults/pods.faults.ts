import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault } from './fault.js';
import {
  askForLessCpu,
  deployment,
  hasCondition,
  podSpec,
  podsOf,
  reasonsOf,
  remove,
  shell,
  SHOP,
  statsOf,
} from './shop.js';

/** A deployment that cannot do well, evident by the reason for which its container waits or ended. */
function brokenDeployment(
  name: string,
  describe: string,
  app: string,
  spec: object,
  reasons: readonly string[],
): Fault {
  return {
    name,
    describe,
    inject: (platform) => platform.applyObjects([deployment(app, spec)]),
    repair: (platform) => remove(platform, `deployment/${app}`),
    async evident(platform) {
      const pods = (await podsOf(platform, app)).filter(({ metadata }) => metadata.deletionTimestamp === undefined);
      return reasonsOf(pods).some((reason) => reasons.includes(reason));
    },
  };
}

const CHECKOUT = 'checkout';
/** Both containers see it; a container that has ended cannot be told anything. */
const STATE = { volumeMounts: [{ name: 'state', mountPath: '/state' }] };

async function runsOn(platform: Platform): Promise<string | undefined> {
  const times = (await podsOf(platform, CHECKOUT))
    .flatMap(({ status }) => status.containerStatuses ?? [])
    .map(({ state }) => Date.parse(state.running?.startedAt ?? ''));
  const isWell = times.length > 0 && times.every((startedAt) => Date.now() - startedAt > 3_000);
  return isWell ? undefined : 'it has not run for longer than it did before';
}

const crashLoop: Fault = {
  ...brokenDeployment(
    'crash-loop',
    'a container that exits 3 a second after its start → CrashLoopBackOff; well again in place',
    CHECKOUT,
    {
      ...podSpec(CHECKOUT, ['sh', '-c', '[ -e /state/well ] && exec sleep infinity; sleep 1; exit 3'], STATE, {
        ...STATE,
        name: 'aide',
        command: ['sleep', 'infinity'],
      }),
      volumes: [{ name: 'state', emptyDir: {} }],
    },
    ['CrashLoopBackOff'],
  ),
  async mend(platform) {
    await shell(platform, `deployment/${CHECKOUT}`, 'touch /state/well', 'aide');
    // It may be in one of the seconds in which it does well, as it was before.
    await waitUntilNothingMissing(CHECKOUT, () => runsOn(platform), { within: 240_000, every: 100 });
  },
};

const outOfMemory = brokenDeployment(
  'oom',
  'a container that asks for ten times its memory limit → OOMKilled',
  'recommender',
  podSpec('recommender', ['sh', '-c', 'sleep 1; exec dd if=/dev/zero of=/dev/null bs=320M']),
  ['OOMKilled'],
);

const imagePull = brokenDeployment(
  'image-pull',
  'an image that no registry has → ErrImagePull, ImagePullBackOff',
  'search',
  podSpec('search', ['sleep', 'infinity'], { image: '127.0.0.1:9/search:2' }),
  ['ErrImagePull', 'ImagePullBackOff'],
);

const MAILER = 'mailer';

const configError: Fault = {
  ...brokenDeployment(
    'config-error',
    'a container whose ConfigMap is not there → CreateContainerConfigError; well again in place',
    MAILER,
    podSpec(MAILER, ['sleep', 'infinity'], { envFrom: [{ configMapRef: { name: MAILER } }] }),
    ['CreateContainerConfigError'],
  ),
  mend: (platform) =>
    platform.applyObjects([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: MAILER, namespace: SHOP } }]),
  repair: (platform) => remove(platform, `deployment/${MAILER}`, `configmap/${MAILER}`),
};

const createFailed = brokenDeployment(
  'create-failed',
  'a container with a seccomp profile that its node does not have → CreateContainerError',
  'thumbnails',
  podSpec('thumbnails', ['sleep', 'infinity'], {
    securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'thumbnails.json' } },
  }),
  ['CreateContainerError'],
);

const mountMissing = brokenDeployment(
  'mount-missing',
  'a pod that mounts a Secret that is not there → ContainerCreating, for good',
  'billing',
  {
    ...podSpec('billing', ['sleep', 'infinity'], { volumeMounts: [{ name: 'keys', mountPath: '/keys' }] }),
    volumes: [{ name: 'keys', secret: { secretName: 'billing-keys' } }],
  },
  ['ContainerCreating'],
);

const unschedulable: Fault = {
  name: 'unschedulable',
  describe: 'a pod that requests 64 CPUs → PodScheduled False; well again in place',
  inject: (platform) => {
    const resources = { requests: { cpu: '64', memory: '16Mi' }, limits: { cpu: '64', memory: '32Mi' } };
    return platform.applyObjects([deployment('training', podSpec('training', ['sleep', 'infinity'], { resources }))]);
  },
  async mend(platform) {
    for (const { metadata } of await podsOf(platform, 'training'))
      await askForLessCpu(platform, SHOP, metadata.name, 'training');
  },
  repair: (platform) => remove(platform, 'deployment/training'),
  evident: async (platform) =>
    (await podsOf(platform, 'training')).some((pod) => hasCondition(pod, 'PodScheduled', 'False')),
};

const notReady: Fault = {
  name: 'not-ready',
  describe: 'a running pod of the storefront whose readiness probe answers 404; well again in place',
  async inject(platform) {
    const [pod] = await podsOf(platform, 'storefront');
    if (pod === undefined) throw new Error('the storefront has no pod');
    await shell(platform, pod.metadata.name, 'rm -f /www/ready');
  },
  async repair(platform) {
    for (const pod of await podsOf(platform, 'storefront'))
      await shell(platform, pod.metadata.name, 'touch /www/ready');
  },
  evident: async (platform) =>
    (await podsOf(platform, 'storefront')).some((pod) => hasCondition(pod, 'Ready', 'False')),
};

const PRICING = 'deployment/pricing';
const PRICING_MEMORY_LIMIT = 64 * 1024 ** 2;

const cpuHot: Fault = {
  name: 'cpu-hot',
  describe: 'a busy loop in the pricing pod, held at its limit of 100m; well again in place',
  async inject(platform) {
    const loop = 'while [ -e /tmp/hot ]; do :; done';
    await shell(platform, PRICING, `[ -e /tmp/hot ] || { touch /tmp/hot; (${loop}) </dev/null >/dev/null 2>&1 & }`);
  },
  repair: async (platform) => {
    await shell(platform, PRICING, 'rm -f /tmp/hot');
  },
  evident: async (platform) => ((await statsOf(platform, 'pricing-'))?.cpu?.usageNanoCores ?? 0) > 90_000_000,
};

const memoryNearLimit: Fault = {
  name: 'memory-near-limit',
  describe: 'a process in the pricing pod that holds 94 % of its memory limit, anonymous; well again in place',
  async inject(platform) {
    // dd reads its one block into memory and cannot get rid of it, because nobody reads the pipe.
    const hold = 'dd if=/dev/zero bs=60M count=1 | while [ -e /tmp/hold ]; do sleep 1; done';
    await shell(platform, PRICING, `[ -e /tmp/hold ] || { touch /tmp/hold; (${hold}) </dev/null >/dev/null 2>&1 & }`);
  },
  repair: async (platform) => {
    await shell(platform, PRICING, 'rm -f /tmp/hold');
  },
  evident: async (platform) =>
    ((await statsOf(platform, 'pricing-'))?.memory?.workingSetBytes ?? 0) > 0.9 * PRICING_MEMORY_LIMIT,
};

const HELD_POD = 'archive';

async function isStuck(platform: Platform): Promise<boolean> {
  return (await podsOf(platform, HELD_POD)).some((pod) => pod.metadata.deletionTimestamp !== undefined);
}

const stuckTerminating: Fault = {
  name: 'pod-stuck-terminating',
  describe: 'a deleted pod with a finalizer that nobody takes away',
  async inject(platform) {
    if (await isStuck(platform)) return;
    const metadata = { name: HELD_POD, namespace: SHOP, labels: { app: HELD_POD }, finalizers: ['platform.test/hold'] };
    const spec = podSpec(HELD_POD, ['sleep', 'infinity']);
    await platform.applyObjects([{ apiVersion: 'v1', kind: 'Pod', metadata, spec }]);
    // One that does not run yet has no grace.
    await platform.kubectl([
      'wait',
      `--namespace=${SHOP}`,
      '--for=condition=Ready',
      '--timeout=60s',
      `pod/${HELD_POD}`,
    ]);
    await platform.kubectl(['delete', `--namespace=${SHOP}`, '--wait=false', `pod/${HELD_POD}`]);
  },
  async repair(platform) {
    const pods = await podsOf(platform, HELD_POD);
    const patch = '--patch={"metadata":{"finalizers":null}}';
    if (pods.length > 0) await platform.kubectl(['patch', `--namespace=${SHOP}`, `pod/${HELD_POD}`, patch]);
    await remove(platform, `pod/${HELD_POD}`);
  },
  // Until its containers have ended it is only on its way: its kubelet says so by giving it no more time, from then on.
  async evident(platform) {
    const pods = await podsOf(platform, HELD_POD);
    return pods.some(({ metadata: { deletionTimestamp, deletionGracePeriodSeconds } }) => {
      return deletionGracePeriodSeconds === 0 && Date.parse(deletionTimestamp ?? '') <= Date.now();
    });
  },
};

/** A pod without an owner, evident by its phase and the reason for it. */
function endingPod(name: string, describe: string, pod: string, spec: object, reason: string | undefined): Fault {
  const metadata = { name: pod, namespace: SHOP, labels: { app: pod } };
  return {
    name,
    describe,
    async inject(platform) {
      await remove(platform, `pod/${pod}`);
      const object = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { ...spec, restartPolicy: 'Never' } };
      await platform.applyObjects([object]);
    },
    repair: (platform) => remove(platform, `pod/${pod}`),
    evident: async (platform) =>
      (await podsOf(platform, pod)).some(({ status }) => status.phase === 'Failed' && status.reason === reason),
  };
}

const podFailed = endingPod(
  'pod-failed',
  'a pod that is not started again and exits 2 → Failed',
  'backfill',
  podSpec('backfill', ['sh', '-c', 'sleep 1; exit 2']),
  undefined,
);

const podEvicted = endingPod(
  'pod-evicted',
  'a pod that writes more to its scratch volume than it may → Evicted by the kubelet',
  'transcode',
  {
    ...podSpec('transcode', ['sh', '-c', 'dd if=/dev/zero of=/scratch/file bs=1M count=8 && sleep 3600'], {
      volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }],
    }),
    volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1Mi' } }],
  },
  'Evicted',
);

export const podFaults: readonly Fault[] = [
  crashLoop,
  outOfMemory,
  imagePull,
  configError,
  createFailed,
  mountMissing,
  podFailed,
  podEvicted,
  unschedulable,
  notReady,
  cpuHot,
  memoryNearLimit,
  stuckTerminating,
];
