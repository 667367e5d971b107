import { DatabaseMatcher } from '../../../src/sources/kafka-connect/connect-databases.js';
import { kafkaConnectConfigSchema } from '../../../src/sources/kafka-connect/kafka-connect.config.js';

const WORKERS = ['http://connect-0:8083', 'https://connect.example.com/rest'];

function problemOf(different: object): string | undefined {
  const result = kafkaConnectConfigSchema.safeParse({ name: 'pipelines', workers: WORKERS, ...different });
  return result.error?.issues[0]?.message;
}

it('needs no more than a name and workers', () => {
  expect(kafkaConnectConfigSchema.parse({ name: 'pipelines', workers: WORKERS })).toMatchObject({
    workers: [
      { name: 'connect-0:8083', host: 'connect-0', port: 8083, url: { href: 'http://connect-0:8083/' } },
      { host: 'connect.example.com', port: 443, url: { href: 'https://connect.example.com/rest/' } },
    ],
    interval: 10_000,
    deadline: 2_000,
    listDeadline: 5_000,
    kafka: null,
    user: null,
    secret: null,
    tls: null,
    kubernetes: null,
  });
});

it.each<[object, RegExp]>([
  [{ workers: [] }, /expected array to have >=1 items/],
  [{ workers: ['connect-0'] }, /a worker is a URL/],
  [{ workers: ['ftp://connect-0'] }, /a worker is a URL/],
  [{ workers: ['http://a:8083', 'http://a:8083/'] }, /named twice/],
  [{ workers: ['http://u:Hunter2@a:8083'] }, /holds no user and no password/],
  [{ user: 'vitals' }, /belong together/],
  [{ password: 'x' }, /belong together/],
  [{ user: 'vitals', password: 'x', passwordFile: 'y' }, /exclude each other/],
  [{ databases: [{ name: 'metadata' }] }, /name the `connectors`/],
  [{ databases: [{ name: 'metadata', hosts: ['u:p@db'] }] }, /a host/],
  [{ interval: '500ms' }, /at least 1s/],
  [{ interval: 10 }, /no length of time; write one such as "10s"/],
  [
    { tls: { ca: '/etc/ca.pem' } },
    /begins with "http:", where nothing of tls is used: write "https:", or leave tls out/,
  ],
  [{ tls: { certificate: '/etc/cert.pem' } }, /certificate needs a key beside it/],
  [{ tls: { key: '/etc/key.pem' } }, /key needs a certificate beside it/],
])('refuses %j', (different, problem) => {
  expect(problemOf(different)).toMatch(problem);
  expect(problemOf(different)).not.toContain('Hunter2');
});

describe('the databases of a connector', () => {
  const matcher = new DatabaseMatcher([
    { name: 'by-name', connectors: ['jdbc-*'], hosts: [] },
    { name: 'by-host', connectors: [], hosts: ['db.example.com'] },
    { name: 'by-port', connectors: [], hosts: ['db.example.com:5432'] },
  ]);

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['jdbc-orders', {}, ['by-name']],
    ['my-jdbc-orders', {}, []],
    ['a', { 'connection.url': 'jdbc:postgresql://db.example.com/x' }, ['by-host']],
    ['a', { 'connection.url': 'jdbc:postgresql://u:p@db.example.com:5432/x?y=z' }, ['by-host', 'by-port']],
    ['a', { 'connection.url': 'jdbc:postgresql://a:1,DB.example.com:5432' }, ['by-host', 'by-port']],
    ['a', { 'connection.url': 'jdbc:postgresql://db.example.com:54321/x' }, ['by-host']],
    ['a', { 'connection.url': 'jdbc:postgresql://olddb.example.com/x' }, []],
    ['a', { 'connection.url': 'jdbc:postgresql://db.example.com.other/x' }, []],
    ['a', { 'database.hostname': 'db.example.com', 'database.port': '5432' }, ['by-host', 'by-port']],
    ['a', { 'database.hostname': 'db.example.com' }, ['by-host']],
    ['a', { hostname: 'other' }, []],
  ])('%s with %j', (name, values, databases) => {
    expect(matcher.databasesOf(name, values)).toEqual(databases);
  });
});
