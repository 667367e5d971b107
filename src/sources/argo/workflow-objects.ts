import type { Raw, RawMeta } from '../../clients/kubernetes-raw-object.js';

/** What is read of a template: how its steps hang together. */
export interface ArgoTemplate {
  readonly name: string;
  readonly steps: readonly (readonly ArgoTask[])[];
  readonly dag: { readonly tasks: readonly ArgoTask[] };
}

export interface ArgoTask {
  readonly name: string;
  readonly continueOn: { readonly failed: boolean; readonly error: boolean };
  readonly depends: string;
}

/** A node of `status.nodes`, after workflow_types.go. */
export interface ArgoNode {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: string;
  readonly templateName: string;
  readonly templateScope: string;
  readonly templateRef: { readonly name: string; readonly template: string; readonly clusterScope: boolean };
  readonly phase: string;
  readonly boundaryID: string;
  readonly message: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly daemoned: boolean;
  readonly nodeFlag: { readonly hooked: boolean; readonly retried: boolean };
  readonly outputs: { readonly exitCode: string };
  readonly children: readonly string[];
  readonly synchronizationStatus: { readonly waiting: string };
}

interface ArgoSpec {
  readonly templates: readonly ArgoTemplate[];
  readonly workflowTemplateRef: { readonly name: string; readonly clusterScope: boolean };
  /** Held back by a person, as a whole: `argo suspend`. */
  readonly suspend: boolean;
}

/** The part of a Workflow that is read. */
export interface ArgoWorkflow {
  readonly spec: ArgoSpec;
  readonly status: {
    readonly phase: string;
    readonly message: string;
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly nodes: Readonly<Record<string, ArgoNode>>;
    /** The same as base64 of gzip, where it is long. */
    readonly compressedNodes: string;
    /** Where it is longer still, the engine keeps it in a database: which version. */
    readonly offloadNodeStatusVersion: string;
    readonly storedTemplates: Readonly<Record<string, ArgoTemplate>>;
    readonly storedWorkflowTemplateSpec: ArgoSpec;
    readonly synchronization: {
      readonly semaphore: { readonly waiting: readonly { readonly semaphore: string }[] };
      readonly mutex: { readonly waiting: readonly { readonly mutex: string }[] };
    };
  };
}

export interface ArgoCronWorkflow {
  readonly spec: {
    readonly schedule: string;
    readonly schedules: readonly string[];
    readonly timezone: string;
    readonly suspend: boolean;
    readonly when: string;
  };
  readonly status: {
    readonly active: readonly object[];
    readonly lastScheduledTime: string;
    readonly phase: string;
    readonly conditions: readonly { readonly type: string; readonly status: string; readonly message: string }[];
  };
}

export type RawNode = Raw<ArgoNode>;
export type RawTemplate = Raw<ArgoTemplate>;
export type RawWorkflow = (NonNullable<Raw<ArgoWorkflow>> & { readonly metadata?: RawMeta }) | null | undefined;
export type RawCronWorkflow = (NonNullable<Raw<ArgoCronWorkflow>> & { readonly metadata?: RawMeta }) | null | undefined;
