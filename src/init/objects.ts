import type { Labels } from '../model/resource.js';

export interface Port {
  readonly name: string | null;
  readonly number: number;
}

/** What runs pods, as far as it says what they are. */
export interface Workload {
  readonly kind: 'StatefulSet' | 'Deployment' | 'DaemonSet';
  readonly namespace: string;
  readonly name: string;
  /** Its own and those of its pods. */
  readonly labels: Labels;
  readonly podLabels: Labels;
  /** By which it knows its pods. */
  readonly selector: Labels;
  /** Null: as many as there are nodes. */
  readonly replicas: number | null;
  /** Number of the first pod of a StatefulSet. */
  readonly firstOrdinal: number;
  /** The service that gives the pods of a StatefulSet names. */
  readonly governingService: string | null;
  readonly images: readonly string[];
  readonly ports: readonly Port[];
}

export interface Service {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  /** Empty: it leads to no pods of the cluster that it would know. */
  readonly selector: Labels;
  readonly isHeadless: boolean;
  /** What it is another name for. */
  readonly externalName: string | null;
  readonly ports: readonly Port[];
}

/** Where a service leads. */
export interface Endpoints {
  readonly namespace: string;
  readonly service: string;
  readonly addresses: readonly string[];
  readonly ports: readonly number[];
}

/** An object of an operator's own sort. */
export interface CustomObject {
  readonly namespace: string;
  readonly name: string;
  readonly spec: unknown;
}

/** All that a proposal is made from. */
export interface ClusterObjects {
  readonly workloads: readonly Workload[];
  readonly services: readonly Service[];
  readonly endpoints: readonly Endpoints[];
  /** `kafkas.kafka.strimzi.io` */
  readonly kafkas: readonly CustomObject[];
  /** `kafkaconnects.kafka.strimzi.io` */
  readonly kafkaConnects: readonly CustomObject[];
  /** Whether the API has `workflows.argoproj.io`. */
  readonly hasWorkflows: boolean;
}
