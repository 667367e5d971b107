import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../../src/package.js';

/** A page of Markdown that people read. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** A block of code in a page. */
export interface Block {
  /** The page, and which block of its language it is there: for the names of tests. */
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

const FENCED = /^( *)```(\w*)\n([^]*?)^ *```$/gm;

export function page(path: string): Page {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** All pages in a folder and below it. */
function pagesUnder(folder: string): readonly Page[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ parentPath, name }) => page(relative(ROOT, join(parentPath, name))));
}

/** What users and operators read. */
export const pages: readonly Page[] = ['README.md', 'SECURITY.md', 'schema/README.md']
  .map(page)
  .concat(pagesUnder('docs'));

/** And what those read who work on it. */
export const allPages: readonly Page[] = [
  ...pages,
  page('bench/README.md'),
  ...pagesUnder('src'),
  ...pagesUnder('test'),
];

/** The blocks of one language, in order. */
export function blocksOf({ path, text }: Page, language: string): readonly Block[] {
  return [...text.matchAll(FENCED)]
    .filter((match) => match[2] === language)
    .map(([, indent = '', , code = ''], index) => {
      const lines = code.split('\n').map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
      return { name: `${path}, ${language} ${index + 1}`, language, text: lines.join('\n') };
    });
}

/** What is written in code within sentences. */
export function spansOf(page: Page): readonly string[] {
  return [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** The page without its blocks of code. */
export function proseOf({ text }: Page): string {
  return text.replace(FENCED, '');
}

/** The text below a heading of the second level, up to the next one. */
export function sectionOf({ path, text }: Page, heading: string): Page {
  const [, section] = new RegExp(`^## ${heading}\\n([^]*?)(?=^## |(?![^]))`, 'm').exec(text) ?? [];
  if (section === undefined) throw new Error(`${path} has no section ${heading}`);
  return { path: `${path}#${heading}`, text: section };
}

/** Operations that pages show: as they are, or as a body that curl sends. */
export function operationsOf(page: Page): readonly { readonly file: string; readonly text: string }[] {
  const shown = blocksOf(page, 'graphql').map(({ name, text }) => ({ file: name, text }));
  const sent = blocksOf(page, 'sh').flatMap(({ name, text }) =>
    [...text.matchAll(/-d '(\{[^']*\})'/g)].map(([, body = '']) => {
      return { file: `${name}, with curl`, text: (JSON.parse(body) as { readonly query: string }).query };
    }),
  );
  return [...shown, ...sent];
}

/** Paths of this machine that curl is shown to ask. */
export function pathsOf(page: Page): readonly string[] {
  const lines = blocksOf(page, 'sh').flatMap(({ text }) => text.split('\n'));
  return lines.flatMap((line) =>
    [...line.matchAll(/http:\/\/127\.0\.0\.1:4000(\/[\w/.-]*)/g)].map(([, path = '']) => path),
  );
}
