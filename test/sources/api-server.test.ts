import type { KubernetesConnection } from '../../src/clients/kubernetes-connection.js';
import { KubernetesError } from '../../src/clients/kubernetes-error.js';
import { ResourceKind } from '../../src/model/kinds.js';
import type { SightState } from '../../src/model/source.js';
import { ApiServer } from '../../src/sources/api-server.js';
import { sight } from '../resolvers/graph-world.js';
import { ManualClock } from '../support/manual-clock.js';

/** One that was asked twice, and answered so. */
async function askedTwice(error: KubernetesError): Promise<ApiServer> {
  const clock = new ManualClock();
  const connection = { get: () => Promise.reject(error), clockSkew: null } as unknown as KubernetesConnection;
  const server = new ApiServer({ connection, clock, onLook: () => undefined, onBack: () => undefined });
  server.start();
  await new Promise((resolve) => setImmediate(resolve));
  // No further than to the next look: its deadline is not to pass before it was answered.
  clock.advance((clock.nextAt ?? clock.now()) - clock.now());
  await new Promise((resolve) => setImmediate(resolve));
  await server.stop();
  return server;
}

describe('an API server', () => {
  it.each<[string, KubernetesError, SightState, SightState, SightState]>([
    ['is silent', new KubernetesError('unreachable', 'refused'), 'lost', 'lost', 'lost'],
    ['says nonsense', new KubernetesError('invalid', 'no HTTP'), 'invalid', 'invalid', 'forbidden'],
    ['is not asked for want of our own', new KubernetesError('hindered', 'none left'), 'hindered', 'ok', 'forbidden'],
  ])('that %s is seen through its watches so', async (_, error, state, open, refused) => {
    const server = await askedTwice(error);
    expect(server.standing).toMatchObject({ state, message: `The API server cannot be asked: ${error.message}.` });
    expect(server.through(sight(ResourceKind.POD)).state).toBe(open);
    expect(server.through(sight(ResourceKind.POD, { state: 'forbidden' })).state).toBe(refused);
  });
});
