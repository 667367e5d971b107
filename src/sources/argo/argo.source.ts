import { Interner } from '../../clients/interner.js';
import { type Collection, CollectionWatch } from '../../clients/kubernetes-collection-watch.js';
import { KubernetesConnection } from '../../clients/kubernetes-connection.js';
import type { WatchChange } from '../../clients/kubernetes-objects.js';
import { SteadySkew } from '../../clients/steady-skew.js';
import type { SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Sight, type SightState, SourceMode } from '../../model/source.js';
import { type Instant, type Milliseconds, SECOND, after } from '../../model/time.js';
import type { CronWorkflow, WorkflowLease } from '../../model/workflow.js';
import { ApiServer } from '../api-server.js';
import { type SourceIdentity, contactsOf, sourceId, sourceRecord } from '../source-record.js';
import type { RunningSource, SourceContext } from '../source.js';
import type { ArgoConfig } from './argo.config.js';
import { ArgoServer } from './argo-server.js';
import {
  type ControllerLimits,
  type ControllerProgram,
  projectControllerLimits,
  projectLease,
  projectProgram,
} from './controller.projection.js';
import { projectCronWorkflow } from './cron-workflow.projection.js';
import { EngineRecord } from './engine-record.js';
import { OffloadedSteps } from './offloaded-steps.js';
import type { EngineLoad } from './queue-book.js';
import type { StepPlace } from './step.projection.js';
import { collectionsOf } from './watched-collections.js';
import { WorkflowBook } from './workflow-book.js';
import type { RawCronWorkflow, RawWorkflow } from './workflow-objects.js';
import { type SeenWorkflow, projectWorkflow } from './workflow.projection.js';

/** How often it is said how fresh the watches are, and what is old is let go of. */
const ROUND: Milliseconds = 5 * SECOND;

/** @throws KubernetesError `invalid` where the kubeconfig cannot be read or names no cluster */
export function createArgoSource(config: ArgoConfig, context: SourceContext): RunningSource {
  return new ArgoSource(config, context);
}

/** Watches the workflows of one controller through the API server of its cluster. */
class ArgoSource implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly identity: SourceIdentity;
  private readonly connection: KubernetesConnection;
  private readonly server: ApiServer;
  private readonly watches: readonly CollectionWatch<never>[];
  private readonly book: WorkflowBook;
  private readonly engine: EngineRecord;
  private readonly offloaded: OffloadedSteps | null;
  private readonly place: StepPlace;
  private contactsSaid = '';
  private isProgramAwaited = true;
  private disarm: () => void = () => undefined;

  constructor(
    private readonly config: ArgoConfig,
    private readonly context: SourceContext,
  ) {
    const { name: system, kubeconfig, context: contextName, placement } = config;
    // The API server is no engine: that it does not answer, this source says itself.
    this.identity = {
      name: `argo/${system}`,
      system,
      partOf: 'workflows',
      mode: SourceMode.WATCHED,
      interval: null,
      endpointId: null,
      // Whoever says in which cluster the engine runs, has it asked there.
      apiServerOf: placement?.cluster ?? null,
    };
    this.id = sourceId(this.identity);
    this.connection = new KubernetesConnection({ kubeconfig, context: contextName });
    const skew = new SteadySkew(() => this.connection.clockSkew);
    this.place = { system, cluster: placement?.cluster ?? null, interner: new Interner(), clockSkew: () => skew.now() };
    this.book = new WorkflowBook(system, config.keepStepsFor, config.server !== null);
    this.engine = new EngineRecord(config);
    this.offloaded = this.fetching();
    this.server = new ApiServer({
      connection: this.connection,
      clock: context.clock,
      looked: context.looked,
      onLook: () => {
        this.reportSelf();
      },
      onBack: () => {
        for (const watch of this.watches) watch.hurry();
      },
    });
    this.watches = this.allWatches();
    this.floor = this.server.floor;
  }

  start(): void {
    this.context.report([this.selfRecord(), this.engine.record(this.load, null)]);
    this.server.start();
    for (const watch of this.watches) watch.start();
    this.armRound();
  }

  async stop(): Promise<void> {
    this.disarm();
    this.offloaded?.stop();
    await Promise.all([this.server.stop(), ...this.watches.map((watch) => watch.stop())]);
    this.connection.close();
  }

  private allWatches(): readonly CollectionWatch<never>[] {
    const { workflows, cronWorkflows, lease, configMap, deployment } = collectionsOf(this.config);
    const { place } = this;
    const { connection, report, onState, clock, log } = {
      ...this.context,
      connection: this.server.watched,
      onState: () => {
        this.isProgramAwaited &&= this.stateOf(deployment) === 'starting';
        this.context.report([this.selfRecord(), ...this.leaseSight(), ...this.firstLook()]);
      },
    };
    const common = { connection, report, onState, clock, log };
    return [
      ...workflows.map(
        (collection) =>
          new CollectionWatch<SeenWorkflow>({
            ...common,
            collection,
            project: (raw: RawWorkflow) => projectWorkflow(raw, place),
            events: (change, now) => this.workflowEvents(change, now),
          }),
      ),
      ...cronWorkflows.map(
        (collection) =>
          new CollectionWatch<CronWorkflow>({
            ...common,
            collection,
            project: (raw: RawCronWorkflow) => projectCronWorkflow(raw, place),
            events: (change, now) => this.book.takeCron(change, now),
          }),
      ),
      new CollectionWatch<WorkflowLease>({
        ...common,
        collection: lease,
        project: (raw) => projectLease(raw, place),
        events: (change, now) => this.engine.takeLease(change, this.load, now),
      }),
      new CollectionWatch<ControllerLimits>({
        ...common,
        collection: configMap,
        project: (raw) => projectControllerLimits(raw),
        events: (change, now) => this.engine.takeLimits(change, this.load, now),
      }),
      new CollectionWatch<ControllerProgram>({
        ...common,
        collection: deployment,
        project: (raw) => projectProgram(raw),
        events: (change, now) => this.programEvents(change, now),
      }),
    ] as unknown as readonly CollectionWatch<never>[];
  }

  private *workflowEvents(change: WatchChange<SeenWorkflow>, now: Instant): Generator<SourceEvent> {
    if (this.offloaded !== null) this.wantSteps(this.offloaded, change);
    yield* this.book.take(change, now);
    yield* this.engine.takeLoad(this.load, now);
  }

  private *programEvents(change: WatchChange<ControllerProgram>, now: Instant): Generator<SourceEvent> {
    yield* this.book.manage(change.type === 'upsert' ? change.object.managedNamespaces : null, now);
    yield* this.engine.takeProgram(change, this.load, now);
  }

  /** As long as nobody knows which namespaces the controller minds, nobody knows what it leaves untouched. */
  private get load(): EngineLoad {
    const { load } = this.book;
    return this.isProgramAwaited ? { ...load, untouchedSince: null } : load;
  }

  /** Where there is nothing at all, that is what was seen of the engine. */
  private firstLook(): Iterable<SourceEvent> {
    const isSeen = this.watches.every((watch) => {
      const { kind, state } = watch.sight();
      return kind !== ResourceKind.WORKFLOW || state === 'ok';
    });
    return isSeen ? this.engine.takeLoad(this.load, this.context.clock.now()) : [];
  }

  private wantSteps(offloaded: OffloadedSteps, change: WatchChange<SeenWorkflow>): void {
    if (change.type === 'upsert' && change.object.offloadedAs !== null) offloaded.want(change.uid, change.object);
    else offloaded.forget(change.uid);
  }

  private fetching(): OffloadedSteps | null {
    const { server } = this.config;
    if (server === null) return null;
    const { clock, report } = this.context;
    return new OffloadedSteps({
      server: new ArgoServer(server),
      deadline: server.deadline,
      clock,
      project: (raw) => projectWorkflow(raw, this.place),
      onSteps: (uid, steps) => {
        const events = [...this.book.fetched(uid, steps, clock.now())];
        if (events.length > 0) report(events);
      },
      onReach: () => {
        this.reportSelf();
      },
    });
  }

  private armRound(): void {
    const { clock, report } = this.context;
    this.disarm = clock.at(after(clock.now(), ROUND), () => {
      const gone = [...this.book.tidy(clock.now())];
      if (gone.length > 0) report(gone);
      if (contactsOf(this.sights()) !== this.contactsSaid) this.reportSelf();
      this.armRound();
    });
  }

  private sights(): readonly Sight[] {
    const watched = this.watches.map((watch) => this.server.through(watch.sight()));
    return this.offloaded === null ? watched : [...watched, this.offloaded.sight()];
  }

  private reportSelf(): void {
    this.context.report([this.selfRecord(), ...this.leaseSight()]);
  }

  private leaseSight(): Iterable<SourceEvent> {
    const state = this.stateOf(collectionsOf(this.config).lease);
    return this.engine.takeLeaseSight(state, this.load, this.context.clock.now());
  }

  private stateOf({ subject }: Collection): SightState {
    return this.sights().find((sight) => sight.subject === subject)?.state ?? 'starting';
  }

  private selfRecord(): SourceEvent {
    const sights = this.sights();
    this.contactsSaid = contactsOf(sights);
    return sourceRecord(this.identity, { ...this.server.standing, sights }, this.server.reach.contactAt);
  }
}
