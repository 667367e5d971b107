import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cooked, PAGE, cook, pageOf } from './page.js';
import { RECIPES } from './recipes.js';
import { shortened } from './shortened.js';

const EXAMPLES = join(import.meta.dirname, '../../../schema/examples');

/** `npm run cookbook` writes the page instead of comparing it. */
const isWriting = process.env['COOKBOOK'] === 'write';

describe('the cookbook', () => {
  let cooked: readonly Cooked[];

  // Ten minutes of the recording are played through.
  beforeAll(async () => {
    cooked = await cook();
  }, 120_000);

  it('has a recipe for every example, once', () => {
    const files = readdirSync(EXAMPLES).map((file) => file.replace(/\.graphql$/, ''));
    expect(RECIPES.map(({ example }) => example).sort()).toEqual(files.sort());
  });

  it.each(RECIPES)('$example is answered without an error, and about $about', (recipe) => {
    const answer = JSON.stringify(cooked.find((one) => one.recipe === recipe)?.answer);
    expect(answer).toContain(recipe.about);
    expect(answer).not.toContain('"errors"');
  });

  it('shows what is answered (else: npm run cookbook)', async () => {
    const page = await pageOf(cooked);
    if (isWriting) writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});

describe('an answer that is shortened', () => {
  it('keeps of lists what it is about, and says where and how much it leaves out', () => {
    const list = [{ a: 'x' }, { a: 'y' }, { a: 'z' }, { a: 'yy' }, { a: 'yyy' }];
    expect(shortened({ list }, 'y')).toEqual({ list: ['… 1 more', { a: 'y' }, '… 1 more', { a: 'yy' }, '… 1 more'] });
    expect(shortened({ list }, 'none')).toEqual({ list: [{ a: 'x' }, '… 4 more'] });
  });

  it('leaves as it is what is short', () => {
    const answer = { data: { list: [1, 1], none: [], text: 'x', missing: null, is: false } };
    expect(shortened(answer, 'none')).toEqual(answer);
  });

  it('cuts long texts where they say so', () => {
    expect(shortened('x'.repeat(161), '')).toBe(`${'x'.repeat(160)}…`);
    expect(shortened('x'.repeat(160), '')).toBe('x'.repeat(160));
  });
});
