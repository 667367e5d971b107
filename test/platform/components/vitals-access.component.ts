import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeEndpoints } from '../endpoints.js';
import { kubeconfig } from '../support/kubeconfig.js';
import { type Component } from '../support/platform.js';

/** Longer than any platform lives. */
const TOKEN_LIFETIME = '720h';

/** What Vitals needs to know and is allowed: its ServiceAccount with the committed permissions, and where everything is. */
export const vitalsAccess: Component = {
  name: 'vitals-access',
  needs: ['kube-apiserver'],
  readyWithin: 30_000,
  async start(platform) {
    await platform.apply(await readFile(join(platform.settings.repositoryFolder, 'deploy', 'rbac.yaml'), 'utf8'));
    const create = ['create', 'token', 'vitals', '--namespace=vitals', `--duration=${TOKEN_LIFETIME}`];
    const token = (await platform.kubectl(create)).trim();
    await writeFile(platform.vitalsKubeconfig, kubeconfig(platform, { token }), { mode: 0o600 });
    await writeEndpoints(platform);
  },
  missing: (platform) => Promise.resolve(existsSync(platform.endpointsFile) ? undefined : 'no endpoints.json'),
};
