import { runInsidePlatform } from './inside.js';

/** The proof of the catalogue; arguments are those of `detect/main.ts`. */
await runInsidePlatform(['node', '--import', 'tsx', 'test/platform/detect/main.ts', ...process.argv.slice(2)]);
