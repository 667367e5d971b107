import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../src/package.js';
import { type Page, allPages, page, pages, proseOf } from './pages.js';

/** Where links lead that lead to no other site, outside of code. */
function linksOf(one: Page): readonly string[] {
  const prose = proseOf(one).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to).filter((to) => !/^[a-z]+:/.test(to));
}

/** Headings as links name them. */
function anchorsOf(one: Page): ReadonlySet<string> {
  const headings = [...proseOf(one).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Why a link leads nowhere; null: it does not. */
function faultOf(from: Page, link: string): string | null {
  const [target = '', anchor] = link.split('#');
  const path = target === '' ? from.path : join(dirname(from.path), target);
  if (!existsSync(join(ROOT, path))) return `${from.path}: ${link}: there is no ${path}`;
  if (anchor === undefined || !statSync(join(ROOT, path)).isFile()) return null;
  return anchorsOf(page(path)).has(anchor) ? null : `${from.path}: ${link}: there is no such heading`;
}

describe('links between pages', () => {
  const links = allPages.flatMap((from) => linksOf(from).map((link) => ({ from, link })));

  it('lead to what there is', () => {
    expect(links.length).toBeGreaterThan(100);
    expect(links.flatMap(({ from, link }) => faultOf(from, link) ?? [])).toEqual([]);
  });

  it('are found to be wrong where they are', () => {
    const from = page('docs/README.md');
    expect(faultOf(from, 'nowhere.md')).toContain('there is no docs/nowhere.md');
    expect(faultOf(from, 'verdicts.md#nothing')).toContain('no such heading');
  });
});

describe('docs/README.md', () => {
  it('leads to every page of docs, and README.md to it', () => {
    const linked = new Set(linksOf(page('docs/README.md')).map((link) => join('docs', link)));
    const own = pages
      .map(({ path }) => path)
      .filter((path) => /^docs\/[^/]+\.md$/.test(path) && path !== 'docs/README.md');
    expect(own.filter((path) => !linked.has(path))).toEqual([]);
    expect(linksOf(page('README.md'))).toContain('docs/README.md');
  });
});
