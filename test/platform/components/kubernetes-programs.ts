import { type GoModule } from '../support/go-programs.js';

/** The last minor version whose kubelet still runs on cgroup version 1 without being asked to. */
const VERSION = 'v1.34.4';

/** All programs of Kubernetes come from one module, so that they share their version and their build. */
export const kubernetesPrograms: GoModule = {
  name: 'kubernetes',
  programs: {
    'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
    'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
    'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
    kubelet: 'k8s.io/kubernetes/cmd/kubelet',
    kubectl: 'k8s.io/kubernetes/cmd/kubectl',
  },
  linkerFlags: `-X k8s.io/component-base/version.gitVersion=${VERSION}`,
};
