import { HealthStatus, type Reading } from '../../../src/model/health.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { MINUTE, type Milliseconds, SECOND } from '../../../src/model/time.js';
import { FindingReason } from '../../../src/model/finding-reason.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { LimitSettings } from '../../../src/registry/limit-book.js';
import { cluster, partition, source, topic } from '../kafka/kafka-world.js';
import { EXPORT, type Picture, connectWorld, see } from './connect-world.js';
import type { World } from '../../support/judged.js';

const LOOK = 10 * SECOND;
const SKIPPING: Picture['connector'] = { toleratesErrors: true, deadLetterTopic: 'dead' };

/** What stood in topics after each look, by the name of the topic; the last holds on. */
type Written = Readonly<Record<string, number | null>>;

/** One connector, and topics that are looked at with it every ten seconds. */
class Skipping {
  readonly world: World;

  constructor(
    private readonly connector: Picture['connector'] = SKIPPING,
    settings: Partial<LimitSettings> = {},
  ) {
    this.world = connectWorld(settings);
  }

  /** Lets time pass with so much written in topics, seen at its end as at every look before. */
  pass(time: Milliseconds, written: Written): this {
    for (let passed = 0; passed < time; passed += LOOK) {
      this.world.advance(LOOK);
      see(this.world, { connector: this.connector ?? {} });
      const now = this.world.clock.now();
      const topics = Object.entries(written).map(([name, count]) =>
        topic(now, name, [partition(0)], { written: count }),
      );
      this.world.see(cluster(now), source(now), ...topics);
    }
    return this;
  }

  get summary(): readonly string[] {
    return this.world.summary(EXPORT);
  }

  get reading(): Reading | undefined {
    return this.world.readings(EXPORT).find(({ signal }) => signal === SignalName.CONNECTOR_SKIPPED_RECORDS);
  }
}

const WARNING = ['CONNECTOR_RECORDS_SKIPPED WARNING'];

describe('a connector that goes on whatever a record is like', () => {
  it.each<[string, Picture['connector'], Written, Written, readonly string[], Partial<Reading> | undefined]>([
    ['puts nothing aside', SKIPPING, { dead: 7 }, { dead: 7 }, [], { value: 0 }],
    ['puts one record aside', SKIPPING, { dead: 7 }, { dead: 8 }, WARNING, { value: 1 }],
    ['puts many aside', SKIPPING, { dead: 0 }, { dead: 900 }, WARNING, { value: 900 }],
    ['has a topic that lost its last records', SKIPPING, { dead: 1_203_445 }, { dead: 1_203_442 }, [], { value: 0 }],
    ['has a topic that was made anew with records', SKIPPING, { dead: 7 }, { dead: 3 }, [], { value: 0 }],
    ['has a topic that was made anew', SKIPPING, { dead: 7 }, { dead: 0 }, [], { value: 0 }],
    ['has a topic that cannot be counted', SKIPPING, { dead: null }, { dead: null }, [], { value: null, unavailable: 'warming up' }], // prettier-ignore
    ['has a topic that is not there', SKIPPING, { other: 1 }, { other: 9 }, [], { value: null, unavailable: 'probe failed' }], // prettier-ignore
    ['has no topic for them', { ...SKIPPING, deadLetterTopic: null }, { dead: 1 }, { dead: 9 }, [], { value: null, unavailable: 'unsupported' }], // prettier-ignore
    ['is of an unknown Kafka', { ...SKIPPING, kafka: null }, { dead: 1 }, { dead: 9 }, [], { value: null, unavailable: 'not configured' }], // prettier-ignore
    ['does not: it stops at the first', { ...SKIPPING, toleratesErrors: false }, { dead: 1 }, { dead: 9 }, [], undefined], // prettier-ignore
  ])('%s', (_, connector, before, after, findings, reading) => {
    const skipping = new Skipping(connector).pass(6 * MINUTE, before).pass(MINUTE, after);
    expect(skipping.summary).toEqual(findings);
    expect(skipping.world.status(EXPORT)).toBe(findings.length === 0 ? HealthStatus.HEALTHY : HealthStatus.DEGRADED);
    if (reading === undefined) expect(skipping.reading).toBeUndefined();
    else expect(skipping.reading).toMatchObject(reading);
  });

  it('is told at the look that finds the first record, and says how many there are', () => {
    const skipping = new Skipping().pass(6 * MINUTE, { dead: 7 });
    const message = (): string | undefined => skipping.world.findings(EXPORT)[0]?.message;
    expect(message()).toBeUndefined();
    skipping.pass(LOOK, { dead: 8 });
    expect(message()).toBe('It has put aside 1 record that it could not work on.');
    skipping.pass(LOOK, { dead: 10 });
    expect(message()).toBe('It has put aside 3 records that it could not work on.');
  });

  it('is told for five minutes after the last record, and by time alone no longer', () => {
    const skipping = new Skipping().pass(6 * MINUTE, { dead: 7 }).pass(LOOK, { dead: 8 });
    skipping.world.advance(5 * MINUTE - SECOND);
    expect(skipping.summary).toEqual(WARNING);
    skipping.world.advance(SECOND);
    expect(skipping.summary).toEqual([]);
    expect(skipping.world.status(EXPORT)).toBe(HealthStatus.HEALTHY);
  });

  it.each<[string, number]>([
    ['lost its last records', 1_203_442],
    ['was made anew', 0],
  ])('is told of what comes after its topic %s', (_, left) => {
    const skipping = new Skipping().pass(6 * MINUTE, { dead: 1_203_445 }).pass(MINUTE, { dead: left });
    expect(skipping.summary).toEqual([]);
    expect(skipping.pass(LOOK, { dead: left + 2 }).summary).toEqual(WARNING);
    expect(skipping.reading).toMatchObject({ value: 2 });
  });

  it('is told no longer because its topic lost its last records', () => {
    const skipping = new Skipping().pass(6 * MINUTE, { dead: 7 }).pass(LOOK, { dead: 9 });
    skipping.world.advance(MINUTE - LOOK);
    skipping.pass(LOOK, { dead: 8 }).world.advance(4 * MINUTE - SECOND);
    expect(skipping.summary).toEqual(WARNING);
    skipping.world.advance(SECOND);
    expect(skipping.summary).toEqual([]);
  });

  it('is told without a break while records keep coming less than five minutes apart', () => {
    const skipping = new Skipping().pass(6 * MINUTE, { dead: 0 });
    for (let count = 1; count <= 5; count += 1) {
      skipping.pass(LOOK, { dead: count });
      for (let looks = 0; looks < 23; looks += 1) expect(skipping.pass(LOOK, { dead: count }).summary).toEqual(WARNING);
    }
  });

  it('before five minutes are known has no reading yet, and is told all the same', () => {
    const skipping = new Skipping().pass(MINUTE, { dead: 7 });
    expect(skipping.reading).toMatchObject({ value: null, unavailable: 'warming up' });
    expect(skipping.pass(MINUTE, { dead: 9 }).summary).toEqual(WARNING);
  });

  const windowed = (window: Milliseconds, name?: string): Partial<LimitSettings> => {
    const where = name === undefined ? {} : { name };
    return {
      overrides: [{ reason: FindingReason.CONNECTOR_RECORDS_SKIPPED, where, values: { window }, origin: 'limits[0]' }],
    };
  };

  it('counts over a shorter window where one is configured', () => {
    const skipping = new Skipping(SKIPPING, windowed(MINUTE)).pass(6 * MINUTE, { dead: 7 }).pass(LOOK, { dead: 8 });
    expect(skipping.summary).toEqual(WARNING);
    expect(skipping.pass(MINUTE, { dead: 8 }).summary).toEqual([]);
  });

  it.each([undefined, 'exp*'])('counts over a longer one, were it for some connectors only: %s', (name) => {
    const skipping = new Skipping(SKIPPING, windowed(20 * MINUTE, name)).pass(21 * MINUTE, { dead: 7 });
    expect(skipping.pass(LOOK, { dead: 8 }).pass(18 * MINUTE, { dead: 8 }).summary).toEqual(WARNING);
    expect(skipping.reading).toMatchObject({ value: 1, unavailable: null });
    expect(skipping.pass(4 * MINUTE, { dead: 8 }).summary).toEqual([]);
  });

  it('does not count what other connectors put aside elsewhere', () => {
    const skipping = new Skipping().pass(6 * MINUTE, { dead: 7, other: 1 });
    expect(skipping.pass(MINUTE, { dead: 7, other: 50 }).summary).toEqual([]);
    expect(skipping.world.registry.get(EXPORT)?.one('deadLetters', ResourceKind.TOPIC)?.main.name).toBe('dead');
  });
});
