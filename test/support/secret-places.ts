import { readFileSync } from 'node:fs';

/** As much of a JSON Schema as tells where text may stand. */
export interface TextSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, TextSchema>>;
  readonly items?: TextSchema;
  readonly additionalProperties?: TextSchema | boolean;
  readonly anyOf?: readonly TextSchema[];
}

/** Settings that are a secret, or the path of a file that holds one, whatever they stand in. */
const SECRET: ReadonlySet<string> = new Set([
  'password',
  'passwordFile',
  'token',
  'tokenFile',
  'key',
  'keyFile',
  'kubeconfig',
  'sha256',
]);

/** Text that anybody may read who reads an answer or the log. */
const OPEN: ReadonlySet<string> = new Set([
  ...['host', 'body', 'deadline', 'eventLoopDelay', 'initTimeout', 'pingInterval', 'certFile', 'trustedDocuments'],
  ...['origins', 'trustedProxies', 'drain', 'name', 'scopes', 'expires', 'issuer', 'audience', 'audiences', 'jwks'],
  ...['algorithms', 'clockSkew', 'userClaim', 'groupsClaim', 'namespacesClaim', 'cluster', 'clusters', 'users', 'groups'],
  ...['namespace', 'namespaces', 'kinds', 'severity', 'url', 'externalUrl', 'user', 'ca', 'certificate', 'serverName'],
  ...['resend', 'labels', 'finding', 'until', 'because', 'team', 'teamLabels', 'context', 'interval', 'selector'],
  ...['database', 'capacity', 'replicas', 'zookeeper', 'members', 'brokers', 'mechanism', 'workers', 'kafka', 'hosts'],
  ...['connectors', 'listDeadline', 'controllerNamespace', 'configMap', 'deployment', 'instanceId', 'keepStepsFor'],
  ...['proxy', 'metrics', 'where', 'route', 'scrapeInterval', 'preset', 'mountpoint', 'device', 'throughput', 'size'],
]); // prettier-ignore

/** Where settings of text are, by the names that lead to them; `[]` stands for each of a list, `*` for each of a record. */
type Place = readonly string[];

function* textPlaces(schema: TextSchema, place: Place): Generator<Place> {
  if ([schema.type].flat().includes('string')) yield place;
  for (const one of schema.anyOf ?? []) yield* textPlaces(one, place);
  for (const [name, setting] of Object.entries(schema.properties ?? {})) yield* textPlaces(setting, [...place, name]);
  if (schema.items !== undefined) yield* textPlaces(schema.items, [...place, '[]']);
  const { additionalProperties: each } = schema;
  if (typeof each === 'object') yield* textPlaces(each, [...place, '*']);
}

function nameOf(place: Place): string {
  return place.findLast((name) => name !== '[]' && name !== '*') ?? '';
}

export interface SecretPlaces {
  /** Where a secret can stand. */
  readonly secret: readonly string[];
  /** Settings of which nobody has said whether they are secret. */
  readonly unknown: readonly string[];
}

/** All that there are in the schema of a configuration. */
export function secretPlaces(schema: TextSchema): SecretPlaces {
  const all = [...textPlaces(schema, [])];
  const named = (isIt: (name: string) => boolean): string[] => [
    ...new Set(all.filter((place) => isIt(nameOf(place))).map((place) => place.join('.'))),
  ];
  return {
    secret: named((name) => SECRET.has(name)),
    unknown: named((name) => !SECRET.has(name) && !OPEN.has(name)),
  };
}

/** What stands at a place of a configuration as it is written: the files that are named there as what is in them. */
export function textsAt(
  configuration: unknown,
  place: string,
  environment: Readonly<Record<string, string>>,
): readonly string[] {
  const values = place.split('.').reduce<readonly unknown[]>(
    (holders, name) =>
      holders.flatMap((holder) => {
        if (typeof holder !== 'object' || holder === null) return [];
        if (name === '[]') return Array.isArray(holder) ? (holder as unknown[]) : [];
        return name === '*'
          ? Object.values<unknown>(holder as Readonly<Record<string, unknown>>)
          : [(holder as Readonly<Record<string, unknown>>)[name]];
      }),
    [configuration],
  );
  return values.filter((value) => typeof value === 'string').map((value) => read(value, environment));
}

function read(text: string, environment: Readonly<Record<string, string>>): string {
  if (text.startsWith('/')) return readFileSync(text, 'utf8');
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => environment[name] ?? '');
}
