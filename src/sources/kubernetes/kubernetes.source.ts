import { KubernetesConnection, type KubernetesAnswer } from '../../clients/kubernetes-connection.js';
import { stateOf } from '../../clients/kubernetes-watch-state.js';
import { KubernetesError } from '../../clients/kubernetes-error.js';
import type { Cluster } from '../../model/cluster.js';
import type { SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Sight, SourceMode } from '../../model/source.js';
import { type Instant, type Milliseconds, SECOND, after } from '../../model/time.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type LookFailure, type Reach, isUndecided, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { RunningSource, SourceContext } from '../source.js';
import { ClusterInventory } from './cluster-inventory.js';
import { ClusterWatch } from './cluster-watch.js';
import { Interner } from './interner.js';
import { Kubelets } from './kubelet.probe.js';
import type { KubernetesConfig } from './kubernetes.config.js';
import { clusterId } from './kubernetes.ids.js';
import { textOf } from './raw-object.js';
import { type SourceIdentity, sourceId, sourceRecord } from './source-record.js';
import { SteadySkew } from './steady-skew.js';

const PROBE_INTERVAL: Milliseconds = 10 * SECOND;
const PROBE_DEADLINE: Milliseconds = 2 * SECOND;
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
  private readonly probe: Probe<KubernetesAnswer<unknown>>;
  private reach: Reach;
  private lastDuration: Milliseconds | null = null;
  private version: string | null = null;
  private contactsSaid = '';
  private isStopped = false;
  private disarm: () => void = () => undefined;

  constructor(
    private readonly config: KubernetesConfig,
    private readonly context: SourceContext,
  ) {
    const { name: system, kubeconfig, context: contextName, kubelets } = config;
    const { clock } = context;
    const endpointId = clusterId(system);
    this.identity = { name: `kubernetes/${system}`, system, mode: SourceMode.WATCHED, interval: null, endpointId };
    this.id = sourceId(this.identity);
    this.connection = new KubernetesConnection({ kubeconfig, context: contextName }, kubelets.insecureSkipVerify);
    this.reach = startingReach(clock.now());
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
      connection: this.noticing(this.connection),
      inventory,
      eventsKept: config.eventsKept,
      asksKubelets: kubelets.enabled,
      onState: () => {
        this.reportSelf();
      },
    });
    this.probe = new Probe({
      clock,
      interval: PROBE_INTERVAL,
      deadline: PROBE_DEADLINE,
      look: (signal) => this.connection.get('/version', { deadline: PROBE_DEADLINE, signal }),
      onResult: (result) => this.take(result),
    });
    this.floor = this.probe.floor;
  }

  start(): void {
    this.context.report([this.selfRecord(), this.clusterRecord(null)]);
    this.kubelets.start();
    this.probe.start();
    this.watch.start();
    this.armContacts();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.disarm();
    await Promise.all([this.probe.stop(), this.watch.stop(), this.kubelets.stop()]);
    this.connection.close();
  }

  /** A watch that ends, or begins while the server is lost, says sooner than any interval that things changed: look. */
  private noticing(connection: KubernetesConnection): Pick<KubernetesConnection, 'get' | 'stream'> {
    const look = (): void => {
      if (!this.isStopped) this.probe.hurry();
    };
    return {
      get: (path, request) => connection.get(path, request),
      stream: async (path, request) => {
        try {
          const stream = await connection.stream(path, request);
          if (this.reach.state === 'lost') look();
          return stream.once('close', look);
        } catch (error) {
          look();
          throw error;
        }
      },
    };
  }

  private take({ outcome, lookedAt, duration }: LookResult<KubernetesAnswer<unknown>>): 'soon' | 'rest' {
    const now = this.context.clock.now();
    const failure = 'value' in outcome ? null : failureOf(outcome.error, outcome.isLate);
    if ('value' in outcome) this.version = versionOf(outcome.value.body);
    const wasLost = this.reach.state === 'lost';
    this.reach = failure === null ? reached(this.reach, now) : notReached(this.reach, failure, lookedAt, now);
    if (wasLost && failure === null) this.watch.hurry();
    this.lastDuration = duration;
    this.context.report([this.selfRecord(), ...(failure === null ? [this.clusterRecord(now)] : [])]);
    return isUndecided(this.reach) ? 'soon' : 'rest';
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
    const { state, message, since, failures, contactAt } = this.reach;
    const sights = this.watch.sights();
    this.contactsSaid = contactsOf(sights);
    return sourceRecord(
      this.identity,
      {
        state,
        // A single failure is none yet: while the state holds, so do the words for it.
        message: state === 'ok' || state === 'starting' ? null : message,
        stateSince: since,
        lastDurationMilliseconds: this.lastDuration,
        consecutiveFailures: failures,
        clockSkew: this.connection.clockSkew,
        sights: sights.map((sight) => throughReach(sight, this.reach)),
      },
      contactAt,
    );
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
      version: this.version,
      configuredMaximumNodes: maximumNodes ?? null,
      nodeGroups,
    };
    return { id: facts.id, kind: ResourceKind.CLUSTER, aspect: 'main', facts, observedAt };
  }
}

/** A watch of a server that hangs stays open and quiet: nothing is seen through it either. */
function throughReach(sight: Sight, reach: Reach): Sight {
  if (reach.state !== 'lost' || sight.state === 'lost') return sight;
  return { ...sight, state: 'lost', message: reach.message, since: reach.since };
}

function contactsOf(sights: readonly Sight[]): string {
  return sights.map(({ contactAt }) => contactAt).join();
}

function versionOf(body: unknown): string | null {
  return textOf((body as Readonly<Record<string, unknown>> | null)?.['gitVersion']);
}

/** Null: it answered, if only that its version is none of our business. */
function failureOf(error: unknown, isLate: boolean): LookFailure | null {
  if (isLate || !(error instanceof KubernetesError))
    return { state: 'lost', message: `The API server gave no answer within ${PROBE_DEADLINE / SECOND} s.` };
  if (error.kind === 'forbidden') return null;
  const state = stateOf(error);
  const message = `The API server cannot be asked: ${error.message}.`;
  return { state: state === 'forbidden' || state === 'invalid' ? state : 'lost', message };
}
