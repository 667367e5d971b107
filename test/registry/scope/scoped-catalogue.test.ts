import type { MainFacts } from '../../../src/model/facts.js';
import { referenceTo, resourceId, systemId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Seen } from '../../../src/model/rule.js';
import type { Grant } from '../../../src/model/scope.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { scopedCatalogue } from '../../../src/registry/scope/scoped-catalogue.js';
import { catalogue } from '../../../src/sources/index.js';

const { TOPIC, KAFKA, CONNECTOR_TASK, KAFKA_CONNECT, WORKFLOW_STEP, REPLICATED_TABLE, NODE, POD, CLUSTER } =
  ResourceKind;
const any: Grant = { clusters: null, namespaces: null, kinds: null };

/** What a record's status counts for, where only some kinds may be seen. */
function parentOf(kind: ResourceKind, kinds: readonly ResourceKind[], facts: object = {}): unknown {
  const { kinds: definitions } = scopedCatalogue(catalogue, [{ ...any, kinds }]);
  const main = { id: 'x', kind, name: 'x', system: 's', namespace: 'shop', labels: {}, ...facts } as unknown as MainFacts; // prettier-ignore
  const seen = { kind, main, one: () => undefined } as unknown as Seen;
  return definitions.find((one) => one.kind === kind && one.parent !== undefined)?.parent?.(seen);
}

describe('a status counts', () => {
  it('for its parent where that may be seen', () => {
    expect(parentOf(TOPIC, [TOPIC, KAFKA])).toBe(resourceId(KAFKA, 's', 's'));
    expect(parentOf(POD, [POD], { owner: null })).toBe(referenceTo(ResourceKind.NAMESPACE, 's', null, 'shop'));
    expect(parentOf(NODE, [NODE], { zoneName: null })).toBe(resourceId(CLUSTER, 's', 's'));
  });

  it.each([
    [TOPIC, 'kafka', {}],
    [REPLICATED_TABLE, 'databases', {}],
    [CONNECTOR_TASK, 'kafka-connects', { connectorName: 'c' }],
    [WORKFLOW_STEP, 'workflows', { workflowId: resourceId(ResourceKind.WORKFLOW, 's', 'w') }],
  ])('for the row of the front page where nothing between may be: %s', (kind, row, facts) => {
    expect(parentOf(kind, [kind], facts)).toBe(systemId(row));
  });

  it('for the first above that may be seen', () => {
    expect(parentOf(CONNECTOR_TASK, [CONNECTOR_TASK, KAFKA_CONNECT], { connectorName: 'c' })).toBe(
      referenceTo(KAFKA_CONNECT, 's', null, 's'),
    );
    expect(parentOf(NODE, [NODE], { zoneName: 'a' })).toBe(referenceTo(CLUSTER, 's', null, 's'));
  });
});

it('what is only a place is judged by nothing but whether it is reached', () => {
  const { rules } = scopedCatalogue(catalogue, [{ ...any, namespaces: ['shop'] }]);
  const seen = { kind: CLUSTER, main: { system: 's', name: 's', namespace: null } } as unknown as Seen;
  const own = rules.filter(({ kind, applies }) => kind === CLUSTER && applies?.(seen as never) !== false);
  expect(own.map(({ signal }) => signal)).toEqual([SignalName.CLUSTER_REACH]);
});
