import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { isInstantName } from '../src/model/time.js';
import { sources } from '../src/sources/index.js';

const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(SRC, join(entry.parentPath, entry.name)));
}

const files = filesUnder(SRC);

function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(SRC, file), 'utf8'), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => targetOf(file, fileName));
}

/** What an import means, as it is called in `src`: `./head.js` may be either of two. */
function targetOf(file: string, imported: string): string {
  const path = relative(SRC, resolve(SRC, dirname(file), imported));
  const candidates = ['.ts', '.tsx'].map((extension) => path.replace(/\.js$/, extension));
  return candidates.find((candidate) => files.includes(candidate)) ?? path;
}

/** The room of a file: its top folder; a source's folder is a room of its own; files in `src` itself are the entrance. */
function roomOf(file: string): string {
  const [first = '', second = '', third] = file.split('/');
  if (second === '') return 'entrance';
  return first === 'sources' && third !== undefined ? `sources/${second}` : first;
}

/** What each room may look into, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  entrance: [
    'alerting',
    'commands',
    'config',
    'model',
    'recording',
    'registry',
    'resolvers',
    'sampling',
    'server',
    'sources',
    'tracing',
    'watch',
  ],
  commands: ['config', 'entrance', 'init', 'model', 'recording', 'resolvers', 'watch'],
  config: ['model', 'registry'],
  init: ['clients', 'config', 'model'],
  model: [],
  clients: ['model'],
  alerting: ['clients', 'model', 'registry'],
  sampling: ['model'],
  registry: ['model'],
  recording: ['model', 'registry', 'entrance'],
  resolvers: ['model', 'registry'],
  server: ['model', 'registry', 'resolvers'],
  sources: ['model', 'clients', 'sampling'],
  tracing: ['clients', 'model'],
  watch: ['clients', 'model'],
  // What it asks stands in one list with what the board asks.
  web: ['watch'],
};

/** A source's folder: never another source's, nor anything above. */
const A_SOURCE_MAY_IMPORT = ['clients', 'config', 'model', 'sampling', 'sources'];

const sourceFolders = readdirSync(join(SRC, 'sources'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('imports', () => {
  it.each(files)('of %s run one way', (file) => {
    const room = roomOf(file);
    const allowed = room.startsWith('sources/') ? A_SOURCE_MAY_IMPORT : MAY_IMPORT[room];
    const wrong = importsOf(file).filter(
      (target) => roomOf(target) !== room && allowed?.includes(roomOf(target)) !== true,
    );
    const isRegistryOfSources = file === 'sources/index.ts';
    expect(isRegistryOfSources ? wrong.filter((target) => !target.endsWith('/definition.ts')) : wrong).toEqual([]);
  });

  it('reach the list of sources from the entrance only', () => {
    const readers = files.filter((file) => importsOf(file).includes('sources/index.ts'));
    expect(readers.map(roomOf)).toEqual(readers.map(() => 'entrance'));
    expect(readers).not.toEqual([]);
  });

  it('reach the package from recordings and the entrance only', () => {
    const readers = files.filter(
      (file) => roomOf(file) === 'recording' && importsOf(file).some((target) => roomOf(target) === 'entrance'),
    );
    expect(readers).toEqual(['recording/default-recording.ts']);
  });

  it('reach the documents of `vitals watch` from the list of own documents only', () => {
    const readers = files.filter((file) => roomOf(file) === 'web' && importsOf(file).some((target) => roomOf(target) === 'watch')); // prettier-ignore
    expect(readers).toEqual(['web/own-documents.ts']);
  });

  it('are seen between components, too', () => {
    expect(valueImportsOf('web/board/main.tsx')).toContain('web/board/board.tsx');
  });

  it('never go round in a circle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const target of valueImportsOf(file)) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});

/** Imports that remain once types are gone. */
function valueImportsOf(file: string): readonly string[] {
  const text = readFileSync(join(SRC, file), 'utf8').replace(/^import type [^;]*;/gms, '');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => targetOf(file, fileName))
    .filter((target) => files.includes(target));
}

describe('a source', () => {
  it.each(sourceFolders)('%s is registered, has its readme, its tests and a name like its folder', (name) => {
    expect(sources.map((source) => source.name)).toContain(name);
    expect(existsSync(join(SRC, 'sources', name, 'readme.md'))).toBe(true);
    expect(readdirSync(join(ROOT, 'test', 'sources', name)).filter((file) => file.endsWith('.test.ts'))).not.toEqual(
      [],
    );
  });

  it('is registered only where there is a folder', () => {
    expect(sources.map(({ name }) => name).sort()).toEqual([...sourceFolders].sort());
  });
});

describe('times', () => {
  it.each(files.filter((file) => roomOf(file) === 'model'))('in %s are instants by type and by name', (file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    const wrong: string[] = [];
    const visit = (node: ts.Node): void => {
      if (
        (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) &&
        node.type !== undefined &&
        !ts.isFunctionTypeNode(node.type)
      ) {
        const isInstant = /\bInstant\b/.test(node.type.getText());
        if (isInstant !== isInstantName(node.name.getText()) && !isLimit(node)) wrong.push(node.getText());
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    expect(wrong).toEqual([]);
  });
});

/** `…At` limits of a signal (`warnAt`) are numbers of its own unit: they never stand in facts. */
function isLimit(node: ts.PropertySignature | ts.PropertyDeclaration): boolean {
  return /^(info|warn|critical)At$/.test(node.name.getText());
}
