import { globMatches } from '../../model/glob.js';
import { escaped } from '../escaped.js';
import type { KafkaConnectConfig } from './kafka-connect.config.js';

/** Where connectors write down what they connect to; the second of a pair is the port. */
const URL_KEYS = ['connection.url', 'connection.uri', 'connection.host'] as const;
const HOST_KEYS = [
  ['database.hostname', 'database.port'],
  ['hostname', 'port'],
] as const;

/** A connector's configuration. */
type Values = Readonly<Record<string, string | null | undefined>>;

/** Tells which configured databases a connector uses. Of its own configuration nothing is kept but that answer. */
export class DatabaseMatcher {
  private readonly databases: readonly {
    readonly name: string;
    readonly connectors: readonly string[];
    readonly hosts: readonly RegExp[];
  }[];

  constructor(databases: KafkaConnectConfig['databases']) {
    this.databases = databases.map(({ name, connectors, hosts }) => ({
      name,
      connectors,
      hosts: hosts.map(placePattern),
    }));
  }

  databasesOf(connector: string, values: Values): readonly string[] {
    const places = placesIn(values);
    return this.databases
      .filter(
        ({ connectors, hosts }) =>
          connectors.some((glob) => globMatches(glob, connector)) ||
          hosts.some((pattern) => places.some((place) => pattern.test(place))),
      )
      .map(({ name }) => name);
  }
}

/** URLs are not taken apart, which would be guessing where a password ends: a host is only looked for. */
function placesIn(values: Values): readonly string[] {
  const valueOf = (key: string): string | undefined => values[key]?.trim();
  const urls = URL_KEYS.flatMap((key) => valueOf(key) ?? []);
  const hosts = HOST_KEYS.flatMap(([host, port]) => {
    const [name, number] = [valueOf(host), valueOf(port)];
    return name === undefined ? [] : [number === undefined ? name : `${name}:${number}`];
  });
  return [...urls, ...hosts];
}

/** A host where one begins and ends in a URL; one that is given without a port stands for all of its ports. */
function placePattern(place: string): RegExp {
  const port = /:\d{1,5}$/.test(place) ? '' : String.raw`(?::\d{1,5})?`;
  return new RegExp(`(?:^|//|@|,)${escaped(place)}${port}(?=$|[/?;,])`, 'i');
}
