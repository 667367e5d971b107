import { type Component } from '../support/platform.js';

/** Which Kubernetes it takes for granted where it asks no cluster: as its own makers say it to the linker. */
const FOR_KUBERNETES = ['pkg/chartutil', 'pkg/lint/rules'].map(
  (goPackage) => `-X helm.sh/helm/v3/${goPackage}.k8sVersionMajor=1 -X helm.sh/helm/v3/${goPackage}.k8sVersionMinor=34`,
);

/** What Vitals is packed, installed and looked at with: nothing of it runs by itself. */
export const deploymentTools: Component = {
  name: 'deployment-tools',
  needs: [],
  debianPackages: ['buildah', 'chromium', 'debootstrap'],
  goModule: {
    name: 'helm',
    programs: { helm: 'helm.sh/helm/v3/cmd/helm' },
    linkerFlags: ['-X helm.sh/helm/v3/internal/version.version=v3.18.4', ...FOR_KUBERNETES].join(' '),
  },
  readyWithin: 1_000,
  start: () => Promise.resolve(),
  missing: () => Promise.resolve(undefined),
};
