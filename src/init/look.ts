import { z } from 'zod';
import { KubernetesCollection } from '../clients/kubernetes-collection.js';
import type { KubernetesEndpoint } from '../clients/kubernetes-connection.js';
import { KubernetesError } from '../clients/kubernetes-error.js';
import { parseListPage } from '../clients/kubernetes-list-page.js';
import { UnreadableObject } from '../clients/kubernetes-raw-object.js';
import { MEBIBYTE } from '../model/bytes.js';
import type { Milliseconds } from '../model/time.js';
import type { ClusterObjects } from './objects.js';
import { readCustomObject, readEndpoints, readService, readWorkload } from './read-objects.js';

const PAGE = 500;
/** So many objects of each sort are looked at: larger clusters have more pods, hardly more of these. */
const MOST_PAGES = 10;
const LONGEST_PAGE = 32 * MEBIBYTE;

/** What is looked for, by what a permission calls it. */
export type Resource =
  | 'services'
  | 'statefulsets.apps'
  | 'deployments.apps'
  | 'daemonsets.apps'
  | 'endpointslices.discovery.k8s.io'
  | 'kafkas.kafka.strimzi.io'
  | 'kafkaconnects.kafka.strimzi.io'
  | 'workflows.argoproj.io';

/** What could not be looked at, or not at all of it. */
export interface Unseen {
  readonly resource: Resource;
  readonly why: string;
}

/** What a cluster has, as far as it may be seen. */
export interface Look {
  readonly objects: ClusterObjects;
  readonly unseen: readonly Unseen[];
}

const groupsSchema = z.object({
  groups: z.array(z.object({ name: z.string(), preferredVersion: z.object({ groupVersion: z.string() }) })),
});
const resourcesSchema = z.object({ resources: z.array(z.object({ name: z.string() })) });

/**
 * Lists what says which systems run in a cluster, and never Secrets; of workflows the API is only asked whether it has them. What
 * may not be listed is left out and named.
 * @param deadline for each request
 * @throws KubernetesError where nobody answers, or lets nobody in
 */
export async function lookAt(server: KubernetesEndpoint, deadline: Milliseconds): Promise<Look> {
  const looker = new Looker(server, deadline);
  const groups = await looker.groups();
  const strimzi = groups.get('kafka.strimzi.io');
  const argo = groups.get('argoproj.io');
  const [services, statefulSets, deployments, daemonSets, endpoints, kafkas, kafkaConnects, hasWorkflows] =
    await Promise.all([
      looker.list('services', '/api/v1/services', readService),
      looker.list('statefulsets.apps', '/apis/apps/v1/statefulsets', readWorkload.bind(null, 'StatefulSet')),
      looker.list('deployments.apps', '/apis/apps/v1/deployments', readWorkload.bind(null, 'Deployment')),
      looker.list('daemonsets.apps', '/apis/apps/v1/daemonsets', readWorkload.bind(null, 'DaemonSet')),
      looker.list('endpointslices.discovery.k8s.io', '/apis/discovery.k8s.io/v1/endpointslices', readEndpoints),
      strimzi === undefined ? [] : looker.list('kafkas.kafka.strimzi.io', `/apis/${strimzi}/kafkas`, readCustomObject),
      strimzi === undefined ? [] : looker.list('kafkaconnects.kafka.strimzi.io', `/apis/${strimzi}/kafkaconnects`, readCustomObject), // prettier-ignore
      argo === undefined ? false : looker.has('workflows.argoproj.io', `/apis/${argo}`),
    ]);
  const workloads = [...statefulSets, ...deployments, ...daemonSets];
  return {
    objects: { workloads, services, endpoints, kafkas, kafkaConnects, hasWorkflows },
    unseen: looker.unseen,
  };
}

/** Asks, and keeps what could not be seen. */
class Looker {
  readonly unseen: Unseen[] = [];

  constructor(
    private readonly server: KubernetesEndpoint,
    private readonly deadline: Milliseconds,
  ) {}

  /** Groups of the API, and the version of each that it prefers: whoever is let in may know them. @throws KubernetesError */
  async groups(): Promise<ReadonlyMap<string, string>> {
    const { body } = await this.server.get('/apis', { deadline: this.deadline });
    const { data } = groupsSchema.safeParse(body);
    if (data === undefined) throw new KubernetesError('invalid', 'the answer is no list of API groups');
    return new Map(data.groups.map(({ name, preferredVersion }) => [name, preferredVersion.groupVersion]));
  }

  /** Whether a version of a group has a resource. */
  async has(resource: Resource, path: string): Promise<boolean> {
    const [plural] = resource.split('.');
    const resources = await this.seen(resource, this.resourcesOf(path));
    return resources?.some(({ name }) => name === plural) === true;
  }

  async list<T>(resource: Resource, path: string, read: (object: unknown) => T): Promise<readonly T[]> {
    const objects: T[] = [];
    await this.seen(
      resource,
      this.pages(resource, path, (object) => objects.push(...readable(object, read))),
    );
    return objects;
  }

  private async pages(resource: Resource, path: string, take: (object: unknown) => void): Promise<void> {
    const collection = new KubernetesCollection(path);
    let token: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const request = { deadline: this.deadline, longest: LONGEST_PAGE };
      const { body } = await this.server.get(collection.page(PAGE, token), request);
      const { objects, next } = parseListPage(body);
      for (const object of objects) take(object);
      if (next === null) return;
      token = next;
    }
    this.unseen.push({ resource, why: `there are more than the ${PAGE * MOST_PAGES} that were looked at` });
  }

  private async resourcesOf(path: string): Promise<z.output<typeof resourcesSchema>['resources']> {
    const { body } = await this.server.get(path, { deadline: this.deadline });
    const { data } = resourcesSchema.safeParse(body);
    if (data === undefined) throw new KubernetesError('invalid', 'the answer is no list of resources');
    return data.resources;
  }

  private async seen<T>(resource: Resource, asking: Promise<T>): Promise<T | null> {
    try {
      return await asking;
    } catch (error) {
      if (!(error instanceof KubernetesError)) throw error;
      this.unseen.push({ resource, why: error.kind === 'forbidden' ? 'may not be listed' : error.message });
      return null;
    }
  }
}

/** One object that nobody understands hides no other. */
function readable<T>(object: unknown, read: (object: unknown) => T): T[] {
  try {
    return [read(object)];
  } catch (error) {
    if (error instanceof UnreadableObject) return [];
    throw error;
  }
}
