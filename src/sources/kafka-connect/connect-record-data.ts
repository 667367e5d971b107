const HIDDEN = '***';

/** To the last of these, since a value may hold them too; to the end where there is none: a text may be cut. */
function upToLast(end: string): string {
  return String.raw`(?:.*(?=${end})|.*)`;
}

function pattern(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join(''), 'gi');
}

const ABORTED = String.raw`\s+was aborted`;
const KEY_SAYS = String.raw`\)\s+(?:already exists|is not present|is still referenced|is duplicated)`;

/** Where connectors, converters and drivers tell the record that they failed at; the first that begins hides the rest. */
const RECORDS: readonly (readonly [RegExp, string])[] = [
  // `SinkRecord{kafkaOffset=3} ConnectRecord{topic=…, value=Struct{…}}`, `ConsumerRecord(topic = …)`
  [/\b(\w*Record|Struct)\s?([{(]).*/g, `$1$2${HIDDEN}`],
  // JSON, and what Java makes of a map.
  [/\{\s*(?:"|'|[\w.-]+\s*[=:]).*/g, `{${HIDDEN}}`],
  [/\[\s*[{"].*/g, `[${HIDDEN}]`],
  [pattern(String.raw`(\bvalues?\s*)\(`, upToLast(ABORTED)), `$1(${HIDDEN})`],
  [
    pattern(String.raw`(\bupdate\s+\S{1,200}\s+set\s|\bdelete\s+from\s+\S{1,200}\s+where\s)`, upToLast(ABORTED)),
    `$1${HIDDEN}`,
  ],
  [/(\bfailing row contains\s*)\(.*/gi, `$1(${HIDDEN})`],
  [pattern(String.raw`(\bkey \(.{1,200}?\)=)\(`, String.raw`(?:.*(?=${KEY_SAYS})\)|.*)`), `$1(${HIDDEN})`],
  [/(\b(?:value|payload|body|key)\s?=\s?)\S.*/gi, `$1${HIDDEN}`],
];

/** Messages that quote what could not be read, or not be stored. */
const OF_DATA: readonly RegExp[] = [
  // PostgreSQL
  /invalid input (?:syntax|value)|out of range|malformed \w+ literal|invalid byte sequence|value too long/i,
  // MySQL, ClickHouse, SQL Server
  /duplicate (?:entry|key value is)|incorrect \w+ value|data truncat|cannot parse|conversion failed/i,
  // Java, and those who read JSON, Avro and dates
  /for input string|number ?format|unparseable|not be parsed|could not parse|unrecognized token|unexpected char|not a valid/i,
  /deseriali[sz]|converting|json(?:parse|mapping)exception|datatypeexception|cannot be cast/i,
];

/** Not the apostrophe within a word. */
const QUOTED = /(?<!\w)["'`].*["'`]|(?<!\w)["'`].*/;

/**
 * A line of an exception without the data of records, as far as those can be known by where they stand: what it is about (class,
 * statement, table and columns before the values) stays.
 */
export function withoutRecords(line: string): string {
  const text = RECORDS.reduce((told, [record, hidden]) => told.replace(record, hidden), line);
  return OF_DATA.some((kind) => kind.test(text)) ? text.replace(QUOTED, HIDDEN) : text;
}
