import type { Rule } from '../../model/rule.js';
import { cronRules } from './cron.rules.js';
import { engineRules } from './engine.rules.js';
import { queueRules } from './queue.rules.js';
import { stepRules } from './step.rules.js';
import { workflowRules } from './workflow.rules.js';

/** Everything that is judged about Argo Workflows. */
export const argoRules: readonly Rule[] = [...stepRules, ...workflowRules, ...queueRules, ...engineRules, ...cronRules];
