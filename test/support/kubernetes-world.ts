import { sourceRules } from '../../src/sources/source.rules.js';
import { kubernetes } from '../../src/sources/kubernetes/definition.js';
import { platformKinds, platformRules } from '../../src/sources/platform.js';
import { type World, judgedWorld } from './judged.js';
import { NOW } from './kubernetes-facts.js';
import { ManualClock } from './manual-clock.js';

/** A registry that knows all of Kubernetes' rules, at the tests' present. */
export function kubernetesWorld(options: Partial<Parameters<typeof judgedWorld>[0]> = {}): World {
  return judgedWorld({
    kinds: [...platformKinds, ...kubernetes.kinds],
    rules: [...platformRules, ...sourceRules, ...kubernetes.rules],
    causes: kubernetes.causes,
    clock: new ManualClock(NOW),
    ...options,
  });
}
