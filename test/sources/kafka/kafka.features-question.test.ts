import { Reader } from '@platformatic/kafka';
import { describeMetadataLevel, metadataLevelQuestion } from '../../../src/sources/kafka/kafka.features-question.js';

/** What Kafka 4.1.2 answers to ApiVersions 3, without its header. */
const RECORDED = Buffer.from(
  '00004a00000000000d000001000400120000020001000a0000030000000d000008000200090000090001000900000a0000000600000b0000000900000c0000000400000d0000000500000e0000000500000f000000060000100000000500001100000001000012000000040000130002000700001400010006000015000000020000160000000500001700020004000018000000050000190000000400001a0000000500001b0001000100001c0000000500001d0001000300001e0001000300001f000100030000200001000400002100000002000022000100020000230001000400002400000002000025000000030000260001000300002700010002000028000100020000290001000300002a0000000200002b0000000200002c0000000100002d0000000100002e0000000000002f0000000000003000000001000031000000010000320000000000003300000000000037000000020000390000000200003c0000000200003d00000000000040000000000000410000000000004200000002000044000000010000450000000100004a0000000100004b0000000000004c0001000100004d0001000100004e0001000100004f000100010000500000000000005100000000000053000000000000540000000000005500000000000056000000000000570000000000005a0000000000005b0000000000005c00000000000000000003001702116d657461646174612e76657273696f6e0007001b000108000000000000092d0269050e67726f75702e76657273696f6e0001000100147472616e73616374696f6e2e76657273696f6e000200020021656c696769626c652e6c65616465722e7265706c696361732e76657273696f6e0001000100116d657461646174612e76657273696f6e001b001b00',
  'hex',
);

function read(answer: Buffer): number | null {
  const [spoken] = metadataLevelQuestion.versions;
  if (spoken === undefined) throw new Error('There is no such question.');
  return spoken.read(Reader.from(answer), spoken.version);
}

/** An answer that knows no requests, and has these tagged fields. */
function answer(...fields: readonly (readonly number[])[]): Buffer {
  return Buffer.from([0, 0, 1, 0, 0, 0, 0, fields.length, ...fields.flat()]);
}

const NAME = [...Buffer.from('metadata.version')];
const finalized = (level: number): readonly number[] => [2, 23, 2, 17, ...NAME, 0, level, 0, level, 0];
const epoch = (...last: readonly number[]): readonly number[] => [1, 8, ...last];

it('is read as Kafka 4.1.2 tells it', () => {
  expect(describeMetadataLevel(read(RECORDED) ?? 0)).toBe('metadata 4.1-IV1');
});

it.each<[string, Buffer, number | null]>([
  ['nothing is said of features', answer(), null],
  ['it was agreed upon', answer(epoch(0, 0, 0, 0, 0, 0, 0, 9), finalized(21)), 21],
  ['something unknown stands between', answer(epoch(0, 0, 0, 0, 0, 0, 0, 0), finalized(7), [9, 2, 1, 1]), 7],
  ['it is not valid yet', answer(epoch(255, 255, 255, 255, 255, 255, 255, 255), finalized(21)), null],
  ['other features only', answer(epoch(0, 0, 0, 0, 0, 0, 0, 9), [2, 1, 1]), null],
])('where %s', (_, bytes, level) => {
  expect(read(bytes)).toBe(level);
});

it.each([
  [1, 'metadata 3.0-IV1'],
  [7, 'metadata 3.3-IV3'],
  [14, 'metadata 3.6-IV2'],
  [21, 'metadata 3.9-IV0'],
  [25, 'metadata 4.0-IV3'],
  [27, 'metadata 4.1-IV1'],
  [29, 'metadata 4.2-IV1'],
  [99, 'metadata level 99'],
])('level %i is %s', (level, name) => {
  expect(describeMetadataLevel(level)).toBe(name);
});
