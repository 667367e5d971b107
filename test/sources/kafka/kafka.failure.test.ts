import { kafkaConfigSchema } from '../../../src/sources/kafka/kafka.config.js';
import { SilentBroker, UnreadableAnswer, failureOf, lackBehind } from '../../../src/sources/kafka/kafka.failure.js';
import { ERROR, RefusedQuestion, UnknownQuestion } from '../../../src/sources/kafka/kafka.question.js';

const BROKER = { name: 'k:9092', host: 'k', port: 9092 };
const cluster = { name: 'events', brokers: ['k'] };
const sasl = { mechanism: 'SCRAM-SHA-512', user: 'vitals', password: 'c4n4ry' };
const config = kafkaConfigSchema.parse({ ...cluster, sasl });

/** As the library tells it: an error of its own, and behind it what came from below. */
function told(code: string, below?: string): Error {
  const cause = below === undefined ? undefined : Object.assign(new Error('c4n4ry'), { code: below });
  return Object.assign(new Error('c4n4ry', { cause }), { code });
}

const broken = (below?: string): Error => told('PLT_KFK_NETWORK', below);

describe('why a broker brought nothing', () => {
  it.each<[string, Error, string, string]>([
    ['nobody', told('PLT_KFK_AUTHENTICATION'), 'forbidden', 'k:9092 does not accept user "vitals" by SCRAM-SHA-512.'],
    ['own certificate', broken('DEPTH_ZERO_SELF_SIGNED_CERT'), 'invalid', 'TLS with k:9092 fails (DEPTH_ZERO_SELF_SIGNED_CERT).'], // prettier-ignore
    ['refused', broken('ECONNREFUSED'), 'lost', 'k:9092 refuses connections.'],
    ['a name nobody knows', broken('ENOTFOUND'), 'lost', 'The name "k" cannot be resolved (ENOTFOUND).'],
    ['no way', broken('EHOSTUNREACH'), 'lost', 'There is no way to k:9092 (EHOSTUNREACH).'],
    ['cut', broken('ECONNRESET'), 'lost', 'The connection to k:9092 broke (ECONNRESET).'],
    ['not asked', broken('EMFILE'), 'hindered', 'Vitals itself cannot open one more connection: it has no file descriptors left.'], // prettier-ignore
    ['ended', broken(), 'lost', 'The connection to k:9092 broke.'],
    ['a code that is none', broken('c4n4ry and more'), 'lost', 'The connection to k:9092 broke.'],
    ['late', told('PLT_KFK_TIMEOUT'), 'lost', 'k:9092 gave no answer within 2s.'],
    ['late over TLS that fails', told('PLT_KFK_TIMEOUT', 'EPROTO'), 'invalid', 'TLS with k:9092 fails (EPROTO).'],
    ['late for want of descriptors', told('PLT_KFK_TIMEOUT', 'EMFILE'), 'hindered', 'Vitals itself cannot open one more connection: it has no file descriptors left.'], // prettier-ignore
    ['called off', new Error('c4n4ry', { cause: new SilentBroker() }), 'lost', 'k:9092 gave no answer within 2s.'],
    ['half an answer', new UnreadableAnswer('c4n4ry'), 'invalid', 'What k:9092 answers is not what Kafka answers, or half of it.'], // prettier-ignore
    ['not allowed', new RefusedQuestion(31), 'forbidden', 'k:9092 does not let Vitals see that (Kafka error 31).'],
    ['not well', new RefusedQuestion(8), 'lost', 'k:9092 answers with Kafka error 8.'],
  ])('%s', (_, error, state, message) => {
    expect(failureOf(error, BROKER, config)).toEqual({ state, message });
  });

  it('is that it asks who we are, where nothing is configured', () => {
    expect(failureOf(told('PLT_KFK_AUTHENTICATION'), BROKER, kafkaConfigSchema.parse(cluster))).toEqual({
      state: 'forbidden',
      message: 'k:9092 asks who we are, and no sasl is configured.',
    });
  });
});

describe('why one answer is missing, while others came', () => {
  it.each<[Error, string]>([
    [new UnknownQuestion(), 'unsupported'],
    [new RefusedQuestion(ERROR.UNSUPPORTED_VERSION), 'unsupported'],
    [new RefusedQuestion(ERROR.TOPIC_AUTHORIZATION_FAILED), 'forbidden'],
    [new RefusedQuestion(ERROR.GROUP_AUTHORIZATION_FAILED), 'forbidden'],
    [new RefusedQuestion(ERROR.CLUSTER_AUTHORIZATION_FAILED), 'forbidden'],
    [new RefusedQuestion(8), 'probe failed'],
    [new SilentBroker(), 'probe failed'],
  ])('%s', (error, lack) => {
    expect(lackBehind(error)).toBe(lack);
  });
});
