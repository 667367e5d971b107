import type { ResourceRowFragment, Unit } from '../../graphql/graphql.js';
import { measure, plain } from '../words.js';

/** One thing that is worth knowing of a resource. What is not known is left out. */
export interface Fact {
  readonly name: string;
  readonly value:
    string | { readonly lines: readonly string[] } | { readonly resources: readonly ResourceRowFragment[] };
}

type Maybe<T> = T | null | undefined;

export function text(name: string, value: Maybe<string | number>): readonly Fact[] {
  if (value == null || value === '') return [];
  return [{ name, value: typeof value === 'number' ? value.toLocaleString('en') : value }];
}

export function measured(name: string, value: Maybe<number>, unit: Unit): readonly Fact[] {
  return value == null ? [] : text(name, measure(value, unit));
}

export function word(name: string, value: Maybe<string>): readonly Fact[] {
  return value == null ? [] : text(name, plain(value));
}

export function yesNo(name: string, value: Maybe<boolean>): readonly Fact[] {
  return value == null ? [] : [{ name, value: value ? 'yes' : 'no' }];
}

export function time(name: string, at: Maybe<string>): readonly Fact[] {
  return at == null ? [] : [{ name, value: new Date(at).toLocaleString() }];
}

export function lines(name: string, value: Maybe<readonly string[]>): readonly Fact[] {
  // The same words twice say nothing new.
  return value == null || value.length === 0 ? [] : [{ name, value: { lines: [...new Set(value)] } }];
}

export function rows(name: string, ...resources: readonly Maybe<ResourceRowFragment>[]): readonly Fact[] {
  const there = resources.filter((resource) => resource != null);
  return there.length === 0 ? [] : [{ name, value: { resources: there } }];
}
