import { asked, dataOf } from '../support/asked.js';
import { ConnectorState } from '../../src/model/kafka-connect.js';
import { connectWorld, see, seeDatabase } from '../sources/kafka-connect/connect-world.js';

const FAILED = { state: ConnectorState.FAILED, error: 'java.sql.SQLTransientConnectionException: refused' };

describe('a cluster of Kafka Connect in the graph', () => {
  it('is walked from its workers to connectors, tasks, databases and back, and to what is behind a failure', async () => {
    const world = see(seeDatabase(connectWorld(), 'lost'), { tasks: [{}, FAILED] });
    const query = `{
      kafkaConnects {
        name kafkaClusterId pods { name } workers { url isReached version message }
        connectors {
          totalCount
          nodes {
            name type className state workerId error maximumTasks toleratesErrors deadLetterTopic consumerGroupName
            kafkaConnect { name } databases { name } health { status }
            tasks(orderBy: { field: TASK_ID, direction: ASC }) {
              totalCount
              nodes {
                name taskId state workerId error connector { name }
                health { status findings { reason message causes { reason resource { name } } } }
              }
            }
          }
        }
      }
      kafkaConnect(name: "pipelines") { kind health { status } }
      nobody: kafkaConnect(name: "nobody") { name }
    }`;
    const runs = { state: 'RUNNING', workerId: 'a:8083', error: null };
    expect(await dataOf(world, query)).toEqual({
      kafkaConnects: [
        {
          name: 'pipelines',
          kafkaClusterId: 'x',
          pods: null,
          workers: [
            { url: 'http://a:8083/', isReached: true, version: '4.1.2', message: null },
            { url: 'http://b:8083/', isReached: false, version: null, message: 'b is lost.' },
          ],
          connectors: {
            totalCount: 1,
            nodes: [
              {
                ...runs,
                name: 'export',
                type: 'SINK',
                className: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
                maximumTasks: 2,
                toleratesErrors: false,
                deadLetterTopic: null,
                consumerGroupName: 'connect-export',
                kafkaConnect: { name: 'pipelines' },
                databases: [{ name: 'metadata' }],
                health: { status: 'DEGRADED' },
                tasks: {
                  totalCount: 2,
                  nodes: [
                    {
                      ...runs,
                      name: 'export/0',
                      taskId: 0,
                      connector: { name: 'export' },
                      health: { status: 'HEALTHY', findings: [] },
                    },
                    {
                      ...FAILED,
                      name: 'export/1',
                      taskId: 1,
                      workerId: 'a:8083',
                      connector: { name: 'export' },
                      health: {
                        status: 'UNHEALTHY',
                        findings: [
                          {
                            reason: 'CONNECTOR_TASK_FAILED',
                            message: 'It has failed: java.sql.SQLTransientConnectionException: refused',
                            causes: [{ reason: 'DATABASE_UNREACHABLE', resource: { name: 'metadata' } }],
                          },
                        ],
                      },
                    },
                  ],
                },
              },
            ],
          },
        },
      ],
      kafkaConnect: { kind: 'KAFKA_CONNECT', health: { status: 'DEGRADED' } },
      nobody: null,
    });
  });

  it('has pages of connectors and tasks, the worst first, filtered and sorted', async () => {
    const world = see(connectWorld(), { tasks: [{}, {}, FAILED] });
    const query = `{
      kafkaConnect(name: "pipelines") {
        sinks: connectors(filter: { types: [SINK], states: [RUNNING] }, orderBy: { field: TASKS }) {
          nodes {
            worst: tasks(first: 1) { totalCount nodes { taskId } pageInfo { hasNextPage } }
            failed: tasks(filter: { states: [FAILED] }) { totalCount nodes { taskId } }
            last: tasks(first: 2, orderBy: { field: TASK_ID }) { nodes { taskId } }
          }
        }
        sources: connectors(filter: { types: [SOURCE] }) { totalCount nodes { name } }
      }
    }`;
    expect(await dataOf(world, query)).toEqual({
      kafkaConnect: {
        sinks: {
          nodes: [
            {
              worst: { totalCount: 3, nodes: [{ taskId: 2 }], pageInfo: { hasNextPage: true } },
              failed: { totalCount: 1, nodes: [{ taskId: 2 }] },
              last: { nodes: [{ taskId: 2 }, { taskId: 1 }] },
            },
          ],
        },
        sources: { totalCount: 0, nodes: [] },
      },
    });
  });

  it('has no list of connectors before one was told, and says so', async () => {
    const world = see(connectWorld(), { reach: 'starting' });
    const { data, errors } = await asked(world, '{ kafkaConnects { connectors { totalCount } } }');
    expect(data).toEqual({ kafkaConnects: [{ connectors: null }] });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['SOURCE_UNAVAILABLE']);
  });
});
