import { DatabaseEngine } from '../../model/database.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Seen } from '../../model/rule.js';
import { escaped } from '../escaped.js';

type Database = Seen<ResourceKind.DATABASE>;

/** Where a server listens; one of several ports, where programs speak to it in several ways. */
interface Place {
  readonly host: string;
  readonly ports: readonly number[];
}

/** HTTP and its own protocol, without TLS and with it. */
const CLICKHOUSE_PORTS = [8123, 8443, 9000, 9440];

/** Words of connections that fail; "connect" as a part of the name of a class says nothing. */
const OF_A_CONNECTION =
  /(?<![.\w])connect(?:ion|ing|ed)?\b|timed ?out|refused|unreachable|no route to host|unknown ?host|broken pipe|(?:starting|shutting) (?:up|down)/i;

/** What drivers say when they have lost a database or do not reach it, without a word of where it is. */
const OF_DRIVERS: readonly RegExp[] = [
  /PSQLException: (?:Connection to \S+ refused|The connection attempt failed|This connection has been closed|An I\/O error occurred)/,
  /PSQLException: FATAL: (?:terminating connection|the database system is|sorry, too many clients|remaining connection slots)/,
  /SQL(?:Non)?TransientConnectionException/,
  /Communications link failure/,
  /The Network Adapter could not establish the connection/,
  /(?:failed|unable) to (?:obtain|acquire|open|get) (?:a )?JDBC connection/i,
];

/**
 * Whether what a connector or task failed with, as its trace begins and where it ends, speaks of the connection to that database:
 * it names where that is, or says what drivers say of a database that is not reached.
 * @param isOnlyOne it uses no other database: which one a driver means that names none is known
 */
export function isOfConnection(trouble: string | null, database: Database, isOnlyOne: boolean): boolean {
  if (trouble === null) return false;
  if (OF_A_CONNECTION.test(trouble) && placesOf(database).some((place) => names(trouble, place))) return true;
  return isOnlyOne && OF_DRIVERS.some((pattern) => pattern.test(trouble));
}

function placesOf(database: Database): readonly Place[] {
  const { main } = database;
  if (main.engine === DatabaseEngine.POSTGRESQL) return [{ host: main.host, ports: [main.port] }];
  const replicas = database.from('replicaOf', ResourceKind.DATABASE_REPLICA);
  return replicas.map(({ main: { host, port } }) => ({ host, ports: [port, ...CLICKHOUSE_PORTS] }));
}

/** The host as a word of its own, and with no port but one of those. */
function names(text: string, { host, ports }: Place): boolean {
  const pattern = new RegExp(`(?<![\\w.-])${escaped(host)}(?![\\w-]|\\.\\w)\\]?(?::(\\d{1,5}))?`, 'gi');
  return [...text.matchAll(pattern)].some(([, port]) => port === undefined || ports.includes(Number(port)));
}
