import type { Rule } from '../../model/rule.js';
import { errorRules } from './http-errors.rules.js';
import { latencyRules } from './http-latency.rules.js';
import { ingressRules } from './ingress.rules.js';

/** Everything that is judged about HTTP traffic. */
export const httpTrafficRules: readonly Rule[] = [...ingressRules, ...errorRules, ...latencyRules];
