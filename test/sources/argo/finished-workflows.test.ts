import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Interner } from '../../../src/clients/interner.js';
import { WatchedObjects } from '../../../src/clients/kubernetes-objects.js';
import type { RawObject } from '../../../src/clients/kubernetes-watch-event.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { HOUR, SECOND, after } from '../../../src/model/time.js';
import { NO_SETTINGS } from '../../../src/registry/limit-book.js';
import { Registry } from '../../../src/registry/registry.js';
import { argo } from '../../../src/sources/argo/definition.js';
import { WorkflowBook } from '../../../src/sources/argo/workflow-book.js';
import { type SeenWorkflow, projectWorkflow } from '../../../src/sources/argo/workflow.projection.js';
import { ManualClock } from '../../support/manual-clock.js';
import { START } from './argo-world.js';
import { SYSTEM, node, rawWorkflow } from './argo-objects.js';

const WORKFLOWS = 20_000;
/** What is made once, such as code and tables of names, is made before it is measured. */
const BEFOREHAND = 2_000;
/** An answer of the API server holds so many at once. */
const PAGE = 500;
const KILOBYTE = 1_024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heap(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** As it comes over the wire: no text of it is shared with another's. */
function overTheWire(number: number, phase: string): RawObject {
  const at = (seconds: number): string => new Date(START + (number + seconds) * SECOND).toISOString();
  const nodes = { main: node(`run-${number}.main`) };
  const raw = rawWorkflow({
    name: `daily-export-${number.toString(36)}`,
    uid: randomUUID(),
    metadata: {
      namespace: `data-${number % 20}`,
      creationTimestamp: at(0),
      labels: { team: 'data', 'workflows.argoproj.io/phase': phase, 'workflows.argoproj.io/run': String(number) },
    },
    spec: { workflowTemplateRef: { name: `template-${number % 200}` } },
    status: { phase, startedAt: at(5), finishedAt: at(65), nodes },
  });
  return JSON.parse(JSON.stringify(raw)) as RawObject;
}

/** The way of a workflow from the API server to the registry, before changes are streamed, of which some are kept. */
class Way {
  /** Long after the last of them: those that failed are no finding any more. */
  private readonly clock = new ManualClock(after(START, 24 * HOUR));
  readonly registry = new Registry({ ...argo, causes: [], clock: this.clock, settings: NO_SETTINGS });
  private readonly place = { system: SYSTEM, cluster: 'prod', interner: new Interner() };
  private readonly book = new WorkflowBook(SYSTEM, 2 * HOUR, false);
  private readonly objects = new WatchedObjects<SeenWorkflow>(
    (raw) => projectWorkflow(raw, this.place),
    (error) => {
      throw error as Error;
    },
  );

  bring(from: number, to: number, phase: string): void {
    for (let number = from; number < to; number += 1) {
      this.objects.upsert(overTheWire(number, phase));
      if (this.objects.waiting >= PAGE || number === to - 1) this.handOver();
    }
  }

  private handOver(): void {
    const now = this.clock.now();
    this.registry.report(this.objects.take().flatMap((change) => [...this.book.take(change, now)]));
  }
}

it.each(['Succeeded', 'Failed'])(
  'a workflow that is over costs less than a kilobyte with all books, and one judgement: %s',
  (phase) => {
    const way = new Way();
    way.bring(0, BEFOREHAND, phase);
    const [before, judgements] = [heap(), way.registry.judgements];
    way.bring(BEFOREHAND, BEFOREHAND + WORKFLOWS, phase);
    const each = (heap() - before) / WORKFLOWS;
    expect([...way.registry.entries(ResourceKind.WORKFLOW)]).toHaveLength(BEFOREHAND + WORKFLOWS);
    expect(way.registry.judgements - judgements).toBe(WORKFLOWS);
    expect(each).toBeLessThan(KILOBYTE);
    // Less than its own name and id: then nothing was measured.
    expect(each).toBeGreaterThan(KILOBYTE / 8);
    way.registry.stop();
  },
  120_000,
);
