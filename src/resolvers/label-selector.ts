import type { Labels } from '../model/resource.js';
import { badInput } from './bad-input.js';

type Requirement = (labels: Labels) => boolean;

const EQUALITY = /^([^\s!=,()]+)\s*(==?|!=)\s*([^\s!=,()]*)$/;
const MEMBERSHIP = /^([^\s!=,()]+)\s+(in|notin)\s+\(([^()]*)\)$/;
const EXISTENCE = /^(!?)\s*([^\s!=,()]+)$/;

/** Reads a Kubernetes label selector: `app=web,tier!=cache,env in (a, b),!legacy`. All its terms are to hold. */
export function parseLabelSelector(text: string): Requirement {
  // Commas within parentheses belong to a term.
  const terms = text.split(/,(?![^(]*\))/).map((term) => term.trim());
  const requirements = terms.filter((term) => term !== '').map((term) => parseTerm(term, text));
  return (labels) => requirements.every((holds) => holds(labels));
}

function parseTerm(term: string, text: string): Requirement {
  const equality = EQUALITY.exec(term);
  if (equality !== null) {
    const [, key = '', operator, value = ''] = equality;
    return operator === '!=' ? (labels) => labels[key] !== value : (labels) => labels[key] === value;
  }
  const membership = MEMBERSHIP.exec(term);
  if (membership !== null) {
    const [, key = '', operator, list = ''] = membership;
    const values = new Set(list.split(',').map((value) => value.trim()));
    const isIn: Requirement = (labels) => Object.hasOwn(labels, key) && values.has(labels[key] ?? '');
    return operator === 'in' ? isIn : (labels) => !isIn(labels);
  }
  const existence = EXISTENCE.exec(term);
  if (existence === null)
    throw badInput(`labels: "${term}" in "${text}" is no label selector; write one such as "app=web,tier in (a, b)".`);
  const [, negation, key = ''] = existence;
  return negation === '!' ? (labels) => !Object.hasOwn(labels, key) : (labels) => Object.hasOwn(labels, key);
}
