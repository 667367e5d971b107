import type { Rule } from '../../../model/rule.js';
import { volumeIoRules } from './volume-io.rules.js';
import { volumeSpaceRules } from './volume-space.rules.js';
import { volumeStateRules } from './volume-state.rules.js';

export const volumeRules: readonly Rule[] = [...volumeSpaceRules, ...volumeIoRules, ...volumeStateRules];
