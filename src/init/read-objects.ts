import type { V1DaemonSet, V1Deployment, V1EndpointSlice, V1Service, V1StatefulSet } from '@kubernetes/client-node';
import {
  type Raw,
  type RawMeta,
  listOf,
  numberOf,
  requiredText,
  textEntriesOf,
  textOf,
  textsOf,
} from '../clients/kubernetes-raw-object.js';
import type { Labels } from '../model/resource.js';
import type { CustomObject, Endpoints, Port, Service, Workload } from './objects.js';

/** Each throws `UnreadableObject` for what has no name. */

export function readWorkload(kind: Workload['kind'], object: unknown): Workload {
  const { metadata, spec } = object as NonNullable<Raw<V1StatefulSet & V1Deployment & V1DaemonSet>>;
  const podLabels = labelsOf(spec?.template?.metadata?.labels);
  const containers = listOf(spec?.template?.spec?.containers);
  return {
    kind,
    ...placeOf(metadata),
    labels: { ...podLabels, ...labelsOf(metadata?.labels) },
    podLabels,
    selector: labelsOf(spec?.selector?.matchLabels),
    replicas: kind === 'DaemonSet' ? null : (numberOf(spec?.replicas) ?? 1),
    firstOrdinal: numberOf(spec?.ordinals?.start) ?? 0,
    governingService: textOf(spec?.serviceName),
    images: containers.flatMap(({ image }) => textOf(image) ?? []),
    ports: containers.flatMap(({ ports }) => listOf(ports).flatMap(({ name, containerPort }) => portOf(name, containerPort))), // prettier-ignore
  };
}

export function readService(object: unknown): Service {
  const { metadata, spec } = object as NonNullable<Raw<V1Service>>;
  return {
    ...placeOf(metadata),
    labels: labelsOf(metadata?.labels),
    selector: labelsOf(spec?.selector),
    isHeadless: spec?.clusterIP === 'None',
    externalName: spec?.type === 'ExternalName' ? textOf(spec.externalName) : null,
    ports: listOf(spec?.ports).flatMap(({ name, port }) => portOf(name, port)),
  };
}

export function readEndpoints(object: unknown): Endpoints {
  const { metadata, endpoints, ports } = object as NonNullable<Raw<V1EndpointSlice>>;
  return {
    namespace: requiredText(metadata?.namespace, 'namespace'),
    service: labelsOf(metadata?.labels)['kubernetes.io/service-name'] ?? '',
    addresses: listOf(endpoints).flatMap(({ addresses }) => textsOf(addresses)),
    ports: listOf(ports).flatMap(({ port }) => numberOf(port) ?? []),
  };
}

export function readCustomObject(object: unknown): CustomObject {
  const { metadata, spec } = object as { readonly metadata?: RawMeta; readonly spec?: unknown };
  return { ...placeOf(metadata), spec };
}

function placeOf(metadata: RawMeta): { readonly namespace: string; readonly name: string } {
  return {
    namespace: requiredText(metadata?.namespace, 'namespace'),
    name: requiredText(metadata?.name, 'name'),
  };
}

function labelsOf(value: unknown): Labels {
  return Object.fromEntries(textEntriesOf(value));
}

function portOf(name: unknown, number: unknown): Port[] {
  const known = numberOf(number);
  return known === null ? [] : [{ name: textOf(name), number: known }];
}
