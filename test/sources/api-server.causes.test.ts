import type { Sight, Source } from '../../src/model/source.js';
import { resourceId } from '../../src/model/ids.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { MINUTE, SECOND } from '../../src/model/time.js';
import { catalogue } from '../../src/sources/index.js';
import { platformRecords } from '../../src/sources/platform.js';
import { chain } from '../support/chain.js';
import { type World, judgedWorld } from '../support/judged.js';
import { NOW, ago, node, seen } from '../support/kubernetes-facts.js';
import { ManualClock } from '../support/manual-clock.js';
import { cluster, source } from '../support/storage-facts.js';

/** All that Vitals knows, with an API server that does not answer for a minute. */
function world(more: Partial<Source> = { state: 'lost', stateSince: ago(MINUTE) }): World {
  const all = judgedWorld({ ...catalogue, clock: new ManualClock(NOW) });
  return all.see(...platformRecords(() => true, NOW)).see(seen(cluster()), seen(source(more)), seen(node()));
}

/** Another source. */
function beside(name: string, system: string, partOf: string, more: Partial<Source>): Source {
  const id = resourceId(ResourceKind.SOURCE, system, `${name}/${system}`);
  return source({ id, name: `${name}/${system}`, system, partOf, endpointId: null, stateSince: ago(MINUTE), ...more });
}

describe('the source of Argo', () => {
  const argo = (more: Partial<Source>): Source =>
    beside('argo', 'pipelines', 'workflows', { state: 'lost', apiServerOf: 'prod', ...more });
  const server: Sight = { subject: 'Argo server', kind: null, resourceId: null, state: 'lost', message: 'The Argo server does not answer.', since: ago(MINUTE), contactAt: null }; // prettier-ignore

  it.each<[string, World, Partial<Source>, string]>([
    ['is lost with the API server that it asks', world(), {}, ' ← CLUSTER_UNREACHABLE of prod'],
    ['that asks another one has its own reason', world(), { apiServerOf: 'test' }, ''],
    ['of which nobody knows whom it asks has its own reason', world(), { apiServerOf: null }, ''],
    ['that is lost alone has its own reason', world({ state: 'ok' }), {}, ''],
    ['that Vitals itself cannot ask has its own reason', world(), { state: 'hindered' }, ''],
    ['that lacks the Argo server has its own reason', world(), { state: 'ok', sights: [server] }, ''],
  ])('%s', (_, all, more, expected) => {
    const facts = argo(more);
    expect(chain(all.see(seen(facts)), facts.id, 'SOURCE_UNREACHABLE')).toBe(
      `SOURCE_UNREACHABLE of argo/pipelines${expected}`,
    );
  });

  it('is the same without a cause where a recording does not say whom it asks', () => {
    const before = argo({});
    delete before.apiServerOf;
    expect(chain(world().see(seen(before)), before.id, 'SOURCE_UNREACHABLE')).toBe(
      'SOURCE_UNREACHABLE of argo/pipelines',
    );
  });
});

describe('a kubelet', () => {
  const kubelet = (more: Partial<Sight>): Source => {
    const sight: Sight = { subject: 'node-a', kind: null, resourceId: node().id, state: 'lost', message: null, since: ago(MINUTE), contactAt: NOW, ...more }; // prettier-ignore
    return beside('kubelets', 'prod', 'kubernetes', { state: 'ok', sights: [sight], apiServerOf: 'prod' });
  };
  const refuses: Partial<Sight> = { state: 'forbidden', message: 'forbidden: cannot get nodes/stats (node-a, /stats)' };
  const fails: Partial<Sight> = { message: 'cannot get /stats of the kubelet of node-a: 500 Internal Server Error' };
  const isAway: Partial<Sight> = {
    message: 'cannot get /stats of the kubelet of node-a: connect ECONNREFUSED 10.0.0.1',
  };
  const because = ' ← CLUSTER_UNREACHABLE of prod';

  it.each<[string, string, Partial<Sight>, string]>([
    ['refuses while it cannot ask who we are', 'SOURCE_FORBIDDEN', refuses, because],
    ['fails while it cannot ask what we may see', 'SOURCE_UNREACHABLE', fails, because],
    ['that was found to before has another reason', 'SOURCE_FORBIDDEN', { ...refuses, since: ago(2 * MINUTE) }, ''],
    ['may be found to somewhat sooner', 'SOURCE_FORBIDDEN', { ...refuses, since: ago(MINUTE + 10 * SECOND) }, because],
    ['that refuses connections has another reason', 'SOURCE_UNREACHABLE', isAway, ''],
  ])('%s', (_, reason, sight, expected) => {
    const facts = kubelet(sight);
    expect(chain(world().see(seen(facts)), facts.id, reason)).toBe(`${reason} of kubelets/prod${expected}`);
  });

  it('refuses with all others', () => {
    const facts: Source = { ...kubelet(refuses), state: 'forbidden' };
    expect(chain(world().see(seen(facts)), facts.id, 'SOURCE_FORBIDDEN')).toBe(
      `SOURCE_FORBIDDEN of kubelets/prod${because}`,
    );
  });
});
