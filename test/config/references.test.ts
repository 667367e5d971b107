import { parseAndValidate } from '../support/valid-configuration.js';
import { catalogue, sources } from '../../src/sources/index.js';

/** Each system that others may refer to. */
const NAMED = `
kubernetes: [{name: prod, inCluster: true}]
postgres: [{name: metadata, host: db}]
zookeeper: [{name: coordination, members: [zk-0]}]
kafka: [{name: events, brokers: [kafka-0]}]
`;

function load(text: string): ReturnType<typeof parseAndValidate> {
  return parseAndValidate(text, 'vitals.yaml', {}, sources, catalogue.rules);
}

/** One system of each sort that refers to others, with these names; the first of its lines is the seventh. */
function referring({ cluster = 'prod', database = 'metadata', ensemble = 'coordination', kafka = 'events' } = {}) {
  return `${NAMED}
clickhouse: [{name: analytics, replicas: [ch-0], zookeeper: ${ensemble}}]
kafka-connect:
  - {name: connectors, workers: ["http://connect-0:8083"], kafka: ${kafka}, databases: [{name: ${database}, hosts: [db]}]}
argo: [{name: pipelines, kubernetes: {cluster: ${cluster}}}]
host-metrics:
  - name: monitoring
    prometheus: {url: "http://prometheus:9090"}
    databases: [{database: ${database}, preset: cloudwatch, where: {id: x}}]
    volumes: [{cluster: ${cluster}, preset: ebs-csi}]
`;
}

describe('a name of another system', () => {
  it('is fine where there is such a system', () => {
    expect(load(referring()).systems).toHaveLength(8);
    expect(load(referring({ database: 'metadata' }).replace('name: metadata, hosts', 'name: analytics, hosts')).systems).toHaveLength(8); // prettier-ignore
  });

  it.each<[string, string, RegExp]>([
    [
      'ClickHouse of its ensemble',
      referring({ ensemble: 'cordination' }),
      /^vitals\.yaml:7:61: clickhouse\.0\.zookeeper there is no ZooKeeper "cordination"; did you mean coordination\?/,
    ],
    [
      'Kafka Connect of its Kafka',
      referring({ kafka: 'evnts' }),
      /^vitals\.yaml:9:67: kafka-connect\.0\.kafka there is no Kafka "evnts"; did you mean events\?/,
    ],
    [
      'Kafka Connect of a database',
      referring({ database: 'metdata' }),
      /^vitals\.yaml:9:94: kafka-connect\.0\.databases\.0\.name there is no database "metdata"; did you mean metadata\?/,
    ],
    [
      'Argo of its cluster',
      referring({ cluster: 'prd' }),
      /^vitals\.yaml:10:48: argo\.0\.kubernetes\.cluster there is no cluster "prd"; did you mean prod\?/,
    ],
    [
      'Prometheus of a database that is no PostgreSQL',
      referring().replace('database: metadata', 'database: analytics'),
      /^vitals\.yaml:14:28: host-metrics\.0\.databases\.0\.database there is no PostgreSQL database "analytics"; there are metadata/,
    ],
    [
      'Prometheus of the cluster of volumes',
      referring().replace('volumes: [{cluster: prod', 'volumes: [{cluster: pord'),
      /^vitals\.yaml:15:25: host-metrics\.0\.volumes\.0\.cluster there is no cluster "pord"; did you mean prod\?/,
    ],
    [
      'traffic of the cluster of its proxies',
      `${NAMED}\nhttp-traffic: [{name: edge, proxy: caddy, metrics: ["http://caddy:2019/metrics"], kubernetes: {cluster: x}}]`,
      /http-traffic\.0\.kubernetes\.cluster there is no cluster "x"/,
    ],
    [
      'what nothing is configured of',
      'clickhouse: [{name: analytics, replicas: [ch-0], zookeeper: coordination}]',
      /^vitals\.yaml:1:61: clickhouse\.0\.zookeeper there is no ZooKeeper "coordination"; none is configured/,
    ],
  ])('is refused with place and mend where there is none: %s', (_, text, expected) => {
    expect(() => load(text)).toThrow(expected);
    expect(() => load(text)).toThrow(expect.objectContaining({ name: 'ConfigurationError' }) as Error);
  });
});
