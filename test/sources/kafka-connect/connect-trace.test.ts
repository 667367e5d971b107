import { firstLine, rootCause } from '../../../src/sources/kafka-connect/connect-trace.js';

it.each<[string, string | null, string | null]>([
  ['nothing', null, null],
  ['nothing but space', '  \n\n', null],
  ['the first of its lines', 'org.apache.kafka.connect.errors.ConnectException: Tolerance exceeded in error handler\n\tat org.apache.kafka.connect.runtime.errors.X\n', 'org.apache.kafka.connect.errors.ConnectException: Tolerance exceeded in error handler'], // prettier-ignore
  ['an object’s identity', 'Unexpected com.example.Thing@1a2b3c', 'Unexpected com.example.Thing@1a2b3c'],
  ['an address for people', 'ask data@example.com', 'ask data@example.com'],
])('tells %s', (_, trace, told) => {
  expect(firstLine(trace)).toBe(told);
});

it.each<[string, string | null, string | null]>([
  ['nothing', null, null],
  ['a trace without causes', 'a.B: no\n\tat a.C', null],
  ['one cause', 'a.B: no\n\tat a.C\nCaused by: d.E: refused\n\tat d.F\n\t... 10 more\n', 'd.E: refused'],
  [
    'the last of causes',
    'a.B: no\nCaused by: d.E: x\n\tat d.F\nCaused by: g.H: password=Hunter2\n',
    'g.H: password=***',
  ],
  ['no word within a line', 'a.B: Caused by: nothing\n', null],
])('tells the root cause of %s', (_, trace, told) => {
  expect(rootCause(trace)).toBe(told);
});

it.each<[string, string]>([
  ['user and password of a URL', 'cannot reach jdbc:postgresql://vitals:Hunter2@db:5432/x'],
  ['a password with every sign in it', 'cannot reach jdbc:postgresql://u:Hu/n@te:r2/Hunter2@db/x'],
  ['a user without a password', 'cannot reach mongodb+srv://Hunter2@db/x'],
  ['a connect string of Oracle', 'ORA-01017 jdbc:oracle:thin:scott/Hunter2@//db:1521/x'],
  ['a parameter of a URL', 'jdbc:mysql://db/x?user=a&password=Hunter2&ssl=true failed'],
  ['a parameter with an @ in it', 'jdbc:mysql://db/x?password=a@Hunter2 failed'],
  ['a setting', 'Invalid value for ssl.keystore.password = Hunter2'],
  ['a setting in quotes', 'PlainLoginModule required username="u" password="Hun ter2 Hunter2";'],
  ['a setting in quotes that is cut', 'password="Hun ter2 Hunter2'],
  ['a value that holds an escaped quote', String.raw`password="a\"Hunter2" x`],
  ['JSON', '{"name":"x","connection.password":"Hunter2","y":1}'],
  ['a map', '{user=a, secretAccessKey=Hunter2, b=c}'],
  ['a sentence', "The password is 'Hunter2'"],
  ['a header', 'Authorization: Basic SHVudGVyMg== was refused, and so was Bearer Hunter2'],
  ['a token', 'token: Hunter2'],
  ['an API key', 'api_key=Hunter2'],
  ['a JSON web token', 'refused eyJHunter2.eyJzdWIiOiJ4In0.abc'],
  ['a key of AWS', 'no such key AKIAHUNTER2HUNTER2HU'],
  ['a short name', 'refused user=a pw=Hunter2'],
  ['what is said of a user', 'password for user admin: Hunter2'],
  ['what was refused', 'PASSWORD Hunter2 rejected'],
  ['a value that Kafka cannot use', 'Invalid value Hunter2 for configuration connection.password: too short'],
  ['a key in one line', 'cannot read -----BEGIN PRIVATE KEY-----Hunter2 Hunter2-----END PRIVATE KEY-----'],
  ['the path of a hook', 'POST https://hooks.example.com/services/T0/B0/Hunter2 failed'],
  ['a token of GitHub', 'refused ghp_Hunter2Hunter2Hunter2'],
  ['a setting of JAAS', 'sasl.jaas.config=org.apache.X required password=Hunter2;'],
  ['a word that is cut in two', `${'x '.repeat(480)}jdbc:postgresql://u:${'Hunter2'.repeat(20)}@db/x`],
])('hides %s', (_, trace) => {
  const told = firstLine(trace) ?? '';
  expect(told).not.toMatch(/hunter2|SHVudGVyMg/i);
  expect(told).not.toBe('');
});

it('says where it could not connect to, without who', () => {
  expect(firstLine('Cannot reach jdbc:postgresql://vitals:Hunter2@db.example.com:5432/meta: refused')).toBe(
    'Cannot reach jdbc:postgresql://***@db.example.com:5432/meta: refused',
  );
});

it.each<[string, string, string]>([
  ['the values of a statement', 'java.sql.BatchUpdateException: Batch entry 0 INSERT INTO "users" ("id","mail") VALUES (1,\'a (b)\') was aborted: ERROR: null value', 'java.sql.BatchUpdateException: Batch entry 0 INSERT INTO "users" ("id","mail") VALUES (***) was aborted: ERROR: null value'], // prettier-ignore
  ['a key', 'ERROR: duplicate key: Key (mail)=(a@example.com) already exists.', 'ERROR: duplicate key: Key (mail)=(***) already exists.'], // prettier-ignore
  ['what is no JSON', "JsonParseException: Unrecognized token 'Hunter2': was expecting", "JsonParseException: Unrecognized token ***: was expecting"], // prettier-ignore
  ['values with an end of their own', "Batch entry 0 INSERT INTO t (a) VALUES ('x) was aborted: Hunter2') was aborted: ERROR: no", 'Batch entry 0 INSERT INTO t (a) VALUES (***) was aborted: ERROR: no'], // prettier-ignore
  ['values before the rest of a statement', "INSERT INTO t (a) VALUES ('Hunter2') ON CONFLICT DO NOTHING", 'INSERT INTO t (a) VALUES (***)'], // prettier-ignore
  ['several rows of values', "INSERT INTO t VALUES (1, 'x'), (2, 'Hunter2')", 'INSERT INTO t VALUES (***)'],
  ['values that are cut', "INSERT INTO t VALUES (1, 'Hunter2", 'INSERT INTO t VALUES (***)'],
  ['what is set', `Batch entry 3 UPDATE "t" SET "a"='Hunter2' WHERE "id"=7 was aborted: ERROR: no`, 'Batch entry 3 UPDATE "t" SET *** was aborted: ERROR: no'], // prettier-ignore
  ['what is deleted', "DELETE FROM t WHERE mail='Hunter2'", 'DELETE FROM t WHERE ***'],
  ['a failing row', 'ERROR: null value in column "a" violates not-null constraint Detail: Failing row contains (1, Hunter2 (x), null).', 'ERROR: null value in column "a" violates not-null constraint Detail: Failing row contains (***)'], // prettier-ignore
  ['a key of an expression', 'Key (lower(mail))=(Hunter2 (b) x) already exists.', 'Key (lower(mail))=(***) already exists.'], // prettier-ignore
  ['two keys', 'Key (a)=(Hunter2) conflicts with existing key (a)=(Hunter2).', 'Key (a)=(***)'],
  ['input that is no number', 'PSQLException: ERROR: invalid input syntax for type integer: "Hunter2 "quoted" x"', 'PSQLException: ERROR: invalid input syntax for type integer: ***'], // prettier-ignore
  ['a number that is too large', 'ERROR: value "777" is out of range for type integer', 'ERROR: value *** is out of range for type integer'], // prettier-ignore
  ['a number of Java', 'java.lang.NumberFormatException: For input string: "Hunter2"', 'java.lang.NumberFormatException: For input string: ***'], // prettier-ignore
  ['an entry of MySQL', "Duplicate entry 'Hunter2' for key 'users.mail'", 'Duplicate entry ***'],
  ['a date', "DateTimeParseException: Text 'Hunter2' could not be parsed at index 0", 'DateTimeParseException: Text *** could not be parsed at index 0'], // prettier-ignore
  ['a record of a sink', "Cannot write SinkRecord{kafkaOffset=3} ConnectRecord{topic='t', value=Struct{mail=Hunter2}}", 'Cannot write SinkRecord{***'], // prettier-ignore
  ['a record of a consumer', 'Failed at ConsumerRecord(topic = t, key = Hunter2, value = x)', 'Failed at ConsumerRecord(***'], // prettier-ignore
  [
    'a body of JSON',
    'DataException: no schema for {"mail":"Hunter2","x":{"y":1}}',
    'DataException: no schema for {***}',
  ],
  ['a list of JSON', 'DataException: no schema for [{"mail":"Hunter2"}]', 'DataException: no schema for [***]'],
  ['a map of Java', 'DataException: no schema for {mail=Hunter2, x=1}', 'DataException: no schema for {***}'],
  ['a value', 'Error with key=7, value=Hunter2 and more', 'Error with key=***'],
])('keeps the record to itself: %s', (_, line, told) => {
  expect(firstLine(line)).toBe(told);
});

it.each<string>([
  "java.sql.SQLSyntaxErrorException: Table 'shop.orders' doesn't exist",
  'PSQLException: ERROR: relation "orders" does not exist',
  'PSQLException: ERROR: column "age" is of type integer but expression is of type text',
  'PSQLException: Connection to db.example.com:5432 refused. Check that the hostname and port are correct.',
  'ERROR: null value in column "a" of relation "t" violates not-null constraint',
  'ConnectException: Sink connector may not have tasks.max (2) above the number of partitions [orders-0]',
])('tells what is no data: %s', (line) => {
  expect(firstLine(line)).toBe(line);
});

it('is bounded, and quick with what is made to be slow', () => {
  const begin = performance.now();
  for (const text of [
    'a'.repeat(1e6),
    '@:/'.repeat(3e5),
    'password'.repeat(1e5),
    `password="${'\\'.repeat(1e5)}`,
    'values ('.repeat(1e5),
    'key (a)=('.repeat(1e5),
    '{a='.repeat(1e5),
  ])
    expect(firstLine(text)?.length ?? 0).toBeLessThanOrEqual(300);
  expect(performance.now() - begin).toBeLessThan(1_000);
});
