import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of package.json, whether this runs from `src` or from `dist`. */
export const ROOT = join(import.meta.dirname, '..');

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };

export const VERSION = version;
