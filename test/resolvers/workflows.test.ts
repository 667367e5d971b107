import { dataOf } from '../support/asked.js';
import { source } from '../support/small-world.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { MINUTE } from '../../src/model/time.js';
import { ArgoWorld, at } from '../sources/argo/argo-world.js';
import { SUCCEEDED, SYSTEM, node } from '../sources/argo/argo-objects.js';

function data({ world }: ArgoWorld, source: string): Promise<unknown> {
  return dataOf(world, source);
}

/** One that runs with a failed step, one that waits for 3 minutes, one that is over, and one whose steps are elsewhere. */
function pipelines(): ArgoWorld {
  const failed = node('load.import', { phase: 'Failed', message: 'Error (exit code 4)', outputs: { exitCode: '4' } });
  return new ArgoWorld()
    .see({ nodes: [failed] })
    .see({ name: 'late', status: { phase: 'Pending', startedAt: null } })
    .see({ name: 'done', metadata: { generateName: 'done-' }, status: SUCCEEDED })
    .see({ name: 'large', status: { nodes: undefined, offloadNodeStatusVersion: 'fnv:1', startedAt: at(MINUTE) } })
    .until(3 * MINUTE);
}

describe('workflows in the graph', () => {
  it('are walked from their engine to their steps and back', async () => {
    const query = `{
      workflowEngines {
        name parallelism queued running pods { name }
        workflows(orderBy: { field: NAME, direction: ASC }) {
          totalCount
          nodes {
            name namespaceName phase template queuedFor stepCount failedStepCount stepsUnavailable engine { name }
            steps { name phase type exitCode podName pod { name } workflow { name } }
          }
        }
      }
    }`;
    const step = { phase: 'FAILED', type: 'POD', exitCode: 4, pod: null, workflow: { name: 'load' } };
    const common = { namespaceName: 'data', engine: { name: 'pipelines' } };
    expect(await data(pipelines(), query)).toMatchObject({
      workflowEngines: [
        {
          name: 'pipelines',
          parallelism: null,
          queued: 1,
          running: 2,
          pods: [],
          workflows: null,
        },
      ],
    });
    const world = pipelines();
    const found = await data(
      world,
      `{ resources(ids: ${JSON.stringify([...world.world.registry.entries('WORKFLOW' as never)].map(({ id }) => id))}) {
        ... on Workflow {
          name namespaceName phase template queuedFor stepCount failedStepCount stepsUnavailable engine { name }
          steps { name phase type exitCode pod { name } workflow { name } }
        }
      } }`,
    );
    expect(found).toEqual({
      resources: [
        { ...common, name: 'load', phase: 'RUNNING', template: null, queuedFor: '5s', stepCount: 1, failedStepCount: 1, stepsUnavailable: null, steps: [{ name: 'import', ...step }] }, // prettier-ignore
        { ...common, name: 'late', phase: 'PENDING', template: null, queuedFor: '3m', stepCount: 0, failedStepCount: 0, stepsUnavailable: null, steps: [] }, // prettier-ignore
        { ...common, name: 'done', phase: 'SUCCEEDED', template: 'done', queuedFor: '5s', stepCount: null, failedStepCount: null, stepsUnavailable: null, steps: [] }, // prettier-ignore
        { ...common, name: 'large', phase: 'RUNNING', template: null, queuedFor: '1m', stepCount: null, failedStepCount: null, stepsUnavailable: 'not configured', steps: null }, // prettier-ignore
      ],
    });
  });

  it('lead from what is wrong to the step', async () => {
    const query =
      '{ findings(filter: { kinds: [WORKFLOW_STEP] }) { nodes { reason severity resource { kind name } } } }';
    expect(await data(pipelines(), query)).toEqual({
      findings: {
        nodes: [
          { reason: 'WORKFLOW_STEP_FAILED', severity: 'WARNING', resource: { kind: 'WORKFLOW_STEP', name: 'import' } },
        ],
      },
    });
  });
});

describe('an answer of workflows', () => {
  /** Whether it would be given again, after it was asked for where their list was obtained. */
  async function isKept(query: string): Promise<boolean> {
    const { world } = pipelines();
    world.see(source([{ subject: 'workflows', kind: ResourceKind.WORKFLOW }], { system: SYSTEM }));
    const reads = world.registry.beginReading();
    try {
      expect(JSON.stringify(await dataOf(world, query))).toContain('"name":"');
    } finally {
      reads.end();
    }
    return reads.isCurrent;
  }

  it.each([
    ['in the usual order', '{ workflows { nodes { name } } }'],
    ['by name', '{ workflows(orderBy: { field: NAME }) { nodes { name } } }'],
    ['by their start', '{ workflows(orderBy: { field: STARTED_AT }) { nodes { name } } }'],
    ['by how long those took that are over', '{ workflows(orderBy: { field: DURATION }, filter: { phase: [SUCCEEDED] }) { nodes { name } } }'], // prettier-ignore
    ['of an engine', '{ workflowEngines { workflows { nodes { name } } } }'],
    ['with how long they waited until they were started', '{ workflows(filter: { phase: [RUNNING] }) { nodes { name queuedFor } } }'], // prettier-ignore
  ])('is kept: %s', async (_, query) => {
    expect(await isKept(query)).toBe(true);
  });

  it.each([
    ['by how long they have been running', '{ workflows(orderBy: { field: DURATION }) { nodes { name } } }'],
    ['with how long they have been waiting', '{ workflows(filter: { phase: [PENDING] }) { nodes { name queuedFor } } }'], // prettier-ignore
  ])('that grows older is not: %s', async (_, query) => {
    expect(await isKept(query)).toBe(false);
  });
});
