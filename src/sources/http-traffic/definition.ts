import { ResourceKind } from '../../model/kinds.js';
import type { SourceDefinition } from '../source.js';
import { httpTrafficCauses } from './http-traffic.causes.js';
import { type HttpTrafficConfig, httpTrafficConfigSchema } from './http-traffic.config.js';
import { httpTrafficKinds } from './http-traffic.kinds.js';
import { httpTrafficRules } from './http-traffic.rules.js';
import { HttpTrafficSource } from './http-traffic.source.js';

/** HTTP traffic: what ingress proxies count, read from them or asked of Prometheus, at intervals. */
export const httpTraffic: SourceDefinition<HttpTrafficConfig> = {
  name: 'http-traffic',
  endpointKind: ResourceKind.INGRESS,
  configuration: httpTrafficConfigSchema,
  kinds: httpTrafficKinds,
  rules: httpTrafficRules,
  causes: httpTrafficCauses,
  create: (configuration, context) => new HttpTrafficSource(configuration, context),
};
