import { runInsidePlatform } from './inside.js';

/** Nothing is wrong, and nothing must be said; arguments are those of `calm/main.ts`. */
await runInsidePlatform(['node', '--import', 'tsx', 'test/platform/calm/main.ts', ...process.argv.slice(2)]);
