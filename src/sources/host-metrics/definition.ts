import type { SourceDefinition } from '../source.js';
import { hostMetricsCauses } from './host-metrics.causes.js';
import { type HostMetricsConfig, hostMetricsConfigSchema } from './host-metrics.config.js';
import { hostMetricsKinds } from './host-metrics.kinds.js';
import { HostMetricsSource } from './host-metrics.source.js';
import { volumeLimitRules } from './volume-limits.rules.js';

/** Prometheus, asked at intervals what it knows of the machines and disks under other sources' resources. */
export const hostMetrics: SourceDefinition<HostMetricsConfig> = {
  name: 'host-metrics',
  endpointKind: null,
  configuration: hostMetricsConfigSchema,
  kinds: hostMetricsKinds,
  rules: volumeLimitRules,
  causes: hostMetricsCauses,
  create: (configuration, context) => new HostMetricsSource(configuration, context),
};
