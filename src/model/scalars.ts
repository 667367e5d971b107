import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { formatDuration, parseDuration } from './duration.js';
import { type Instant, parseInstant } from './time.js';

/** Instants in the graph. */
export const DateTimeScalar = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  description: 'A point in time: RFC 3339, UTC, milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => new Date(value as Instant).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : null),
});

function parseDateTime(value: unknown): Instant {
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? parseInstant(value) : null;
  if (at === null) throw new GraphQLError('DateTime takes an RFC 3339 time, such as "2026-01-31T12:00:00Z".');
  return at;
}

/** Lengths of time in the graph; milliseconds within. */
export const DurationScalar = new GraphQLScalarType<number, string>({
  name: 'Duration',
  description: 'A length of time as Kubernetes and Prometheus write it: 500ms, 30s, 5m, 1h30m, 4d.',
  serialize: (value) => formatDuration(value as number),
  parseValue: parseDurationInput,
  parseLiteral: (node) => parseDurationInput(node.kind === Kind.STRING ? node.value : null),
});

function parseDurationInput(value: unknown): number {
  const duration = typeof value === 'string' ? parseDuration(value) : null;
  if (duration === null) throw new GraphQLError('Duration takes a length of time, such as "30s", "5m" or "1h30m".');
  return duration;
}

/** A position in the stream of changes. */
export const CursorScalar = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'A position in the stream of changes. Opaque; valid until the server says CURSOR_EXPIRED.',
  serialize: String,
  parseValue: parseCursor,
  parseLiteral: (node) => parseCursor(node.kind === Kind.STRING ? node.value : null),
});

function parseCursor(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new GraphQLError('Cursor takes a cursor that this server gave.');
  return value;
}
