import { type FoundSystem, type Recogniser, placement } from '../found.js';
import { becauseCalled, placeOf } from '../matching.js';

/** What the configuration takes where nothing is said. */
const USUAL = { namespace: 'argo', deployment: 'workflow-controller' };
const NAMES = /^(?:argo-workflows-)?workflow-controller$/;
const HINTS = ['instanceId: where the controller has one'];
/** A chart that calls the controller after its release calls the ConfigMap after the controller. */
const CONFIG_MAP_HINT =
  'configMap: what Argo’s Helm chart calls it; to be named in deploy/rbac.yaml too (rbac.argo of the chart)';

export const argo: Recogniser = {
  source: 'argo',
  what: 'Argo Workflows',
  lookedFor: 'workflows.argoproj.io in the API; Deployments that are labelled, or run an image that is called, workflow-controller', // prettier-ignore
  reads: ['workflows.argoproj.io', 'deployments.apps'],
  note: [],
  find: ({ workloads, hasWorkflows }) => {
    const controllers = workloads.flatMap((workload): FoundSystem[] => {
      const because = workload.kind === 'Deployment' ? becauseCalled(workload, NAMES) : null;
      if (because === null) return [];
      const { namespace, name, selector } = workload;
      return [{
        source: 'argo',
        namespace,
        name: `${namespace}-workflows`.replace(/^argo-workflows-workflows$/, 'argo-workflows'),
        because: hasWorkflows ? because : `${placeOf(workload)} is a controller of workflows`,
        hosts: [],
        entry: (writing) => ({
          ...writing.access,
          kubernetes: placement(writing, namespace, selector),
          ...(namespace === USUAL.namespace ? {} : { controllerNamespace: namespace }),
          ...(name === USUAL.deployment ? {} : { deployment: name, configMap: `${name}-configmap` }),
        }),
        hints: name === USUAL.deployment ? HINTS : [CONFIG_MAP_HINT, ...HINTS],
      }]; // prettier-ignore
    });
    if (controllers.length > 0 || !hasWorkflows) return controllers;
    return [{
      source: 'argo',
      namespace: USUAL.namespace,
      name: 'workflows',
      because: 'the API has workflows.argoproj.io; its controller was not found',
      hosts: [],
      entry: (writing) => ({ ...writing.access, kubernetes: { cluster: writing.cluster } }),
      hints: [`controllerNamespace: where the controller runs, unless that is ${USUAL.namespace}`, ...HINTS],
    }]; // prettier-ignore
  },
};
