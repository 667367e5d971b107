import { ResourceKind } from '../../src/model/kinds.js';
import { platformKinds } from '../../src/sources/platform.js';
import { sourceRules } from '../../src/sources/source.rules.js';
import { clusterSource, idOf, sight } from '../resolvers/graph-world.js';
import { judgedWorld } from '../support/judged.js';

const neverSeen = sight(ResourceKind.POD, {
  state: 'forbidden',
  message: 'forbidden: cannot list pods',
  contactAt: null,
});
const lostPods = sight(ResourceKind.POD, { state: 'lost', message: 'cannot watch pods' });
const refusedPods = sight(ResourceKind.POD, { state: 'forbidden', message: 'forbidden: cannot watch pods' });
const nodeId = idOf(ResourceKind.NODE, 'node-a');
const lostKubelet = sight(null, { state: 'lost', message: 'refuses', resourceId: nodeId });
// Nothing becomes unknown without it, and it comes and goes with its endpoint all the same.
const lostConfigMap = sight(null, { state: 'lost', message: 'cannot watch configmaps' });

describe('what a source sees in part', () => {
  const { id } = clusterSource();
  const world = () => judgedWorld({ kinds: platformKinds, rules: sourceRules }).see(clusterSource());

  it.each([
    ['an endpoint beside it is lost', lostKubelet, ['SOURCE_UNREACHABLE'], ['SOURCE_UNREACHABLE']],
    ['a list was always refused', neverSeen, ['SOURCE_FORBIDDEN'], ['SOURCE_FORBIDDEN']],
    ['a list is refused', refusedPods, [], ['SOURCE_FORBIDDEN']],
    ['a list of no kind is lost', lostConfigMap, [], ['SOURCE_UNREACHABLE']],
    ['a list is lost', lostPods, [], ['SOURCE_UNREACHABLE']],
  ])('is a finding when %s', (_, part, before, after) => {
    const seen = world()
      .see(clusterSource([part]))
      .advance(9_999);
    const reasons = (): string[] => seen.findings(id).map(({ reason }) => reason);
    expect(reasons()).toEqual(before);
    seen.advance(1);
    expect(reasons()).toEqual(after);
  });

  it.each([
    ['kubelets', 'lost', 'unable to verify the first certificate', /serverTLSBootstrap.* kubelets\.insecureSkipVerify/],
    ['kubelets', 'lost', 'self-signed certificate', /serverTLSBootstrap.* kubelets\.insecureSkipVerify/],
    ['kubelets', 'lost', 'connect ECONNREFUSED 10.99.0.1:10250', /^Look at whether it runs/],
    ['kubelets', 'forbidden', 'its certificate lets nobody in', /^Grant the permission/],
    ['kafka', 'lost', 'unable to verify the first certificate', /^Look at whether it runs/],
  ] as const)('is told what to do about it: %s, %s, %s', (of, state, why, advice) => {
    const message = `cannot get /stats/summary of the kubelet of certificate-7: ${why}`;
    const part = sight(null, { state, message, resourceId: nodeId });
    const kubelets = clusterSource([part], { name: `${of}/prod` });
    const [finding] = judgedWorld({ kinds: platformKinds, rules: sourceRules }).see(kubelets).findings(kubelets.id);
    expect(finding?.advice).toMatch(advice);
  });

  it.each([
    ['lost', []],
    ['forbidden', ['SOURCE_FORBIDDEN WARNING']],
    ['invalid', ['SOURCE_ANSWER_INVALID WARNING']],
    ['hindered', ['SOURCE_UNREACHABLE WARNING']],
  ] as const)('is, as a whole, its own finding unless it is its endpoint that is gone: %s', (state, findings) => {
    const seen = world().see(clusterSource([], { state, message: 'Because.' }));
    expect(seen.summary(id)).toEqual(findings);
    expect(seen.registry.get(id)?.isStale).toBe(true);
  });

  it('is told what to do about it where Vitals itself cannot ask', () => {
    const [finding] = world()
      .see(clusterSource([], { state: 'hindered', message: 'Because.' }))
      .findings(id);
    expect(finding?.message).toBe('Because.');
    expect(finding?.advice).toMatch(/^Let Vitals open more files/);
  });

  it('stands, each beside what Vitals itself cannot ask, which is said once', () => {
    const want = { state: 'hindered', message: 'We have none left.' } as const;
    const parts = [lostKubelet, neverSeen, sight(ResourceKind.NODE, want)];
    const seen = world().see(clusterSource(parts, want));
    const messages = seen.findings(id).map(({ message }) => message);
    expect(messages.sort()).toEqual(['We have none left.', 'forbidden: cannot list pods', 'refuses']);
    seen.see(
      clusterSource(
        parts.map((part) => ({ ...part, ...want })),
        want,
      ),
    );
    expect(seen.summary(id)).toEqual(['SOURCE_UNREACHABLE WARNING']);
  });

  it('is none while lists come and go with their endpoint', () => {
    const seen = world();
    seen.see(clusterSource([lostPods])).advance(1_000);
    seen.see(clusterSource([lostPods], { state: 'lost' })).advance(60_000);
    seen.see(clusterSource([refusedPods])).advance(9_999);
    seen.see(clusterSource());
    expect(seen.changes.flatMap(({ raised }) => raised)).toEqual([]);
    expect(seen.findings(id)).toEqual([]);
  });
});

describe('the clock of a source', () => {
  const { id } = clusterSource();
  const skewed = (milliseconds: number) => clusterSource([], { clockSkew: milliseconds });

  it.each([
    [2_000, []],
    [2_001, ['CLOCK_SKEWED INFO']],
    [-2_001, ['CLOCK_SKEWED INFO']],
  ])('that differs by %d ms', (skew, findings) => {
    expect(judgedWorld({ kinds: platformKinds, rules: sourceRules }).see(skewed(skew)).summary(id)).toEqual(findings);
  });

  it('is said once while it is about two seconds off, and no more after a minute of less', () => {
    const seen = judgedWorld({ kinds: platformKinds, rules: sourceRules }).see(skewed(2_300));
    const changes = seen.changes.length;
    for (const skew of [1_800, 2_300, 1_800, 2_300, 1_800]) seen.advance(10_000).see(skewed(skew));
    expect(seen.changes).toHaveLength(changes);
    expect(seen.advance(59_999).summary(id)).toEqual(['CLOCK_SKEWED INFO']);
    expect(seen.advance(1).summary(id)).toEqual([]);
  });
});
