import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubernetesConnection } from '../../../src/clients/kubernetes-connection.js';
import { type KubeletAnswer, scrapeKubelet } from '../../../src/sources/kubernetes/kubelet-scrape.js';
import { platformKinds } from '../../../src/sources/platform.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import { clusterSource, sight } from '../../resolvers/graph-world.js';
import { certificate } from '../../support/certificates.js';
import { judgedWorld } from '../../support/judged.js';
import { LoopbackServers } from '../../support/loopback-servers.js';

describe('a kubelet whose certificate nobody signed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitals-kubelet-'));
  const servers = new LoopbackServers();
  let port: number;

  beforeAll(async () => {
    const kubelet = createServer(await certificate(), (_, response) => response.writeHead(503).end());
    port = await servers.listen(kubelet);
  });

  afterAll(async () => {
    await servers.close();
    rmSync(folder, { recursive: true });
  });

  /** Asks it as one of a cluster that signs with another certificate. */
  async function ask(isTrusted: boolean): Promise<KubeletAnswer> {
    const authority = Buffer.from((await certificate()).cert).toString('base64');
    const clusters = [
      { name: 'c', cluster: { server: 'https://127.0.0.1:1', 'certificate-authority-data': authority } },
    ];
    const contexts = [{ name: 'x', context: { cluster: 'c', user: 'u' } }];
    const users = [{ name: 'u', user: { token: 't' } }];
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, JSON.stringify({ clusters, contexts, users, 'current-context': 'x' }));
    const connection = new KubernetesConnection({ kubeconfig }, isTrusted);
    try {
      return await scrapeKubelet(connection.kubelet('127.0.0.1', port), 'node-a', 5_000, AbortSignal.timeout(10_000));
    } finally {
      connection.close();
    }
  }

  it('is lost, and the finding says what to do about its certificate', async () => {
    const { failure } = await ask(false);
    expect(failure).toMatchObject({ state: 'lost', message: expect.stringMatching(/certificate/) as string });
    const part = sight(null, { state: 'lost', message: failure?.message ?? null, resourceId: clusterSource().id });
    const kubelets = clusterSource([part], { name: 'kubelets/prod' });
    const [finding] = judgedWorld({ kinds: platformKinds, rules: sourceRules }).see(kubelets).findings(kubelets.id);
    expect(finding?.advice).toMatch(/serverTLSBootstrap.* kubelets\.insecureSkipVerify/);
  });

  it('is asked where that is configured', async () => {
    const { failure } = await ask(true);
    expect(failure?.message).toContain('503');
  });
});
