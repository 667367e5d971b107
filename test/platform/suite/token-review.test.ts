import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTokenReviewer } from '../../../src/sources/kubernetes/token-reviewer.js';
import type { TokenReviews } from '../../../src/sources/source.js';
import { serve } from '../../support/served.js';
import { openPlatform } from '../lifecycle.js';
import { asAccount } from '../support/account.js';

/** Runs in the platform's network namespace. */
const NAME = 'vitals-reviews';
const REVIEWS = [{ apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] }];
const PODS = '{ pods { totalCount } }';

describe('tokens of a real cluster', () => {
  const platform = openPlatform();

  /** Asks as one who may review tokens and nothing else. */
  async function reviewing(
    audiences: readonly string[],
    act: (reviews: TokenReviews, own: string) => Promise<void>,
    rules: readonly object[] = REVIEWS,
  ): Promise<void> {
    await asAccount(platform, NAME, rules, async ({ kubeconfigFile, token }) => {
      const reviews = createTokenReviewer({ kubeconfig: kubeconfigFile, context: undefined }, audiences);
      try {
        await act(reviews, token);
      } finally {
        reviews.stop();
      }
    });
  }

  async function tokenFor(audience: string): Promise<string> {
    const args = ['create', 'token', NAME, '--namespace=default', `--audience=${audience}`, '--duration=10m'];
    return (await platform.kubectl(args)).trim();
  }

  it('say whose they are', async () => {
    await reviewing([], async (reviews, own) => {
      expect(await reviews.review(own)).toMatchObject({
        user: `system:serviceaccount:default:${NAME}`,
        groups: expect.arrayContaining(['system:serviceaccounts:default', 'system:authenticated']) as string[],
      });
      const [head = '', body = '', signature = ''] = own.split('.');
      const other = signature.startsWith('A') ? 'B' : 'A';
      expect(await reviews.review(`${head}.${body}.${other}${signature.slice(1)}`)).toBeNull();
      expect(await reviews.review('guess')).toBeNull();
    });
  }, 60_000);

  it('are good for whom they were made for', async () => {
    await reviewing(['vitals'], async (reviews, own) => {
      expect(await reviews.review(own)).toBeNull();
      expect(await reviews.review(await tokenFor('vitals'))).toMatchObject({
        user: `system:serviceaccount:default:${NAME}`,
      });
      expect(await reviews.review(await tokenFor('another'))).toBeNull();
    });
  }, 60_000);

  it('are not looked at by who may not', async () => {
    const pods = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
    await reviewing(
      [],
      (reviews, own) => expect(reviews.review(own)).rejects.toMatchObject({ kind: 'forbidden' }),
      pods,
    );
  }, 60_000);

  it('open the graph, by what the role of deploy/token-reviews.yaml allows', async () => {
    const file = await readFile(join(platform.settings.repositoryFolder, 'deploy', 'token-reviews.yaml'), 'utf8');
    // The role that is shipped is the one of these tests.
    for (const word of ['authentication.k8s.io', 'tokenreviews', 'create']) expect(file).toContain(word);
    await reviewing([], async (reviews, own) => {
      const all = { clusters: null, namespaces: ['shop'], kinds: null };
      const scopes = [{ name: 'shop', users: [], groups: ['system:serviceaccounts:default'], see: [all] }];
      const guest = { name: 'guest', sha256: createHash('sha256').update('guest').digest('hex') };
      const review = (token: string) => reviews.review(token);
      const served = await serve({ auth: { tokens: [guest], scopes }, authorities: { review } });
      const ask = async (token: string): Promise<unknown> => {
        const response = await fetch(`${served.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: PODS }),
        });
        return [response.status, ((await response.json()) as { data?: unknown }).data];
      };
      try {
        expect(await ask(own)).toEqual([200, { pods: { totalCount: 2 } }]);
        expect(await ask('guess')).toEqual([401, undefined]);
      } finally {
        await served.stop();
      }
    });
  }, 60_000);
});
