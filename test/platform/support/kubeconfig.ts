import { stringify } from 'yaml';
import { type Platform } from './platform.js';

/** A kubeconfig for one user of the platform's API server. */
export function kubeconfig(platform: Platform, credentials: Readonly<Record<string, string>>): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'platform',
        cluster: { server: 'https://127.0.0.1:6443', 'certificate-authority': platform.state('pki', 'ca.crt') },
      },
    ],
    users: [{ name: 'user', user: credentials }],
    contexts: [{ name: 'platform', context: { cluster: 'platform', user: 'user' } }],
    'current-context': 'platform',
  });
}
