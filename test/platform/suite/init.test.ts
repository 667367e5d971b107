import { join } from 'node:path';
import { catalogue, sources } from '../../../src/sources/index.js';
import { parseAndValidate } from '../../support/valid-configuration.js';
import { openPlatform } from '../lifecycle.js';
import { asAccount } from '../support/account.js';
import { type CommandResult, tryRun } from '../support/command.js';

/** Runs in the platform's network namespace. */
const NAME = 'vitals-init';

/** All that `vitals init` asks for. */
const LISTS = [
  { apiGroups: [''], resources: ['services'], verbs: ['list'] },
  { apiGroups: ['apps'], resources: ['statefulsets', 'deployments', 'daemonsets'], verbs: ['list'] },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list'] },
];

/** A stateful set of three that is nowhere allowed to run, and a name for a database elsewhere. */
const OBJECTS = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAME } },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'zk', namespace: NAME, labels: { 'app.kubernetes.io/name': 'zookeeper' } },
    spec: {
      replicas: 3,
      serviceName: 'zk-headless',
      selector: { matchLabels: { app: 'zk' } },
      template: {
        metadata: { labels: { app: 'zk' } },
        spec: {
          nodeSelector: { 'platform.test/nowhere': 'true' },
          containers: [
            { name: 'zk', image: 'platform.test/busybox:1', ports: [{ name: 'client', containerPort: 2182 }] },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'metadata', namespace: NAME },
    spec: { type: 'ExternalName', externalName: 'db.example.com', ports: [{ port: 5432 }] },
  },
];

describe('vitals init, before a real API server', () => {
  const platform = openPlatform();
  const cli = join(platform.settings.repositoryFolder, 'dist', 'cli.js');

  function init(kubeconfigFile: string): Promise<CommandResult> {
    return tryRun([process.execPath, cli, 'init', '--kubeconfig', kubeconfigFile], { env: { NODE_OPTIONS: '' } });
  }

  beforeAll(async () => {
    await platform.applyObjects(OBJECTS);
  }, 60_000);

  afterAll(async () => {
    await platform.kubectl(['delete', 'namespace', NAME]);
  }, 90_000);

  it('proposes what is there, by no more than permission to list', async () => {
    await asAccount(platform, NAME, LISTS, async ({ kubeconfigFile, token }) => {
      const { exitCode, output, errorOutput } = await init(kubeconfigFile);
      expect([exitCode, errorOutput]).toEqual([0, expect.not.stringContaining('could not look')]);
      const { systems } = parseAndValidate(output, 'vitals.yaml', { POSTGRES_METADATA_PASSWORD: 'x' }, sources, catalogue.rules); // prettier-ignore
      const written = Object.fromEntries(systems.map(({ source, name, configuration }) => [`${source}/${name}`, configuration])); // prettier-ignore
      expect(written).toMatchObject({
        'kubernetes/platform': { kubeconfig: kubeconfigFile, context: 'platform' },
        'postgres/metadata': { host: 'db.example.com' },
        'zookeeper/zk': {
          members: [0, 1, 2].map((ordinal) => ({ host: `zk-${ordinal}.zk-headless.${NAME}.svc`, port: 2182 })),
          kubernetes: { cluster: 'platform', namespace: NAME, selector: { app: 'zk' } },
        },
        // The API has workflows; their controller is no Deployment here.
        'argo/workflows': { controllerNamespace: 'argo' },
      });
      expect(output + errorOutput).not.toContain(token);
    });
  }, 60_000);

  it('says what it may not list, and goes on', async () => {
    await asAccount(platform, NAME, LISTS.slice(0, 1), async ({ kubeconfigFile }) => {
      const { exitCode, output, errorOutput } = await init(kubeconfigFile);
      expect(exitCode).toBe(0);
      expect(errorOutput).toMatch(/^vitals: could not look at statefulsets\.apps: may not be listed$/m);
      expect(output).toMatch(
        /^# Could not be looked at, so there may be more: statefulsets\.apps: may not be listed\.$/m,
      );
      expect(output).toMatch(/^ {4}host: db\.example\.com$/m);
      expect(output).not.toContain('zk-headless');
    });
  }, 60_000);
});
