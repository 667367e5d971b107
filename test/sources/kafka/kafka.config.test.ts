import { kafkaConfigSchema } from '../../../src/sources/kafka/kafka.config.js';

const LEAST = { name: 'events', brokers: ['kafka-0'] };

describe('the configuration of a cluster', () => {
  it('needs a name and a broker; the rest has defaults', () => {
    expect(kafkaConfigSchema.parse(LEAST)).toEqual({
      name: 'events',
      brokers: [{ name: 'kafka-0:9092', host: 'kafka-0', port: 9092 }],
      tls: null,
      sasl: null,
      interval: 10_000,
      deadline: 2_000,
      kubernetes: null,
      labels: {},
    });
  });

  it('reads a password when it is used', () => {
    const sasl = { mechanism: 'SCRAM-SHA-512', user: 'vitals', password: 'opensesame' };
    const read = kafkaConfigSchema.parse({ ...LEAST, sasl });
    expect(read.sasl?.secret?.read()).toBe('opensesame');
    expect(JSON.stringify(read)).not.toContain('opensesame');
  });

  it.each<[string, object, string]>([
    ['no broker', { brokers: [] }, 'brokers'],
    ['a broker twice', { brokers: ['a:9092', 'a'] }, 'a broker is named twice'],
    ['no address', { brokers: ['a b'] }, 'is no address'],
    ['an unknown key', { topics: [] }, 'topics'],
    ['an unknown mechanism', { sasl: { mechanism: 'GSSAPI', user: 'a', password: 'b' } }, 'mechanism'],
    ['no password', { sasl: { mechanism: 'PLAIN', user: 'a' } }, 'one of password and passwordFile'],
    ['two passwords', { sasl: { mechanism: 'PLAIN', user: 'a', password: 'b', passwordFile: 'c' } }, 'one of password and passwordFile'], // prettier-ignore
    ['too hasty', { interval: '10ms' }, 'is at least 1s'],
  ])('refuses %s', (_, different, message) => {
    const { error } = kafkaConfigSchema.safeParse({ ...LEAST, ...different });
    expect(JSON.stringify(error?.issues)).toContain(message);
  });
});
