import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintsOf, parseAndValidate } from '../support/valid-configuration.js';
import { catalogue, sources } from '../../src/sources/index.js';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const [, text = ''] = /```yaml\n(# vitals\.yaml\n[^]*?)```/.exec(readme) ?? [];

it('the configuration that the README shows is valid, and has one system of each sort', () => {
  const { systems } = parseAndValidate(text, 'README.md', {}, sources, catalogue.rules);
  expect(systems.map(({ source }) => source).sort()).toEqual(sources.map(({ name }) => name).sort());
});

it('so is what it shows of who may ask', () => {
  const [, server = ''] = /```yaml\n(server:\n(?:(?!```)[^])*?\n  auth:\n[^]*?)```/.exec(readme) ?? [];
  const { auth } = parseAndValidate(`kubernetes: [{ name: prod }]\n${server}`, 'README.md', {}, sources, catalogue.rules).server; // prettier-ignore
  expect(auth?.scopes.map(({ name }) => name)).toEqual(['operators', 'data']);
});

it('so is what it shows of who is told without asking', () => {
  const [, around = ''] = /```yaml\n(alertmanager:\n[^]*?)```/.exec(readme) ?? [];
  const { alertmanager, log } = parseAndValidate(around, 'README.md', {}, sources, catalogue.rules);
  expect(alertmanager?.places.map(({ url }) => url.host)).toEqual(['alertmanager.example.com:9093']);
  expect(log.health?.kinds).toContain('NODE');
});

it.each(sources.map(({ name }) => name))('so is by its JSON Schema what the readme of %s shows', (name) => {
  const own = readFileSync(join(import.meta.dirname, '../../src/sources', name, 'readme.md'), 'utf8');
  const blocks = [...own.matchAll(/```yaml\n([^]*?)```/g)].map(([, block = '']) => block).filter((block) => block.startsWith(`${name}:`)); // prettier-ignore
  expect(blocks).not.toEqual([]);
  expect(blocks.flatMap((block) => complaintsOf(block, sources, catalogue.rules))).toEqual([]);
});
