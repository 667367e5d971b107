import { KubernetesConnection } from '../../clients/kubernetes-connection.js';
import { Interner } from '../../clients/interner.js';
import { SteadySkew } from '../../clients/steady-skew.js';
import type { Cluster } from '../../model/cluster.js';
import type { SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { SourceMode } from '../../model/source.js';
import { type Instant, type Milliseconds, SECOND, after } from '../../model/time.js';
import { ApiServer } from '../api-server.js';
import type { RunningSource, SourceContext } from '../source.js';
import { ClusterInventory } from './cluster-inventory.js';
import { ClusterWatch } from './cluster-watch.js';
import { Kubelets } from './kubelet.probe.js';
import type { KubernetesConfig } from './kubernetes.config.js';
import { clusterId } from './kubernetes.ids.js';
import { type SourceIdentity, contactsOf, sourceId, sourceRecord } from '../source-record.js';

/** How often it is said how fresh the watches are. */
const CONTACT_INTERVAL: Milliseconds = 5 * SECOND;

/** @throws KubernetesError `invalid` where the kubeconfig cannot be read or names no cluster */
export function createKubernetesSource(config: KubernetesConfig, context: SourceContext): RunningSource {
  return new KubernetesSource(config, context);
}

/** Watches a cluster through its API server, and asks its kubelets for usage. */
class KubernetesSource implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly identity: SourceIdentity;
  private readonly connection: KubernetesConnection;
  private readonly watch: ClusterWatch;
  private readonly kubelets: Kubelets;
  private readonly server: ApiServer;
  private contactsSaid = '';
  private disarm: () => void = () => undefined;

  constructor(
    private readonly config: KubernetesConfig,
    private readonly context: SourceContext,
  ) {
    const { name: system, kubeconfig, context: contextName, kubelets } = config;
    const { clock } = context;
    const endpointId = clusterId(system);
    this.identity = {
      name: `kubernetes/${system}`,
      system,
      partOf: 'kubernetes',
      mode: SourceMode.WATCHED,
      interval: null,
      endpointId,
    };
    this.id = sourceId(this.identity);
    this.connection = new KubernetesConnection({ kubeconfig, context: contextName }, kubelets.insecureSkipVerify);
    this.server = new ApiServer({
      connection: this.connection,
      clock,
      looked: context.looked,
      onLook: (seenAt) => {
        this.context.report([this.selfRecord(), ...(seenAt === null ? [] : [this.clusterRecord(seenAt)])]);
      },
      onBack: () => {
        this.watch.hurry();
      },
    });
    const inventory = new ClusterInventory({
      add: (target) => {
        this.kubelets.add(target);
      },
      remove: (nodeId) => {
        this.kubelets.remove(nodeId);
      },
    });
    this.kubelets = new Kubelets({ ...context, system, settings: kubelets, inventory, connection: this.connection });
    const skew = new SteadySkew(() => this.connection.clockSkew);
    this.watch = new ClusterWatch({
      ...context,
      place: { system, interner: new Interner(), clockSkew: () => skew.now() },
      connection: this.server.watched,
      inventory,
      eventsKept: config.eventsKept,
      asksKubelets: kubelets.enabled,
      onState: () => {
        this.reportSelf();
      },
    });
    this.floor = this.server.floor;
  }

  start(): void {
    this.context.report([this.selfRecord(), this.clusterRecord(null)]);
    this.kubelets.start();
    this.server.start();
    this.watch.start();
    this.armContacts();
  }

  async stop(): Promise<void> {
    this.disarm();
    await Promise.all([this.server.stop(), this.watch.stop(), this.kubelets.stop()]);
    this.connection.close();
  }

  private reportSelf(): void {
    this.context.report([this.selfRecord()]);
  }

  private armContacts(): void {
    const { clock } = this.context;
    this.disarm = clock.at(after(clock.now(), CONTACT_INTERVAL), () => {
      if (contactsOf(this.watch.sights()) !== this.contactsSaid) this.reportSelf();
      this.armContacts();
    });
  }

  private selfRecord(): SourceEvent {
    const sights = this.watch.sights();
    this.contactsSaid = contactsOf(sights);
    const state = { ...this.server.standing, sights: sights.map((sight) => this.server.through(sight)) };
    return sourceRecord(this.identity, state, this.server.reach.contactAt);
  }

  private clusterRecord(observedAt: Instant | null): SourceEvent {
    const { name, maximumNodes, nodeGroups, labels } = this.config;
    const facts: Cluster = {
      id: clusterId(name),
      kind: ResourceKind.CLUSTER,
      name,
      system: name,
      namespace: null,
      labels,
      version: this.server.version,
      configuredMaximumNodes: maximumNodes ?? null,
      nodeGroups,
    };
    return { id: facts.id, kind: ResourceKind.CLUSTER, aspect: 'main', facts, observedAt };
  }
}
