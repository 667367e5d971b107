/**
 * Bundles the web pages into dist/web: self-contained, nothing is loaded from elsewhere. A bundle that was made from the
 * very same inputs stays as it is, so that `npm start` may call this every time.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const source = join(project, 'src/web');
const bundle = join(project, 'dist/web/graphiql');

/** Beside the bundle's files, so that removing them removes it too; written last, so that it never vouches for half. */
const stamp = join(bundle, '.inputs');

const inputs = fingerprint();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) {
  console.log('web: up to date');
} else {
  const started = performance.now();
  await bundleGraphiql();
  writeFileSync(stamp, inputs);
  console.log(`web: bundled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Over contents, not times: a fresh clone gives every file the same age. The lock file stands for the libraries. */
function fingerprint(): string {
  const files = [join(project, 'package-lock.json'), ...filesIn(source), ...filesIn(join(project, 'schema/examples'))];
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

async function bundleGraphiql(): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: join(source, 'graphiql'),
    base: './',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: bundle,
      emptyOutDir: true,
      // The editor is one large piece by nature, and it is loaded from the machine that serves the page.
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
