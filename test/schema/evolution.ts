import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, parse, valueFromASTUntyped, visit } from 'graphql';

/** What is to be released, and what was. */
export interface Evolution {
  /** schema/released.graphql: its first line is a comment with the version that it was released with. */
  readonly released: string;
  /** schema/schema.graphql. */
  readonly schema: string;
  /** Of package.json. */
  readonly version: string;
  /** CHANGELOG.md. */
  readonly changelog: string;
}

type Version = readonly [major: number, minor: number, patch: number];

/** Why this must not be released, a line each; none: it may. What is promised: docs/decisions/schema-evolution.md. */
export async function objectionsTo({ released, schema, version, changelog }: Evolution): Promise<readonly string[]> {
  const [, before = ''] = /^# Vitals (\d+\.\d+\.\d+)\n/.exec(released) ?? [];
  if (before === '') return ['schema/released.graphql does not begin with "# Vitals <version>"'];
  const news = newsSince(before, changelog);
  if (news === null) return [`CHANGELOG.md has no "## [Unreleased]", or below it no "## [${before}] - <date>"`];
  const changes = (await diff(buildSchema(released), buildSchema(schema))).filter(isMoreThanWords);
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  return [
    ...(isBefore(read(version), read(before)) ? [`package.json says ${version}, and ${before} is released`] : []),
    ...(mayBreak(read(before), read(version))
      ? []
      : breaking.map(({ message }) => `${message}: this breaks clients of ${before}, and ${version} must not`)),
    ...(changes.length > 0 && !/^- \S/m.test(news)
      ? [`the schema is another than that of ${before}, and "Unreleased" in CHANGELOG.md says nothing`]
      : []),
    ...breaking.filter((change) => !isNamed(change, news)).map(({ path, message }) => `${message}: CHANGELOG.md does not name ${path ?? 'it'}`), // prettier-ignore
    ...undatedDeprecations(schema),
  ];
}

/** Descriptions may be said better at any time. */
function isMoreThanWords({ type }: Change): boolean {
  return !/_DESCRIPTION_(ADDED|CHANGED|REMOVED)$/.test(String(type));
}

/** Clients read there what they have to change: by its coordinate. */
function isNamed({ path }: Change, news: string): boolean {
  return path === undefined || news.includes(`\`${path}\``);
}

/** All that stands above the last release; null where that cannot be found. */
function newsSince(version: string, changelog: string): string | null {
  const begin = changelog.indexOf('## [Unreleased]\n');
  const end = changelog.search(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm'));
  return begin < 0 || end < begin ? null : changelog.slice(begin, end);
}

function undatedDeprecations(schema: string): readonly string[] {
  const undated: string[] = [];
  visit(parse(schema), {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'deprecated') return;
      const values = given.map(({ value }) => String(valueFromASTUntyped(value)));
      if (!/\b\d{4}-\d{2}-\d{2}\b/.test(values.join(' ')))
        undated.push(`a deprecation does not say until which day it is served: ${values.join(' ')}`);
    },
  });
  return undated;
}

/** A higher major version; below 1.0 a higher minor one. */
function mayBreak(from: Version, to: Version): boolean {
  if (to[0] !== from[0]) return to[0] > from[0];
  return from[0] === 0 && to[1] > from[1];
}

function isBefore(one: Version, other: Version): boolean {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** @throws Error where it is no version */
function read(version: string): Version {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  if (patch === undefined) throw new Error(`"${version}" is no version such as "1.2.3"`);
  return [Number(major), Number(minor), Number(patch)];
}
