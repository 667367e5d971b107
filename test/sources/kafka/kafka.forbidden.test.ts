import { Reader, Writer } from '@platformatic/kafka';
import type { Instant } from '../../../src/model/time.js';
import { ForbiddenParts } from '../../../src/sources/forbidden-parts.js';
import type { ClusterDescription, MinInSyncAnswer } from '../../../src/sources/kafka/kafka.answers.js';
import { descriptionQuestion, minInSyncQuestion } from '../../../src/sources/kafka/kafka.cluster-questions.js';
import { type Forbidden, forbiddenParts } from '../../../src/sources/kafka/kafka.forbidden.js';
import { type Question } from '../../../src/sources/kafka/kafka.question.js';

const DESCRIBE = 0b1_0000_0000;
const ALTER = 0b1000_0000;
const NOT_TOLD = -2_147_483_648;

function readAs<T>(question: Question<never, T>, version: number, body: Writer): T {
  const spoken = question.versions.find((one) => one.version === version);
  if (spoken === undefined) throw new Error('It is not spoken.');
  const reader = Reader.from(body.buffer);
  const answer = spoken.read(reader, version);
  return answer;
}

/** One broker, which is fenced where that is told, as DescribeCluster answers it. */
function description(version: number, operations: number): Writer {
  const body = Writer.create().appendInt32(0).appendInt16(0).appendString(null);
  if (version >= 1) body.appendInt8(1);
  body.appendString('abc').appendInt32(1);
  body.appendArray([1], (item) => {
    item.appendInt32(1).appendString('kafka-1').appendInt32(9_092).appendString(null);
    if (version >= 2) item.appendBoolean(true);
  });
  return body.appendInt32(operations).appendTaggedFields();
}

const BROKER = { id: 1, host: 'kafka-1', port: 9_092, rack: null, isFenced: true };

describe('what Vitals may do with a cluster', () => {
  it.each<[string, number, number, ClusterDescription]>([
    ['describe it', 2, DESCRIBE | ALTER, { registered: [BROKER], mayDescribe: true }],
    ['nothing', 2, 0, { registered: [BROKER], mayDescribe: false }],
    ['something else', 2, ALTER, { registered: [BROKER], mayDescribe: false }],
    ['is not told', 2, NOT_TOLD, { registered: [BROKER], mayDescribe: null }],
    ['describe it, before Kafka 4.0', 1, DESCRIBE, { registered: null, mayDescribe: true }],
    ['nothing, before Kafka 3.7', 0, 0, { registered: null, mayDescribe: false }],
  ])('%s', (_, version, operations, expected) => {
    expect(readAs<ClusterDescription>(descriptionQuestion, version, description(version, operations))).toEqual(expected); // prettier-ignore
  });

  it('is asked for', () => {
    const asked = descriptionQuestion.versions.map(({ version, write }) => [version, write().buffer.toString('hex')]);
    // Operations, that it is brokers we ask for, fenced ones too; no tagged fields.
    expect(asked).toEqual([
      [2, '01010100'],
      [1, '010100'],
      [0, '0100'],
    ]);
  });
});

describe('the configuration of topics', () => {
  const FORBIDDEN = 29;
  const UNKNOWN = 3;
  const configuration = (topics: readonly (readonly [name: string, errorCode: number])[]): Writer =>
    Writer.create()
      .appendInt32(0)
      .appendArray([...topics], (item, [name, errorCode]) => {
        item.appendInt16(errorCode).appendString(null).appendInt8(2).appendString(name);
        item.appendArray(errorCode === 0 ? ['2'] : [], (value, text) => {
          value.appendString('min.insync.replicas').appendString(text).appendBoolean(false).appendInt8(5);
          value
            .appendBoolean(false)
            .appendArray([], () => undefined)
            .appendInt8(3)
            .appendString(null);
        });
      })
      .appendTaggedFields();

  it('is known of some, forbidden of others, and of those that are not there it is neither', () => {
    const answer = configuration([['orders', 0], ['secret', FORBIDDEN], ['gone', UNKNOWN]]); // prettier-ignore
    expect(readAs<MinInSyncAnswer>(minInSyncQuestion, 4, answer)).toEqual({
      values: new Map([['orders', 2]]),
      forbidden: ['secret'],
    });
  });
});

describe('what may not be seen of a cluster', () => {
  const ALL: Forbidden = { isGroupListPartial: false, isController: false, groups: [], topics: [], brokers: [] };

  it.each<[Partial<Forbidden>, readonly string[]]>([
    [{}, []],
    [{ isGroupListPartial: true }, ['Without Describe on the cluster, consumer groups are left out that Vitals may not describe.']], // prettier-ignore
    [{ isController: true }, ['Vitals may not tell the controller (Describe on the cluster).']],
    [{ brokers: ['broker-1', 'broker-2'] }, ['Vitals may not read the log directories of broker-1, broker-2 (Describe on the cluster).']], // prettier-ignore
    [{ topics: ['orders'] }, ['Vitals may not read min.insync.replicas of 1 topic, orders (DescribeConfigs on topics).']], // prettier-ignore
    [{ groups: ['a', 'b'] }, ['Vitals may not read the offsets of 2 consumer groups, a, b (Describe on groups).']],
  ])('%j', (some, messages) => {
    expect(forbiddenParts({ ...ALL, ...some }).map(({ message }) => message)).toEqual(messages);
  });

  it('is a sight each, since it is so, as long as it is so', () => {
    const parts = new ForbiddenParts();
    const at = (now: number, some: Partial<Forbidden>): readonly unknown[] =>
      parts.sights(forbiddenParts({ ...ALL, ...some }), now as Instant).map(({ subject, since, state, kind }) => [subject, since, state, kind]); // prettier-ignore
    expect(at(1, { groups: ['a'] })).toEqual([['committed offsets', 1, 'forbidden', null]]);
    expect(at(2, { groups: ['a', 'b'], isController: true })).toEqual([
      ['controller', 2, 'forbidden', null],
      ['committed offsets', 1, 'forbidden', null],
    ]);
    expect(at(3, {})).toEqual([]);
    expect(at(4, { groups: ['a'] })).toEqual([['committed offsets', 4, 'forbidden', null]]);
  });
});
