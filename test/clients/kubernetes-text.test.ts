import { textWithoutManagedFields } from '../../src/clients/kubernetes-text.js';

const FIELDS = { 'f:spec': { 'f:containers': { 'k:{"name":"app"}': { '.': {}, 'v:["a"]': {} } } } };
const managedFields = [{ manager: 'kubelet', operation: 'Update', fieldsType: 'FieldsV1', fieldsV1: FIELDS }];

function read(value: object): unknown {
  return JSON.parse(textWithoutManagedFields(Buffer.from(JSON.stringify(value))));
}

describe('managed fields', () => {
  it('are left out, and nothing else is', () => {
    const rest = { name: 'ä', annotations: { note: '],"managedFields":[ ]},"spec":{' }, finalizers: ['x'] };
    const object = { metadata: { ...rest, managedFields }, spec: { containers: [{ name: 'app' }] }, status: {} };
    const { spec, status } = object;
    expect(read({ type: 'ADDED', object })).toEqual({ type: 'ADDED', object: { metadata: rest, spec, status } });
  });

  it.each<[string, object]>([
    ['is not there', { metadata: { name: 'a' }, spec: {} }],
    ['is not followed by the spec', { metadata: { managedFields }, data: { x: [] }, y: { a: [1] }, spec: {} }],
    ['is not the last of the metadata', { metadata: { managedFields, name: 'a' }, spec: {} }],
    ['is that of a template', { metadata: { managedFields }, template: { metadata: { list: [1] }, spec: { a: 1 } } }],
    ['holds an end within a text', { metadata: { managedFields: [{ manager: ']}' }] }, spec: {} }],
  ])('are left as they are where what is looked for %s', (_, value) => {
    expect(read(value)).toEqual(value);
  });
});
