import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  Kind,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { FindingReason } from '../../src/model/finding-reason.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { SignalName } from '../../src/model/signal-name.js';
import { typeNameOf } from '../../src/model/resource.js';
import { buildVitalsSchema } from '../../src/resolvers/schema.js';

const FOLDER = join(import.meta.dirname, '../../schema');

const schema = buildVitalsSchema();

describe('the committed schema', () => {
  it('is what the code emits', () => {
    const committed = readFileSync(join(FOLDER, 'schema.graphql'), 'utf8');
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
  });

  it('is emitted the same each time', () => {
    const emit = (): string => printSchema(lexicographicSortSchema(buildVitalsSchema()));
    expect(emit()).toBe(emit());
  });
});

/** Everything that has a description, by its coordinate. */
function* described(of: GraphQLSchema): Generator<readonly [coordinate: string, description: unknown]> {
  for (const type of Object.values(of.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    yield [type.name, type.description];
    yield* describedParts(type);
  }
}

function* describedParts(type: GraphQLNamedType): Generator<readonly [coordinate: string, description: unknown]> {
  if (isEnumType(type))
    for (const { name, description } of type.getValues()) yield [`${type.name}.${name}`, description];
  if (isInputObjectType(type)) {
    for (const { name, description } of Object.values(type.getFields())) yield [`${type.name}.${name}`, description];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const { name, description, args } of Object.values(type.getFields())) {
    yield [`${type.name}.${name}`, description];
    for (const argument of args) yield [`${type.name}.${name}(${argument.name}:)`, argument.description];
  }
}

describe('every type, field, argument and value', () => {
  const all = [...described(schema)];

  it('is described', () => {
    const silent = all.filter(([, text]) => typeof text !== 'string' || text.trim() === '').map(([name]) => name);
    expect(all.length).toBeGreaterThan(300);
    expect(silent).toEqual([]);
  });

  it('is described in sentences', () => {
    expect(all.filter(([, text]) => !/[.`)]$/.test(String(text)))).toEqual([]);
  });
});

describe('the vocabulary', () => {
  const valuesOf = (name: string): readonly string[] => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };

  it.each([
    ['FindingReason', FindingReason],
    ['SignalName', SignalName],
    ['ResourceKind', ResourceKind],
  ])('%s is in the graph as it is in the model', (name, values) => {
    expect(valuesOf(name)).toEqual(Object.keys(values));
  });

  it('has a type for every kind, which is a Resource', () => {
    const resource = schema.getType('Resource');
    for (const kind of Object.values(ResourceKind)) {
      const type = schema.getType(typeNameOf({ kind }));
      expect(isObjectType(type) && isInterfaceType(resource) && schema.isSubType(resource, type)).toBe(true);
    }
  });

  it('has all fields of Resource in every such type', () => {
    const resource = schema.getType('Resource');
    if (!isInterfaceType(resource)) throw new Error('Resource is no interface');
    for (const type of schema.getPossibleTypes(resource)) {
      for (const name of Object.keys(resource.getFields())) expect(type.getFields()).toHaveProperty(name);
    }
  });
});

describe('the examples', () => {
  const files = readdirSync(join(FOLDER, 'examples'));

  it.each(files)('%s is valid, has one named operation, says what it is for, and needs no variables', (file) => {
    const text = readFileSync(join(FOLDER, 'examples', file), 'utf8');
    expect(text).toMatch(/^# \S/);
    const document = parse(text);
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    expect(operations).toHaveLength(1);
    expect(operations[0]?.name).toBeDefined();
    const demanded = operations[0]?.variableDefinitions?.filter((variable) => variable.defaultValue === undefined);
    expect(demanded).toEqual([]);
  });
});
