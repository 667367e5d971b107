import { readConnectors } from '../../../src/sources/kafka-connect/connect-answers.js';
import { DatabaseMatcher } from '../../../src/sources/kafka-connect/connect-databases.js';

it('keeps which databases a connector uses, and not what told so', () => {
  const config = {
    'connector.class': 'io.example.Sink',
    'connection.url': ' jdbc:postgresql://app:Hunter2@db.example.com:5432/shop?password=Hunter2 ',
    'connection.uri': 'mongodb://app:Hunter2@mongo',
    'connection.host': 'Hunter2',
    'database.hostname': 'Hunter2',
    hostname: 'Hunter2',
  };
  const body = Buffer.from(JSON.stringify({ export: { status: { connector: { state: 'RUNNING' }, tasks: [] }, info: { config } } })); // prettier-ignore
  const databases = new DatabaseMatcher([
    { name: 'metadata', connectors: [], hosts: ['db.example.com:5432'] },
    { name: 'other', connectors: [], hosts: ['elsewhere'] },
  ]);
  const list = readConnectors({ status: 200, body, address: null }, databases);
  expect(list.connectors).toMatchObject([{ name: 'export', className: 'io.example.Sink', databases: ['metadata'] }]);
  expect(JSON.stringify(list)).not.toContain('Hunter2');
});
