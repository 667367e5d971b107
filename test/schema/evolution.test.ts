import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evolution, objectionsTo } from './evolution.js';

const ROOT = join(import.meta.dirname, '../..');

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('the schema', () => {
  it('may be released with this version and this change log', async () => {
    const { version } = JSON.parse(textOf('package.json')) as { readonly version: string };
    const objections = await objectionsTo({
      released: textOf('schema/released.graphql'),
      schema: textOf('schema/schema.graphql'),
      version,
      changelog: textOf('CHANGELOG.md'),
    });
    expect(objections).toEqual([]);
  });
});

const SCHEMA = `type Query {
  pod(name: String): Pod
}
type Pod {
  name: String
  phase: Phase
}
enum Phase {
  RUNNING
  FAILED
}
`;

const WITHOUT_PHASE = SCHEMA.replace('  phase: Phase\n', '');
const WITH_NODE = SCHEMA.replace('  phase: Phase\n', '  phase: Phase\n  node: String\n');
const DEPRECATED = (reason: string): string => SCHEMA.replace('phase: Phase', `phase: Phase @deprecated(reason: "${reason}")`); // prettier-ignore

/** Said of nothing, of what is new, of what goes. */
const SILENT = '';
const ADDED = '### Added\n\n- `Pod.node`\n';
const REMOVED = '### Removed\n\n- `Pod.phase`\n';

function evolution(
  from: string,
  { unreleased = SILENT, ...more }: Partial<Evolution> & { readonly unreleased?: string },
): Evolution {
  const changelog = `# Changelog\n\n## [Unreleased]\n\n${unreleased}\n## [${from}] - 2026-01-01\n\n### Added\n\n- All of it\n`;
  return { released: `# Vitals ${from}\n${SCHEMA}`, schema: SCHEMA, version: from, changelog, ...more };
}

describe('what breaks clients', () => {
  it.each([
    ['0.1.0', '0.2.0'],
    ['0.1.3', '1.0.0'],
    ['1.4.2', '2.0.0'],
  ])('may come after %s with %s', async (from, version) => {
    const removal = { version, schema: WITHOUT_PHASE, unreleased: REMOVED };
    expect(await objectionsTo(evolution(from, removal))).toEqual([]);
  });

  it.each([
    ['0.1.0', '0.1.0'],
    ['0.1.0', '0.1.1'],
    ['1.4.2', '1.4.3'],
    ['1.4.2', '1.5.0'],
  ])('must not come after %s with %s', async (from, version) => {
    const removal = { version, schema: WITHOUT_PHASE, unreleased: REMOVED };
    expect(await objectionsTo(evolution(from, removal))).toEqual([
      `Field 'phase' was removed from object type 'Pod': this breaks clients of ${from}, and ${version} must not`,
    ]);
  });

  it.each<[string, string, string]>([
    ['an argument that must be given', SCHEMA.replace('name: String)', 'name: String!)'), 'Query.pod.name'],
    ['a value that is gone', SCHEMA.replace('  FAILED\n', ''), 'Phase.FAILED'],
    ['a field of another type', SCHEMA.replace('phase: Phase', 'phase: String'), 'Pod.phase'],
  ])('is %s, too', async (_, schema, path) => {
    const objections = await objectionsTo(evolution('1.0.0', { schema, unreleased: `- \`${path}\`\n` }));
    expect(objections).toEqual([expect.stringContaining('this breaks clients of 1.0.0')]);
  });

  it('is named in the change log, by its coordinate', async () => {
    const removal = { version: '0.2.0', schema: WITHOUT_PHASE, unreleased: '- Something\n' };
    expect(await objectionsTo(evolution('0.1.0', removal))).toEqual([
      expect.stringContaining('CHANGELOG.md does not name Pod.phase'),
    ]);
  });
});

describe('what breaks nobody', () => {
  it('may come with any version, and is said in the change log', async () => {
    expect(await objectionsTo(evolution('1.0.0', { schema: WITH_NODE, unreleased: ADDED }))).toEqual([]);
    expect(await objectionsTo(evolution('1.0.0', { schema: WITH_NODE }))).toEqual([
      'the schema is another than that of 1.0.0, and "Unreleased" in CHANGELOG.md says nothing',
    ]);
  });

  it('needs no word where only descriptions are others', async () => {
    const schema = `"""What is asked."""\n${SCHEMA}`;
    expect(await objectionsTo(evolution('1.0.0', { schema }))).toEqual([]);
  });

  it('is what is deprecated, which says until when it is served', async () => {
    const dated = { schema: DEPRECATED('Use `state`. Served until 2027-06-30.'), unreleased: '- Deprecated\n' };
    expect(await objectionsTo(evolution('1.0.0', dated))).toEqual([]);
    const undated = { ...dated, schema: DEPRECATED('Use `state`.') };
    expect(await objectionsTo(evolution('1.0.0', undated))).toEqual([
      'a deprecation does not say until which day it is served: Use `state`.',
    ]);
  });
});

describe('what was released', () => {
  it('is not followed by a version before it', async () => {
    expect(await objectionsTo(evolution('1.2.0', { version: '1.1.9' }))).toEqual([
      'package.json says 1.1.9, and 1.2.0 is released',
    ]);
  });

  it.each<[string, Partial<Evolution>, RegExp]>([
    ['its schema says no version', { released: SCHEMA }, /does not begin with "# Vitals <version>"/],
    ['the change log does not know it', { changelog: '## [Unreleased]\n\n## [0.9.0] - 2026-01-01\n' }, /no "## \[1\.0\.0\] - <date>"/], // prettier-ignore
    ['the change log has no place for news', { changelog: '## [1.0.0] - 2026-01-01\n' }, /has no "## \[Unreleased\]"/],
  ])('is refused where %s', async (_, wrong, objection) => {
    expect(await objectionsTo(evolution('1.0.0', wrong))).toEqual([expect.stringMatching(objection)]);
  });
});
