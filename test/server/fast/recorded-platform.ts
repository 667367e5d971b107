import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperationTypeNode, getOperationAST, parse } from 'graphql';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Instant } from '../../../src/model/time.js';
import { ServerMode } from '../../../src/model/server.js';
import { defaultRecording } from '../../../src/recording/default-recording.js';
import { type Recording, readRecording } from '../../../src/recording/recording.js';
import { Registry } from '../../../src/registry/registry.js';
import { type Graph, createGraph } from '../../../src/resolvers/schema.js';
import { CompileTime, usualCompileBudget } from '../../../src/server/fast/compile-budget.js';
import { catalogue } from '../../../src/sources/index.js';
import { platformRecords } from '../../../src/sources/platform.js';
import { dice } from '../../support/dice.js';
import { ManualClock } from '../../support/manual-clock.js';
import { QueryMaker } from './generated-queries.js';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'schema', 'examples');

const ASKED_KINDS = [
  ResourceKind.POD,
  ResourceKind.NODE,
  ResourceKind.DATABASE,
  ResourceKind.KAFKA,
  ResourceKind.TOPIC,
  ResourceKind.WORKFLOW,
];

export interface Example {
  readonly file: string;
  readonly text: string;
}

function examplesOf(wanted: OperationTypeNode): readonly Example[] {
  return readdirSync(FOLDER)
    .map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }))
    .filter(({ text }) => getOperationAST(parse(text))?.operation === wanted);
}

/** Every committed example that is asked once. */
export const EXAMPLES = examplesOf(OperationTypeNode.QUERY);

/** Every committed example that follows something. */
export const SUBSCRIPTIONS = examplesOf(OperationTypeNode.SUBSCRIPTION);

/** For who asks far more queries than people do. */
export const COMPILE_ALL = usualCompileBudget(new CompileTime(Infinity));

/** The platform of the default recording, by a clock moved by hand. */
export class RecordedPlatform {
  readonly clock = new ManualClock();
  readonly registry = new Registry({ ...catalogue, clock: this.clock });
  readonly graph: Graph;
  private readonly start = this.clock.now();
  private next = 0;

  private constructor(private readonly recording: Recording) {
    const state = { version: '1', startedAt: 0 as Instant, mode: ServerMode.LIVE, recording: null };
    const refresher = { refresh: () => Promise.resolve() };
    this.graph = createGraph({ registry: this.registry, clock: this.clock, state, refresher });
    this.registry.report(platformRecords(() => true, this.start));
    while ((recording.offsetOf(this.next) ?? Infinity) <= recording.syncedAfter) this.step();
    this.registry.open();
  }

  static async open(): Promise<RecordedPlatform> {
    return new RecordedPlatform(await readRecording(defaultRecording()));
  }

  /** Makes queries about what is on it, and about what is not. */
  queryMaker(seed: number): QueryMaker {
    const { registry } = this;
    const ids = ASKED_KINDS.flatMap((kind) => [...registry.entries(kind)].slice(0, 2)).map(({ id }) =>
      JSON.stringify(id),
    );
    const clusters = [...registry.entries(ResourceKind.CLUSTER)].map(({ main }) => JSON.stringify(main.name));
    const namespaces = [...registry.entries(ResourceKind.NAMESPACE)].map(({ main }) => JSON.stringify(main.name));
    return new QueryMaker(this.graph.schema, dice(seed), {
      id: [...ids, '"none"'],
      ids: [...ids, '"none"'],
      kind: ['POD', 'NODE'],
      kinds: ['POD', 'DATABASE'],
      name: ['"metadata"', '"platform"', '"none"', '"*a*"'],
      text: ['"a"', '"o"'],
      clusters,
      namespaces: namespaces.slice(0, 3),
      // Together with `first` it is refused.
      last: [],
    });
  }

  /** Reports the next batch at its time. False: there is none. */
  step(): boolean {
    const offset = this.recording.offsetOf(this.next);
    if (offset === null) return false;
    this.clock.advance(Math.max(0, this.start + offset - this.clock.now()));
    this.registry.report(this.recording.batch(this.next, this.start));
    this.next += 1;
    return true;
  }
}
