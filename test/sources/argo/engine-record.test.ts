import type { SourceEvent } from '../../../src/model/facts.js';
import { instant } from '../../../src/model/time.js';
import { argoConfigSchema } from '../../../src/sources/argo/argo.config.js';
import { EngineRecord } from '../../../src/sources/argo/engine-record.js';
import { QueueBook } from '../../../src/sources/argo/queue-book.js';

const [SEEN, LATER, LAST] = [instant(1_000), instant(20_000), instant(40_000)];

it('how the Lease is seen makes nothing younger that is known of the engine', () => {
  const { load } = new QueueBook();
  const engine = new EngineRecord(argoConfigSchema.parse({ name: 'pipelines' }));
  const aged = (events: Iterable<SourceEvent>): unknown =>
    [...events].map((event) => ({
      observedAt: 'observedAt' in event ? event.observedAt : 'gone',
      facts: 'facts' in event ? event.facts : null,
    }));
  expect(aged(engine.takeLeaseSight('ok', load, SEEN))).toEqual([]);
  expect(aged(engine.takeLoad(load, SEEN))).toMatchObject([{ observedAt: SEEN, facts: { leaseUnavailable: null } }]);
  expect(aged(engine.takeLeaseSight('lost', load, LATER))).toMatchObject([
    { observedAt: SEEN, facts: { leaseUnavailable: 'probe failed' } },
  ]);
  expect(aged(engine.takeLeaseSight('lost', load, LATER))).toEqual([]);
  expect(aged(engine.takeLeaseSight('ok', load, LAST))).toMatchObject([
    { observedAt: SEEN, facts: { leaseUnavailable: null, leaseBackAt: LAST } },
  ]);
});
