import type { KubernetesConnection } from '../../clients/kubernetes-connection.js';
import type { ResourceId } from '../../model/ids.js';
import { type Sight, SourceMode } from '../../model/source.js';
import { type Milliseconds, SECOND, after } from '../../model/time.js';
import { type Places, concurrency } from '../../sampling/concurrency.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type LookFailure, type Reach, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { ClusterInventory, KubeletListener, KubeletTarget } from './cluster-inventory.js';
import { type KubeletAnswer, scrapeKubelet, unavailableWord } from './kubelet-scrape.js';
import { KubeletUsage } from './kubelet-usage.js';
import { KUBELET_FLOOR, type KubernetesConfig } from './kubernetes.config.js';
import { type SourceIdentity, sourceRecord } from '../source-record.js';

export interface KubeletsOptions extends SourceContext {
  readonly system: string;
  readonly settings: KubernetesConfig['kubelets'];
  readonly inventory: ClusterInventory;
  readonly connection: Pick<KubernetesConnection, 'kubelet'>;
}

/** A kubelet waits in line for its turn; what takes longer than this is not the kubelet's fault, but is no answer either. */
const LONGEST_WAIT = 6;

const DOUBTED_DEADLINE: Milliseconds = 5 * SECOND;

/** Sights of thousands of nodes are one record: it is written after a state changed, or contacts did, and not more often. */
const STATE_PACE: Milliseconds = 0.5 * SECOND;
const CONTACT_PACE: Milliseconds = 5 * SECOND;

interface Asked {
  readonly target: KubeletTarget;
  readonly probe: Probe<KubeletAnswer>;
  readonly usage: KubeletUsage;
  reach: Reach;
}

/** Asks every kubelet for the usage of its pods. */
export class Kubelets implements KubeletListener {
  private readonly asked = new Map<ResourceId, Asked>();
  private readonly stopping: Promise<void>[] = [];
  private readonly places: Places;
  private readonly identity: SourceIdentity;
  private report: { readonly at: number; readonly disarm: () => void } | null = null;
  /** How all of them together were said to be, and since when. */
  private whole: Pick<Sight, 'state' | 'since'> | null = null;
  private isRunning = false;

  constructor(private readonly options: KubeletsOptions) {
    const { settings, system } = options;
    this.places = concurrency(settings.concurrency);
    this.identity = {
      name: `kubelets/${system}`,
      system,
      partOf: 'kubernetes',
      mode: SourceMode.PROBED,
      interval: settings.interval,
      endpointId: null,
      apiServerOf: system,
    };
  }

  start(): void {
    if (!this.options.settings.enabled) return;
    this.isRunning = true;
    this.reportSelf();
  }

  async stop(): Promise<void> {
    this.isRunning = false;
    this.report?.disarm();
    for (const nodeId of [...this.asked.keys()]) this.remove(nodeId);
    await Promise.all(this.stopping);
  }

  add(target: KubeletTarget): void {
    if (!this.isRunning) return;
    const { clock, settings, connection, inventory, system } = this.options;
    const endpoint = connection.kubelet(target.host, target.port);
    const asked: Asked = {
      target,
      usage: new KubeletUsage(system, target, inventory),
      reach: startingReach(clock.now()),
      probe: new Probe({
        clock,
        looked: this.options.looked,
        interval: settings.interval,
        floor: KUBELET_FLOOR,
        deadline: settings.interval * LONGEST_WAIT,
        look: (signal) => this.places(() => scrapeKubelet(endpoint, target.nodeName, this.deadlineFor(asked), signal)),
        onResult: (result) => this.take(asked, result),
      }),
    };
    this.asked.set(target.nodeId, asked);
    asked.probe.start();
    this.reportSelfWithin(STATE_PACE);
  }

  remove(nodeId: ResourceId): void {
    const asked = this.asked.get(nodeId);
    if (asked === undefined) return;
    this.asked.delete(nodeId);
    const stopped = asked.probe.stop().finally(() => this.stopping.splice(this.stopping.indexOf(stopped), 1));
    this.stopping.push(stopped);
    this.reportSelfWithin(STATE_PACE);
  }

  /** One that was silent is not waited for as long again: many that hang must not keep the places of those that are well. */
  private deadlineFor({ reach }: Asked): Milliseconds {
    const { deadline } = this.options.settings;
    return reach.unansweredSince === null ? deadline : Math.min(deadline, DOUBTED_DEADLINE);
  }

  private take(asked: Asked, { outcome, lookedAt }: LookResult<KubeletAnswer>): 'rest' {
    const { clock, report } = this.options;
    const now = clock.now();
    const answer = 'value' in outcome ? outcome.value : null;
    const failure = answer === null ? notAsked(asked.target) : answer.failure;
    const before = asked.reach;
    asked.reach = failure === null ? reached(before, now) : notReached(before, failure, lookedAt, now);
    if (answer?.summary != null) report(asked.usage.take({ ...answer, summary: answer.summary }, now));
    else this.reportUnavailable(asked);
    this.reportSelfWithin(asked.reach.state === before.state ? CONTACT_PACE : STATE_PACE);
    return 'rest';
  }

  /** A single silence is a hiccup: the last numbers stand until the kubelet is lost. */
  private reportUnavailable({ reach, usage }: Asked): void {
    if (reach.state === 'ok' || reach.state === 'starting') return;
    const events = usage.unavailable(unavailableWord(reach.state), this.options.clock.now());
    if (events.length > 0) this.options.report(events);
  }

  private reportSelfWithin(pace: Milliseconds): void {
    if (!this.isRunning) return;
    const { clock } = this.options;
    const at = after(clock.now(), pace);
    if (this.report !== null && this.report.at <= at) return;
    this.report?.disarm();
    const disarm = clock.at(at, () => {
      this.report = null;
      this.reportSelf();
    });
    this.report = { at, disarm };
  }

  private reportSelf(): void {
    const now = this.options.clock.now();
    const sights = [...this.asked.values()].map(sightOf);
    const whole = stateOfAll(sights);
    const since = this.whole?.state === whole.state ? this.whole.since : now;
    this.whole = { state: whole.state, since };
    const state = {
      ...whole,
      stateSince: since,
      lastDurationMilliseconds: null,
      consecutiveFailures: 0,
      clockSkew: null,
      sights,
    };
    this.options.report([sourceRecord(this.identity, state, now)]);
  }
}

function notAsked({ nodeName }: KubeletTarget): LookFailure {
  return { state: 'lost', message: `the kubelet of ${nodeName} could not be asked in time` };
}

function sightOf({ target, reach }: Asked): Sight {
  const { state, since, contactAt } = reach;
  const message = state === 'ok' || state === 'starting' ? null : reach.message;
  return { subject: target.nodeName, kind: null, resourceId: target.nodeId, state, message, since, contactAt };
}

/** A permission that is missing everywhere is one matter, and so is what Vitals itself lacks; kubelets that are lost are as many. */
function stateOfAll(sights: readonly Sight[]): Pick<Sight, 'state' | 'message'> {
  const [first] = sights;
  const isAll = (state: Sight['state']): boolean => sights.every((sight) => sight.state === state);
  if (first === undefined) return { state: 'ok', message: null };
  const shared = (['forbidden', 'hindered'] as const).find(isAll);
  if (sights.length > 1 && shared !== undefined) return { state: shared, message: first.message };
  return { state: isAll('starting') ? 'starting' : 'ok', message: null };
}
