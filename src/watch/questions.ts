import type { HealthStatus, Severity } from '../model/health.js';

export interface Picture {
  readonly server: { readonly mode: string; readonly recording: string | null };
  readonly platform: {
    readonly health: {
      readonly status: HealthStatus;
      readonly since: string;
      readonly observedAt: string | null;
      readonly isStale: boolean;
    };
    readonly systems: readonly { readonly name: string; readonly health: { readonly status: HealthStatus } }[];
  };
  readonly findings: {
    readonly totalCount: number;
    readonly nodes: readonly PictureFinding[];
  };
}

export interface PictureFinding {
  readonly severity: Severity;
  readonly reason: string;
  readonly message: string;
  readonly since: string;
  readonly consequences: { readonly totalCount: number };
  readonly resource: {
    readonly kind: string;
    readonly name: string;
    readonly namespaceName?: string;
    readonly health: { readonly isStale: boolean; readonly observedAt: string | null };
  } | null;
}

export interface ChangeFinding {
  readonly severity: Severity;
  readonly reason: string;
  readonly subject: string | null;
  readonly message?: string;
}

export interface Change {
  readonly cursor: string | null;
  readonly at: string;
  readonly type: string;
  readonly previousStatus: HealthStatus | null;
  readonly status: HealthStatus | null;
  readonly resourceKind: string | null;
  readonly resourceName: string | null;
  readonly cluster: string | null;
  readonly namespace: string | null;
  readonly raised: readonly ChangeFinding[];
  readonly updated: readonly ChangeFinding[];
  readonly cleared: readonly ChangeFinding[];
}
