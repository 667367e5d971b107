/**
 * Bundles the web pages into dist/web: self-contained, nothing is loaded from elsewhere. A bundle that was made from the
 * very same inputs stays as it is, so that `npm start` may call this every time.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownDocuments } from './own-documents.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const source = join(project, 'src/web');
const site = join(project, 'dist/web');

interface PageBundle {
  readonly name: string;
  /** Folders whose files it is made from, besides those for all pages. */
  readonly from: readonly string[];
  readonly into: string;
}

/** What of its folder is a bundle's own: the board's holds the other pages, too. */
const PARTS = ['.inputs', 'index.html', 'assets'];

const pages: readonly PageBundle[] = [
  {
    name: 'board',
    from: [join(source, 'board'), join(source, 'graphql')],
    into: site,
  },
  {
    name: 'graphiql',
    from: [join(source, 'graphiql'), join(project, 'schema/examples')],
    into: join(site, 'graphiql'),
  },
];

for (const page of pages) {
  const inputs = fingerprint(page);
  // Beside the bundle's files, so that removing them removes it too; written last, so that it never vouches for half.
  const stamp = join(page.into, '.inputs');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) {
    console.log(`web/${page.name}: up to date`);
    continue;
  }
  const started = performance.now();
  mkdirSync(page.into, { recursive: true });
  for (const part of PARTS) rmSync(join(page.into, part), { recursive: true, force: true });
  await bundle(page);
  writeFileSync(stamp, inputs);
  console.log(`web/${page.name}: bundled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

writeFileSync(join(project, 'dist/own-documents.json'), JSON.stringify(ownDocuments(), null, 2));

/** Over contents, not times: a fresh clone gives every file the same age. The lock file stands for the libraries. */
function fingerprint({ from }: PageBundle): string {
  const common = [join(project, 'package-lock.json'), join(source, 'build.ts')];
  const files = [...common, ...[...from, join(source, 'common')].flatMap(filesIn)];
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(project, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .sort();
}

async function bundle({ name, into }: PageBundle): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: join(source, name),
    base: './',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: into,
      // Done before: what is not its own stays.
      emptyOutDir: false,
      // An editor is one large piece by nature, and it is loaded from the machine that serves the page.
      chunkSizeWarningLimit: 5_000,
      rollupOptions: {
        // Libraries mark modules for frameworks that are not used here ('use client').
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  });
}
