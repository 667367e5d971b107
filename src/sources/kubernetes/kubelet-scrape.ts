import { ExpositionError } from '../../clients/exposition-text.js';
import type { KubernetesEndpoint } from '../../clients/kubernetes-connection.js';
import { KubernetesError } from '../../clients/kubernetes-error.js';
import { stateOf } from '../../clients/kubernetes-watch-state.js';
import type { MissingParts } from '../../model/pod.js';
import { type Milliseconds, SECOND } from '../../model/time.js';
import type { LookFailure } from '../../sampling/reach.js';
import {
  type ContainerPressure,
  type ResourceMetrics,
  parseCadvisorMetrics,
  parseResourceMetrics,
} from './kubelet-metrics.parser.js';
import { type NodeSummary, parseSummary } from './kubelet-summary.parser.js';

/** What one kubelet said at one time. A part that could not be had is null. */
export interface KubeletAnswer {
  /** Null: nothing is known of any pod, for only here do pods have uids. */
  readonly summary: NodeSummary | null;
  readonly resource: ResourceMetrics | null;
  readonly cadvisor: ReadonlyMap<string, ContainerPressure> | null;
  /** Why parts beside the summary could not be had; left out where they were. */
  readonly missing?: MissingParts;
  /** The worst of what went wrong; null where nothing did. */
  readonly failure: LookFailure | null;
}

interface Part<T> {
  readonly value: T | null;
  readonly failure: LookFailure | null;
}

/** From best to worst. */
const BADNESS: readonly LookFailure['state'][] = ['hindered', 'invalid', 'forbidden', 'lost'];

/** Asks one kubelet for everything, within `deadline`. Never throws. */
export async function scrapeKubelet(
  endpoint: KubernetesEndpoint,
  nodeName: string,
  deadline: Milliseconds,
  signal: AbortSignal,
): Promise<KubeletAnswer> {
  const request = { deadline, signal };
  const words = { nodeName, deadline };
  const [summary, resource, cadvisor] = await Promise.all([
    part(words, '/stats/summary', async (path) => {
      const read = parseSummary((await endpoint.get(path, request)).body);
      if (read === null) throw new KubernetesError('invalid', 'the answer is no summary of stats');
      return read;
    }),
    part(words, '/metrics/resource', async (path) => parseResourceMetrics((await endpoint.bytes(path, request)).body)),
    part(words, '/metrics/cadvisor', async (path) => parseCadvisorMetrics((await endpoint.bytes(path, request)).body)),
  ]);
  const failures = [summary, resource, cadvisor].flatMap(({ failure }) => failure ?? []);
  const worst = failures.toSorted((a, b) => BADNESS.indexOf(b.state) - BADNESS.indexOf(a.state))[0] ?? null;
  const values = { summary: summary.value, resource: resource.value, cadvisor: cadvisor.value };
  if (resource.failure === null && cadvisor.failure === null) return { ...values, failure: worst };
  return { ...values, missing: missingOf(resource.failure, cadvisor.failure), failure: worst };
}

function missingOf(resource: LookFailure | null, cadvisor: LookFailure | null): MissingParts {
  return {
    ...(resource !== null && { resource: unavailableWord(resource.state) }),
    ...(cadvisor !== null && { cadvisor: unavailableWord(cadvisor.state) }),
  };
}

/** Why a reading has no number, in the catalogue's words. */
export function unavailableWord(state: LookFailure['state']): string {
  return state === 'forbidden' ? 'forbidden' : 'probe failed';
}

async function part<T>(
  words: { readonly nodeName: string; readonly deadline: Milliseconds },
  path: string,
  read: (path: string) => Promise<T>,
): Promise<Part<T>> {
  try {
    return { value: await read(path), failure: null };
  } catch (error) {
    return { value: null, failure: failureOf(error, path, words) };
  }
}

function failureOf(
  error: unknown,
  path: string,
  { nodeName, deadline }: { readonly nodeName: string; readonly deadline: Milliseconds },
): LookFailure {
  const kubelet = `the kubelet of ${nodeName}`;
  if (error instanceof ExpositionError)
    return { state: 'invalid', message: `${path} of ${kubelet} cannot be read: ${error.message}` };
  if (!(error instanceof KubernetesError) || error.kind === 'timeout')
    return { state: 'lost', message: `${kubelet} did not answer ${path} within ${deadline / SECOND} s` };
  const state = stateOf(error);
  // The kubelet asks the API server about the subresource that the path stands for.
  const resource = path.startsWith('/stats') ? 'nodes/stats' : 'nodes/metrics';
  if (error.kind === 'forbidden')
    return { state: 'forbidden', message: `forbidden: cannot get ${resource} (${nodeName}, ${path})` };
  const cannot = `cannot get ${path} of ${kubelet}`;
  // Who is not known lacks no permission: what is wrong is in the credentials, or in how the kubelet looks at them.
  if (state === 'forbidden') return { state, message: `unauthorized: ${cannot} (${error.message})` };
  return { state, message: `${cannot}: ${error.message}` };
}
