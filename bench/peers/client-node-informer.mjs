// The informer of @kubernetes/client-node over all pods: prints "synced <pods>".
import * as k8s from '@kubernetes/client-node';

const config = new k8s.KubeConfig();
config.loadFromFile(process.argv[2]);
const api = config.makeApiClient(k8s.CoreV1Api);
const informer = k8s.makeInformer(config, '/api/v1/pods', () => api.listPodForAllNamespaces());
informer.on('error', (error) => {
  process.stderr.write(`${String(error).slice(0, 300)}\n`);
  process.exit(1);
});
await informer.start();
process.stdout.write(`synced ${informer.list().length}\n`);
process.on('disconnect', () => process.exit(0));
