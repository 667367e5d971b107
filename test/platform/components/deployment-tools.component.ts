import { type Component } from '../support/platform.js';

/** What Vitals is packed and installed with: nothing of it runs by itself. */
export const deploymentTools: Component = {
  name: 'deployment-tools',
  needs: [],
  debianPackages: ['buildah', 'debootstrap'],
  goModule: {
    name: 'helm',
    programs: { helm: 'helm.sh/helm/v3/cmd/helm' },
    linkerFlags: '-X helm.sh/helm/v3/internal/version.version=v3.18.4',
  },
  readyWithin: 1_000,
  start: () => Promise.resolve(),
  missing: () => Promise.resolve(undefined),
};
