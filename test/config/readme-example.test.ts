import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAndValidate } from '../support/valid-configuration.js';
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
