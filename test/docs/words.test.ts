import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FindingReason } from '../../src/model/finding-reason.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { SignalName } from '../../src/model/signal-name.js';
import { ROOT } from '../../src/package.js';
import { blocksOf, page, pages } from './pages.js';

/** Names of others, which the code does not know: variables, and what OpenSSL and Node say. */
const FOREIGN: ReadonlySet<string> = new Set([
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'NODE_OPTIONS',
  'POSTGRES_METADATA_PASSWORD',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Records of runs have the names of their time. */
const RECORDS: ReadonlySet<string> = new Set(['docs/detection.md', 'docs/reliability.md']);

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

/** Such as findings are called. */
const CAPITALS = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;

interface Named {
  readonly path: string;
  readonly name: string;
}

/** All such names in pages. */
const capitals: readonly Named[] = pages
  .filter(({ path }) => !RECORDS.has(path))
  .flatMap(({ path, text }) => [...new Set(text.match(CAPITALS))].map((name) => ({ path, name })));

const reasons: ReadonlySet<string> = new Set<string>(Object.values(FindingReason));
const firstWords: ReadonlySet<string> = new Set([...reasons].map(firstWordOf));

function firstWordOf(name: string): string {
  return name.replace(/_.*/, '');
}

/** Begins as findings do, and is none: signals and kinds, a code of errors, a variable of Node. */
function isOther(name: string): boolean {
  return name in SignalName || name in ResourceKind || name === 'SOURCE_UNAVAILABLE' || FOREIGN.has(name);
}

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
    expect(firstWords.size).toBeGreaterThan(30);
    const begun = capitals.filter(({ name }) => firstWords.has(firstWordOf(name)));
    expect(begun.filter(({ name }) => reasons.has(name)).length).toBeGreaterThan(50);
    const isThere = ({ name }: Named): boolean => reasons.has(name) || isOther(name);
    expect(begun.filter((one) => !isThere(one))).toEqual([]);
  });

  // A finding may be misspelt in its first word.
  it('name nothing in capitals that there is not', () => {
    const words = new Set(code.match(CAPITALS));
    expect(capitals.filter(({ name }) => !words.has(name) && !FOREIGN.has(name))).toEqual([]);
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
