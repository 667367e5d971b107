import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FindingReason } from '../../src/model/finding-reason.js';
import { ROOT } from '../../src/package.js';
import { blocksOf, page, pages } from './pages.js';

/** What looks like a finding and is none. */
const OTHERS: ReadonlySet<string> = new Set(['SOURCE_UNAVAILABLE', 'NODE_OPTIONS']);

const SRC = join(ROOT, 'src');

/** All code there is, texts that go over several lines put together. */
const code = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8').replace(/['`] \+\n\s+['`]/g, ''))
  .join('\n');

/** A message as it stands in code: `…` between words is a hole in a text, at an end whatever follows. */
function isSaid(message: string): boolean {
  const words = message.replace(/^… ?/, '').replace(/ ?…$/, '');
  const parts = words.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('\\$\\{[^}\\n]*\\}')).test(code);
}

describe('troubleshooting.md', () => {
  const messages = [...page('docs/troubleshooting.md').text.matchAll(/^### `(.+)`$/gm)].map(
    ([, message = '']) => message,
  );

  it('has headings that are messages, each once', () => {
    expect(messages.length).toBeGreaterThan(30);
    expect(new Set(messages).size).toBe(messages.length);
    expect(page('docs/troubleshooting.md').text.match(/^### [^`]/gm)).toBeNull();
  });

  it.each(messages)('quotes what the code says: %s', (message) => {
    expect(isSaid(message)).toBe(true);
  });

  it('would notice one that it does not', () => {
    expect(isSaid('… refuses all connections.')).toBe(false);
    expect(isSaid('The name "…" cannot be found (…).')).toBe(false);
  });
});

describe('pages', () => {
  it('name metrics that there are', () => {
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\bvitals_[a-z_]*[a-z]\b/g)].map(([metric]) => ({ path, metric })),
    );
    expect(named.length).toBeGreaterThan(5);
    // Such as `vitals_http_…`, and the parts of a histogram.
    const isThere = ({ metric }: { readonly metric: string }): boolean =>
      code.includes(`'${metric.replace(/_bucket$/, '')}`);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });

  it('name findings that there are', () => {
    const reasons = new Set<string>(Object.values(FindingReason));
    const [known] = blocksOf(page('docs/verdicts.md'), 'yaml');
    expect(known?.text).toContain('finding: CPU_NEAR_LIMIT');
    const named = ['docs/troubleshooting.md', 'docs/verdicts.md', 'docs/connecting.md', 'docs/operating.md'].flatMap(
      (path) =>
        [...page(path).text.matchAll(/\b(?:SOURCE|CLOCK|RULE|NODE|VOLUME|POD|REPLICATION)_[A-Z_]+\b/g)].map(
          ([name]) => name,
        ),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !reasons.has(name) && !OTHERS.has(name))).toEqual([]);
  });

  it('name every alert on Vitals itself', () => {
    const rules = parse(readFileSync(join(ROOT, 'deploy/prometheus/rules.yaml'), 'utf8')) as {
      readonly groups: readonly { readonly rules: readonly { readonly alert: string }[] }[];
    };
    const alerts = rules.groups.flatMap((group) => group.rules.map(({ alert }) => alert));
    expect(alerts.length).toBeGreaterThan(10);
    const { text } = page('docs/operating.md');
    expect(alerts.filter((alert) => !text.includes(`\`${alert}\``))).toEqual([]);
  });
});

it('writing-a-source.md shows the source and the rule that are tested, word for word', () => {
  const shown = blocksOf(page('docs/writing-a-source.md'), 'ts').map(({ text }) => text);
  const files = ['test/docs/health-url.source.ts', 'test/docs/health-url.rules.ts'];
  expect(shown).toEqual(files.map((path) => readFileSync(join(ROOT, path), 'utf8')));
});
