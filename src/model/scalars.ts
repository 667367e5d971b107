import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { formatDuration, parseDuration } from './duration.js';
import { type Instant, parseInstant } from './time.js';

/** Instants in the graph. */
export const DateTimeScalar = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  description: 'A point in time: RFC 3339, UTC, milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: writeDateTime,
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : null),
});

/** What RFC 3339 can write: the years 0000 to 9999. A time beyond is answered as its bound. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

function writeDateTime(value: unknown): string {
  if (typeof value !== 'number' || Number.isNaN(value)) throw new TypeError('This is no point in time.');
  return new Date(Math.min(Math.max(value, EARLIEST), LATEST)).toISOString();
}

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

function parseDateTime(value: unknown): Instant {
  const [text, date = ''] = (typeof value === 'string' ? RFC_3339.exec(value) : null) ?? [];
  const at = text === undefined || !isDate(date) ? null : parseInstant(text.toUpperCase());
  if (at === null) throw new GraphQLError('DateTime takes an RFC 3339 time, such as "2026-01-31T12:00:00Z".');
  return at;
}

/** Whether there is such a day: JavaScript takes the 30th of February for the 2nd of March. */
function isDate(text: string): boolean {
  const midnight = parseInstant(`${text}T00:00:00Z`);
  return midnight !== null && new Date(midnight).toISOString().startsWith(text);
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
