import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that ask for no more than to be named, in the words of SPDX. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
]);

type Names = Readonly<Record<string, string>>;

interface Package {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Names;
  readonly peerDependencies?: Names;
}

const ROOT = join(import.meta.dirname, '..');
const PAGES = join(ROOT, 'src/web');

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>;
};

/** All that the image has in node_modules, with what it brings along. */
const installed = Object.keys(packages).filter(
  (path) => path !== '' && packages[path]?.dev !== true && packages[path]?.devOptional !== true,
);

/** Where a package finds another one: in a folder of its own, or in one above. */
function pathOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}

/** Packages that the source of pages names, and modules of Node. */
function namedByPages(): readonly string[] {
  const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const named = readFileSync(join(PAGES, file), 'utf8').matchAll(/(?:from|import) '((?:@[\w-]+\/)?[\w-]+)/g);
    return [...named].map(([, name = '']) => name);
  });
}

/** What pages are bundled from, with what it brings along: it ships in dist/web, though npm takes it for needed to build only. */
function bundledPaths(): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (name: string, from: string): void => {
    const path = pathOf(name, from);
    if (path !== undefined) found.add(path);
  };
  for (const name of namedByPages()) take(name, '');
  for (const path of found) {
    const { dependencies, peerDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...peerDependencies })) take(name, path);
  }
  return found;
}

const bundled = [...bundledPaths()];

/** Every one of them holds: "(MIT AND BSD-3-Clause)"; or any: "(MIT OR GPL-3.0)". */
function isAllowed(licence: string): boolean {
  const inner = licence.replace(/^\((.*)\)$/, '$1');
  if (inner.includes(' OR ')) return inner.split(' OR ').some(isAllowed);
  return inner.split(' AND ').every((one) => ALLOWED.has(one));
}

it.each([
  ['is installed', installed],
  ['pages are bundled from', bundled],
])('every package that %s has a licence that is allowed', (_, shipped) => {
  expect(shipped.length).toBeGreaterThan(90);
  const others = shipped.filter((path) => !isAllowed(packages[path]?.license ?? 'none'));
  expect(others.map((path) => `${path}: ${packages[path]?.license ?? 'none'}`)).toEqual([]);
});

it('the editor and its framework are among what pages are bundled from', () => {
  expect(bundled).toEqual(expect.arrayContaining(['node_modules/monaco-editor', 'node_modules/react-dom']));
});

it.each([
  ['MIT', true],
  ['(MIT AND BSD-3-Clause)', true],
  ['(GPL-3.0 OR MIT)', true],
  ['GPL-3.0', false],
  ['(MIT AND GPL-3.0)', false],
  ['none', false],
])('%s is allowed: %s', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});

it('npm names all of it in a bill of materials', () => {
  const bill = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  const { components } = JSON.parse(bill) as { readonly components: readonly { readonly 'bom-ref': string }[] };
  const named = new Set(components.map((component) => component['bom-ref'].replace(/(?<=.)@[^@]*$/, '')));
  const names = [...installed, ...bundled].map((path) =>
    path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  );
  expect(names.filter((name) => !named.has(name))).toEqual([]);
});
