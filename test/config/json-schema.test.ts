import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../src/config/load.js';
import { configurationSchemaText } from '../../src/configured.js';
import { catalogue, sources } from '../../src/sources/index.js';
import { complaintsOf, parseAndValidate } from '../support/valid-configuration.js';

const COMMITTED = join(import.meta.dirname, '../../schema/vitals.schema.json');

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [key: string]: unknown;
}

function complain(text: string): readonly string[] {
  return complaintsOf(text, sources, catalogue.rules);
}

/** Settings that a schema names, here and below, by their paths; of limits those of each finding stand beside. */
function* settings(schema: Schema, path: string): Generator<readonly [path: string, setting: Schema]> {
  for (const [name, setting] of Object.entries(schema.properties ?? {})) {
    yield [`${path}.${name}`, setting];
    yield* settings(setting, `${path}.${name}`);
  }
  const below = [schema['items'], schema['additionalProperties'], ...((schema['anyOf'] ?? []) as unknown[])];
  for (const one of below) if (typeof one === 'object' && one !== null) yield* settings(one as Schema, path);
}

describe('the JSON Schema of the configuration', () => {
  it('is the committed one', () => {
    expect(configurationSchemaText()).toBe(readFileSync(COMMITTED, 'utf8'));
  });

  it('says of every setting what it is', () => {
    const all = [...settings(JSON.parse(configurationSchemaText()) as Schema, '')];
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(([, { description }]) => description === undefined).map(([path]) => path)).toEqual([]);
  });

  it('knows every list of systems', () => {
    const { properties = {} } = JSON.parse(configurationSchemaText()) as Schema;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(sources.map(({ name }) => name)));
  });

  it.each<[string, string, NodeJS.ProcessEnv?]>([
    ['nothing', ''],
    ['what `none` turns off', 'server: {auth: none}\nlog: {health: none}'],
    ['what null turns off', 'server: {limits: {rate: null}, trustedDocuments: null}\nalertmanager: null'],
    ['lengths of time and sizes', 'server: {drain: 1s500ms, limits: {deadline: 1m, body: 1.5MiB}}'],
    [
      'words, names and times of the environment',
      `
kubernetes: [{name: "\${NAME}"}]
postgres: [{name: a, host: "\${HOST}", interval: "\${TIME}", kubernetes: {cluster: "\${NAME}"}}]
limits: [{finding: "\${FINDING}", for: "\${TIME}"}]`,
      { NAME: 'prod', HOST: 'h', TIME: '20s', FINDING: 'CPU_NEAR_LIMIT' },
    ],
    ['one Alertmanager', 'alertmanager: {url: "http://a:9093"}'],
    ['several of them', 'alertmanager: {url: ["http://a:9093", "http://b:9093"], severity: CRITICAL}'],
    ['limits of a finding', 'limits: [{finding: VOLUME_SPACE_LOW, warnAt: 0.12, criticalAt: 0.05}]'],
    [
      'a date that YAML could take for one',
      'ignores: [{finding: NODE_CORDONED, because: x, until: 2026-12-31T00:00:00Z}]',
    ],
  ])('takes what the loader takes: %s', (_, text, environment = {}) => {
    expect(() => parseAndValidate(text, 'vitals.yaml', environment, sources, catalogue.rules)).not.toThrow();
  });

  it.each<[string, string, RegExp]>([
    ['an unknown list', 'mongo: []', /additionalProperty":"mongo"/],
    ['an unknown setting', 'server: {prot: 1}', /^\/server .*"prot"/],
    ['an unknown setting of a system', 'kafka: [{name: a, brokers: [b], sals: {}}]', /^\/kafka\/0 .*"sals"/],
    ['an unknown setting below it', 'kafka: [{name: a, brokers: [b], tls: {cert: x}}]', /^\/kafka\/0\/tls .*"cert"/],
    ['an unknown limit of a finding', 'limits: [{finding: VOLUME_SPACE_LOW, warnOn: 1}]', /^\/limits\/0 .*"warnOn"/],
    ['an unknown finding', 'ignores: [{finding: NODE_CORDONE, because: x}]', /^\/ignores\/0\/finding /],
    ['an unknown word', 'http-traffic: [{name: a, proxy: nginx, metrics: ["http://a"]}]', /^\/http-traffic\/0\/proxy /],
    ['what is missing', 'postgres: [{name: a}]', /"host"/],
    ['a word for a number', 'server: {port: many}', /^\/server\/port must be integer/],
    ['a number for a word', 'postgres: [{name: a, host: 1}]', /^\/postgres\/0\/host must be string/],
    ['a number for a time', 'server: {drain: 2}', /^\/server\/drain must be string/],
    ['a word for a time', 'server: {drain: soon}', /^\/server\/drain must match pattern/],
    ['a word for a limit', 'limits: [{finding: VOLUME_SPACE_LOW, warnAt: low}]', /^\/limits\/0\/warnAt must be number/],
    ['a share above 1', 'limits: [{finding: VOLUME_SPACE_LOW, warnAt: 90}]', /^\/limits\/0\/warnAt must be <= 1/],
    ['one for many', 'kafka: {name: a}', /^\/kafka must be array/],
    ['a name that is none', 'kafka: [{name: "a b", brokers: [b]}]', /^\/kafka\/0\/name must match pattern/],
    ['another word than none', 'server: {auth: non}', /^\/server\/auth /],
  ])('refuses what the loader refuses: %s', (_, text, expected) => {
    expect(() => parseConfig(text, 'vitals.yaml', {}, sources, catalogue.rules)).toThrow(/^vitals\.yaml/);
    expect(complain(text).join('\n')).toMatch(expected);
  });
});
