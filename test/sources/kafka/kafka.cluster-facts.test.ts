import type { SightState } from '../../../src/model/source.js';
import type { Instant } from '../../../src/model/time.js';
import { NEVER_SEEN, clusterFacts } from '../../../src/sources/kafka/kafka.cluster-facts.js';

const [BEFORE, AT] = [1_000 as Instant, 2_000 as Instant];
const SWEEP: Parameters<typeof clusterFacts>[1] = {
  at: AT,
  cluster: { clusterId: 'abc', controllerId: 2 },
  controllerId: { value: 1 },
  metadataLevel: { value: null },
  registered: { value: [] },
};

describe('what a sweep tells of a cluster', () => {
  it.each<[SightState, Instant | null, Instant | null, object]>([
    ['ok', null, AT, {}],
    ['ok', BEFORE, AT, {}],
    ['forbidden', null, null, { topics: 'forbidden' }],
    ['forbidden', BEFORE, BEFORE, { topics: 'forbidden' }],
    ['lost', BEFORE, BEFORE, { topics: 'probe failed' }],
  ])('while its topics are %s, and were seen at %s', (topics, topicsSeenAt, expected, unavailable) => {
    const facts = clusterFacts({ ...NEVER_SEEN, topicsSeenAt }, SWEEP, topics, null);
    expect(facts).toMatchObject({ clusterId: 'abc', controllerId: 1, topicsSeenAt: expected });
    expect(facts.unavailable).toEqual(unavailable);
  });

  it('says what else is missing, and takes the controller from the metadata where nobody else may know it', () => {
    const sweep = { ...SWEEP, controllerId: { lack: 'unsupported' }, registered: { lack: 'forbidden' } } as const;
    expect(clusterFacts(NEVER_SEEN, sweep, 'ok', 'probe failed')).toMatchObject({
      controllerId: 2,
      unavailable: { controllerId: 'unsupported', registered: 'forbidden', minInSync: 'probe failed' },
    });
    expect(clusterFacts(NEVER_SEEN, { ...SWEEP, controllerId: { lack: 'forbidden' } }, 'ok', null).controllerId).toBeNull(); // prettier-ignore
  });
});
