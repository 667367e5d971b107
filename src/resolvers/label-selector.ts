import type { Labels } from '../model/resource.js';
import { badInput, repeated } from './bad-input.js';

type Requirement = (labels: Labels) => boolean;

const EQUALITY = /^([^\s!=,()]+)\s*(==?|!=)\s*([^\s!=,()]*)$/;
const MEMBERSHIP = /^([^\s!=,()]+)\s+(in|notin)\s+\(([^()]*)\)$/;
const EXISTENCE = /^(!?)\s*([^\s!=,()]+)$/;

/** As Kubernetes writes names of labels, with a domain before them or not, and their values. */
const NAME = /^[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?$/;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

function isKey(text: string): boolean {
  const parts = text.split('/');
  return parts.length <= 2 && NAME.test(parts.at(-1) ?? '') && (parts.length === 1 || DOMAIN.test(parts[0] ?? ''));
}

function isValue(text: string): boolean {
  return text === '' || NAME.test(text);
}

/** It is read for each field that it is given to, and held against every record that there is. */
const LONGEST = 1_000;

/** A term: commas within parentheses belong to it. No sign is looked at twice, whatever is written. */
const TERM = /(?:\([^)]*\)?|[^,(])+/g;

/** Reads a Kubernetes label selector: `app=web,tier!=cache,env in (a, b),!legacy`. All its terms are to hold. */
export function parseLabelSelector(text: string): Requirement {
  if (text.length > LONGEST)
    throw badInput(`labels: a selector has ${LONGEST} characters at most, and this one has ${text.length}.`);
  const terms = (text.match(TERM) ?? []).map((term) => term.trim());
  const requirements = terms.filter((term) => term !== '').map((term) => parseTerm(term, text));
  return (labels) => requirements.every((holds) => holds(labels));
}

function parseTerm(term: string, text: string): Requirement {
  const requirement = parseEquality(term) ?? parseMembership(term) ?? parseExistence(term);
  if (requirement !== null) return requirement;
  throw badInput(
    `labels: "${repeated(term)}" in "${repeated(text)}" is no label selector; write one such as "app=web,tier in (a, b)".`,
  );
}

function parseEquality(term: string): Requirement | null {
  const [, key = '', operator, value = ''] = EQUALITY.exec(term) ?? [];
  if (!isKey(key) || !isValue(value)) return null;
  return operator === '!=' ? (labels) => labels[key] !== value : (labels) => labels[key] === value;
}

function parseMembership(term: string): Requirement | null {
  const [, key = '', operator, list = ''] = MEMBERSHIP.exec(term) ?? [];
  const values = list.split(',').map((value) => value.trim());
  if (!isKey(key) || !values.every(isValue)) return null;
  const wanted = new Set(values);
  const isIn: Requirement = (labels) => Object.hasOwn(labels, key) && wanted.has(labels[key] ?? '');
  return operator === 'in' ? isIn : (labels) => !isIn(labels);
}

function parseExistence(term: string): Requirement | null {
  const [, negation, key = ''] = EXISTENCE.exec(term) ?? [];
  if (!isKey(key)) return null;
  return negation === '!' ? (labels) => !Object.hasOwn(labels, key) : (labels) => Object.hasOwn(labels, key);
}
