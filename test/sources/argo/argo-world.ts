import { argo } from '../../../src/sources/argo/definition.js';
import { argoConfigSchema } from '../../../src/sources/argo/argo.config.js';
import { engineId } from '../../../src/sources/argo/argo.ids.js';
import { EngineRecord } from '../../../src/sources/argo/engine-record.js';
import { kubernetes } from '../../../src/sources/kubernetes/definition.js';
import { projectCronWorkflow } from '../../../src/sources/argo/cron-workflow.projection.js';
import { WorkflowBook } from '../../../src/sources/argo/workflow-book.js';
import { projectWorkflow } from '../../../src/sources/argo/workflow.projection.js';
import {
  type ControllerLimits,
  type ControllerProgram,
  projectControllerLimits,
  projectLease,
  projectProgram,
} from '../../../src/sources/argo/controller.projection.js';
import { platformKinds, platformRecords, platformRules } from '../../../src/sources/platform.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import type { WatchChange } from '../../../src/clients/kubernetes-objects.js';
import type { SourceEvent } from '../../../src/model/facts.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { SightState } from '../../../src/model/source.js';
import { HOUR, type Instant, type Milliseconds } from '../../../src/model/time.js';
import { type World, judgedWorld } from '../../support/judged.js';
import { ManualClock } from '../../support/manual-clock.js';
import { SYSTEM, type WorkflowParts, place, rawWorkflow } from './argo-objects.js';

export const ENGINE: ResourceId = engineId(SYSTEM);
export const START = Date.parse('2026-01-01T00:00:00Z') as Instant;

export function workflowNamed(uid: string): ResourceId {
  return resourceId(ResourceKind.WORKFLOW, SYSTEM, uid);
}

/** A time so long after the tests' beginning, as Argo writes it. */
export function at(time: Milliseconds): string {
  return new Date(START + time).toISOString();
}

/** The registry, and a source's books before it: what the API server shows goes in, findings come out. */
export class ArgoWorld {
  readonly world: World;
  readonly book: WorkflowBook;
  private readonly engine: EngineRecord;

  constructor(options: { readonly isFetching?: boolean } = {}) {
    const clock = new ManualClock(START);
    this.world = judgedWorld({
      kinds: [...platformKinds, ...kubernetes.kinds, ...argo.kinds],
      rules: [...platformRules, ...sourceRules, ...kubernetes.rules, ...argo.rules],
      causes: [...kubernetes.causes, ...argo.causes],
      clock,
    });
    const config = argoConfigSchema.parse({ name: SYSTEM, kubeconfig: 'k', kubernetes: { cluster: 'prod' } });
    this.engine = new EngineRecord(config);
    this.book = new WorkflowBook(SYSTEM, 2 * HOUR, options.isFetching === true);
    this.world.see(
      ...this.engine.takeLeaseSight('ok', this.book.load, START),
      ...platformRecords((kind) => kind === ResourceKind.WORKFLOW_ENGINE, START),
      ...this.engine.takeLoad(this.book.load, START),
    );
  }

  get now(): Instant {
    return this.world.clock.now();
  }

  /** The newest state of a workflow; times are counted from the beginning. */
  see(parts: WorkflowParts): this {
    const raw = rawWorkflow(parts);
    const change = { type: 'upsert', uid: raw.metadata?.uid ?? '', object: projectWorkflow(raw, place) } as const;
    this.world.see(...this.book.take(change, this.now), ...this.engine.takeLoad(this.book.load, this.now));
    return this;
  }

  gone(uid: string): this {
    const events = [...this.book.take({ type: 'delete', uid }, this.now)];
    this.world.see(...events, ...this.engine.takeLoad(this.book.load, this.now));
    return this;
  }

  limits(limits: ControllerLimits): this {
    const change = { type: 'upsert', uid: 'limits', object: limits } as const;
    this.world.see(...this.engine.takeLimits(change, this.book.load, this.now));
    return this;
  }

  /** What its Deployment says of the namespaces that it minds. */
  manages(...managedNamespaces: readonly string[]): this {
    const object = { version: null, managedNamespaces };
    this.world.see(...this.programEvents({ type: 'upsert', uid: 'program', object }));
    return this;
  }

  lease(holder: string, renewedAt: Milliseconds): this {
    const object = { holder, renewedAt: (START + renewedAt) as Instant };
    this.world.see(...this.engine.takeLease({ type: 'upsert', uid: 'lease', object }, this.book.load, this.now));
    return this;
  }

  leaseSight(state: SightState): this {
    this.world.see(...this.engine.takeLeaseSight(state, this.book.load, this.now));
    return this;
  }

  cron(name: string, spec: object, status: object = {}, uid = name): this {
    const metadata = { name, uid, namespace: 'data', resourceVersion: '1', creationTimestamp: at(0) };
    const facts = projectCronWorkflow({ metadata, spec, status }, place);
    this.world.see(...this.book.takeCron({ type: 'upsert', uid, object: facts }, this.now));
    return this;
  }

  cronGone(uid: string): this {
    this.world.see(...this.book.takeCron({ type: 'delete', uid }, this.now));
    return this;
  }

  /** Any object as the API server gives it, of whatever sort; null: it is gone. Answers what the registry was told. */
  take(sort: string, object: object | null, uid: string): readonly SourceEvent[] {
    const events = [...this.eventsOf(sort, object, uid)];
    this.world.see(...events);
    return events;
  }

  private *eventsOf(sort: string, object: object | null, uid: string): Generator<SourceEvent> {
    const { engine, book, now } = this;
    const change = <T>(project: (raw: never) => T): WatchChange<T> =>
      object === null ? { type: 'delete', uid } : { type: 'upsert', uid, object: project(object as never) };
    if (sort === 'cron') yield* book.takeCron(change((raw) => projectCronWorkflow(raw, place)), now); // prettier-ignore
    else if (sort === 'lease') yield* engine.takeLease(change((raw) => projectLease(raw, place)), book.load, now); // prettier-ignore
    else if (sort === 'limits') yield* engine.takeLimits(change(projectControllerLimits), book.load, now);
    else if (sort === 'program') yield* this.programEvents(change(projectProgram));
    else yield* book.take(change((raw) => projectWorkflow(raw, place)), now); // prettier-ignore
    yield* engine.takeLoad(book.load, now);
  }

  private *programEvents(change: WatchChange<ControllerProgram>): Generator<SourceEvent> {
    yield* this.book.manage(change.type === 'upsert' ? change.object.managedNamespaces : null, this.now);
    yield* this.engine.takeProgram(change, this.book.load, this.now);
  }

  /** Until so long after the beginning. */
  until(time: Milliseconds): this {
    this.world.advance(START + time - this.now);
    return this;
  }
}
