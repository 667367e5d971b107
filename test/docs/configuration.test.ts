import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Config } from '../../src/config/config.js';
import { recognisers } from '../../src/init/recognisers/index.js';
import { parseConfig } from '../../src/config/load.js';
import { catalogue, sources } from '../../src/sources/index.js';
import { certificate, writeCertificate } from '../support/certificates.js';
import { type Block, blocksOf, page, pages, sectionOf } from './pages.js';

/** Of other programs, by the key they begin with. */
const FOREIGN: ReadonlySet<string> = new Set(['scrape_configs', 'config']);

const folder = mkdtempSync(join(tmpdir(), 'vitals-docs-'));
let files: ReturnType<typeof writeCertificate>;

beforeAll(async () => {
  files = writeCertificate(folder, await certificate());
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function keysOf({ text }: Block): readonly string[] {
  return Object.keys(parse(text) as object);
}

const blocks = pages.flatMap((one) => blocksOf(one, 'yaml')).filter((block) => !keysOf(block).some((key) => FOREIGN.has(key))); // prettier-ignore

/** Reads a block as a file of its own; of one that shows less than a file, the cluster that it names is beside it. */
function load(block: Block): Config {
  const isWhole = keysOf(block).includes('kubernetes');
  const withFiles = block.text
    .replace('/etc/vitals/tls.crt', files.certFile)
    .replace('/etc/vitals/tls.key', files.keyFile);
  return parseConfig(isWhole ? withFiles : `${withFiles}\nkubernetes: [{ name: prod }]\n`, block.name, {}, sources, catalogue.rules); // prettier-ignore
}

describe('configuration in pages', () => {
  it('is found', () => {
    expect(blocks.length).toBeGreaterThan(15);
    expect(blocks.filter(({ name }) => name.startsWith('README.md')).length).toBeGreaterThan(2);
  });

  it.each(blocks)('of $name is valid', (block) => {
    expect(load(block).systems.length).toBeGreaterThan(0);
  });

  it('of the chart is valid with the variables that are set beside it, and those alone', () => {
    const [block, ...more] = pages
      .flatMap((one) => blocksOf(one, 'yaml'))
      .filter((one) => keysOf(one).includes('config'));
    expect(more).toEqual([]);
    const { config, env } = parse(block?.text ?? '') as { readonly config: object; readonly env: readonly { readonly name: string }[] }; // prettier-ignore
    const read = (environment: NodeJS.ProcessEnv): Config => parseConfig(stringify(config), 'values.yaml', environment, sources, catalogue.rules); // prettier-ignore
    const { server, systems } = read(Object.fromEntries(env.map(({ name }) => [name, 'x'])));
    expect(systems.map(({ source }) => source)).toEqual(expect.arrayContaining(['kubernetes', 'argo', 'postgres']));
    expect(systems.map(({ name }) => name)).toContain(server.auth?.kubernetes?.cluster);
    expect(() => read({})).toThrow('has no variable');
  });

  it('that is not valid is refused: nothing is passed over', () => {
    const [first] = blocks;
    expect(() => load({ ...(first as Block), text: 'kubernets: []\n' })).toThrow('there is no setting "kubernets"');
  });
});

describe('connecting.md', () => {
  const connecting = page('docs/connecting.md');

  it.each(sources.map(({ name }) => name))('has for %s what to grant, the configuration and how to try it', (name) => {
    const section = sectionOf(connecting, name);
    for (const word of ['**Grant**', '**Less**', '**Try**', `(../src/sources/${name}/readme.md)`])
      expect(section.text).toContain(word);
    const [block] = blocksOf(section, 'yaml');
    expect(load(block as Block).systems.map(({ source }) => source)).toContain(name);
  });

  it.each(['postgres', 'clickhouse'])('grants for %s what its readme says', (name) => {
    const granted = (path: string) => blocksOf(page(path), 'sql').map(({ text }) => text);
    const [statements] = blocksOf(sectionOf(connecting, name), 'sql');
    expect(granted(`src/sources/${name}/readme.md`)).toContain(statements?.text);
  });

  it.each([
    ['clickhouse', ['SHOW TABLES', 'SHOW COLUMNS']],
    ['kafka', ['DescribeConfigs']],
  ])('grants for %s what the README, SECURITY.md and a proposed configuration say', (name, rights) => {
    const proposed = recognisers.find(({ source }) => source === name)?.note.join('\n');
    const texts = [sectionOf(connecting, name).text, page('README.md').text, page('SECURITY.md').text, proposed];
    for (const text of texts) for (const right of rights) expect(text).toContain(right);
  });
});
