import { placeOfChange } from '../../../../src/web/board/parts/place-of-change.js';

it.each([
  ['a pod is in a cluster and a namespace', 'POD', 'web', 'prod', 'shop', 'prod / shop'],
  ['one that is called as its namespace is', 'POD', 'shop', 'prod', 'shop', 'prod / shop'],
  ['a topic is in a Kafka', 'TOPIC', 'orders', 'events', null, 'events'],
  ['a cluster says by its name where it is', 'CLUSTER', 'prod', 'prod', null, ''],
  ['a row of the front page is nowhere', 'SYSTEM', 'kafka', 'platform', null, ''],
] as const)('%s', (_, resourceKind, resourceName, cluster, namespace, place) => {
  expect(placeOfChange({ resourceKind, resourceName, cluster, namespace })).toBe(place);
});
