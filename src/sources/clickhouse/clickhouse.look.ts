import { setMaxListeners } from 'node:events';
import type { z } from 'zod';
import { AnswerBound } from '../../clients/answer-bound.js';
import type { Endpoint } from '../../config/fields.js';
import { MEBIBYTE } from '../../model/bytes.js';
import type { Clock } from '../../model/clock.js';
import { getOrMake } from '../../model/get-or-make.js';
import { type Instant, MINUTE, type Milliseconds, SECOND, after } from '../../model/time.js';
import { type Answer, type Answers, hasFailed, seenOf } from './clickhouse.answers.js';
import type { ClickHouseConfig } from './clickhouse.config.js';
import { ClickHouseConnection } from './clickhouse.connection.js';
import type { Seen } from './clickhouse.facts.js';
import { Refusal, SilentServer, lackOf } from './clickhouse.failure.js';
import * as questions from './clickhouse.queries.js';

/** A server that says nothing for so long hangs. Once it has spoken, what is slow has the whole deadline. */
const FIRST_WORD_WITHIN: Milliseconds = 2 * SECOND;

/** What is slow ends before the deadline does: what others said is not lost with it. */
const ANSWERS_WITHIN = 0.9;

/** So many listen to the same end, twice each; Node takes more than ten of them for a leak. */
const QUESTIONS = 50;

/** Definitions of tables are written out for each of them: not more often than this. */
const DEFINITIONS_EVERY: Milliseconds = MINUTE;

/** So often it is asked which tables there are while some are forbidden: they may have been granted since. */
const GRANTS_EVERY: Milliseconds = MINUTE;

type Definitions = Pick<Answers, 'definitions' | 'settings' | 'replicatedSettings'>;

interface KeptDefinitions extends Definitions {
  /** Null: not all of them were had, and they are asked for in the next look. */
  readonly askedAt: Instant | null;
}

/** What is known of the server that answers: as long as it is the same one. */
interface Server {
  readonly columns: questions.Columns;
  /** When these were asked for. */
  readonly askedAt: Instant;
  readonly version: string;
  readonly uptimeSeconds: number;
  /** Why tables without a single known column cannot be asked. */
  readonly lacks: Map<questions.SystemTable, 'unsupported' | 'forbidden'>;
}

/** Bytes. What 20,000 tables answer is less; whoever says more than this is no ClickHouse. */
const LONGEST_ANSWER = 32 * MEBIBYTE;

type Ask = <T>(question: questions.Question<T>) => Promise<Answer<readonly T[]>>;

/** Looks at one server, over connections that are kept from look to look. */
export class ServerEye {
  private readonly bound = new AnswerBound(LONGEST_ANSWER);
  private connection: ClickHouseConnection | null = null;
  private server: Server | null = null;
  private definitions: KeptDefinitions | null = null;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly config: ClickHouseConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Rejects when the server cannot be seen at all; what it does not tell is missing with the reason.
   * @param takeTurn whether to ask for active replicas, too, which asks Keeper for each table; called when all else is asked,
   * so that no turn is used up by a server that does not say who it is
   * @param onFirstWord called when it has answered who it is, before all else
   */
  async look(takeTurn: () => boolean, signal: AbortSignal, onFirstWord: () => void): Promise<Seen> {
    try {
      this.connection ??= new ClickHouseConnection(this.endpoint, this.config, this.bound);
      return await this.lookThrough(this.connection, takeTurn, signal, onFirstWord);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { connection } = this;
    [this.connection, this.server, this.definitions] = [null, null, null];
    await connection?.close();
  }

  private async lookThrough(
    connection: ClickHouseConnection,
    takeTurn: () => boolean,
    signal: AbortSignal,
    onFirstWord: () => void,
  ): Promise<Seen> {
    const { clock, config } = this;
    const askedAt = clock.now();
    const first = await this.firstWord(connection, signal);
    const answeredAt = clock.now();
    onFirstWord();
    const server = await this.serverOf(connection, first, signal);
    const rest = new AbortController();
    const disarm = clock.at(after(askedAt, config.deadline * ANSWERS_WITHIN), () => {
      rest.abort();
    });
    try {
      const either = AbortSignal.any([signal, rest.signal]);
      setMaxListeners(QUESTIONS, either);
      const answers = await this.askAll((question) => askOne(connection, server, question, either), takeTurn);
      signal.throwIfAborted();
      return seenOf({ server: first, ...answers }, askedAt, answeredAt);
    } finally {
      disarm();
      rest.abort();
    }
  }

  private async firstWord(
    connection: ClickHouseConnection,
    signal: AbortSignal,
  ): Promise<z.output<typeof questions.serverAnswer>> {
    const silence = new AbortController();
    const disarm = this.clock.at(after(this.clock.now(), FIRST_WORD_WITHIN), () => {
      silence.abort();
    });
    try {
      const rows = await connection.ask(questions.SERVER, AbortSignal.any([signal, silence.signal]));
      return questions.serverAnswer.parse(rows);
    } catch (error) {
      throw silence.signal.aborted ? new SilentServer(FIRST_WORD_WITHIN) : error;
    } finally {
      disarm();
    }
  }

  /**
   * Asked again when another server answers: another version, or the same one after a restart; and now and then while tables
   * are forbidden.
   */
  private async serverOf(
    connection: ClickHouseConnection,
    { version, uptimeSeconds }: z.output<typeof questions.serverAnswer>,
    signal: AbortSignal,
  ): Promise<Server> {
    const before = this.server;
    const askedAt = this.clock.now();
    if (before === null || before.version !== version || before.uptimeSeconds > uptimeSeconds) this.definitions = null;
    else if (!mayBeGranted(before, askedAt)) {
      this.server = { ...before, uptimeSeconds };
      return this.server;
    }
    const columns = new Map<string, Set<string>>();
    for (const { table, name } of questions.columnsAnswer.parse(await connection.ask(questions.COLUMNS, signal))) {
      getOrMake(columns, table, () => new Set<string>()).add(name);
    }
    this.server = { columns, askedAt, version, uptimeSeconds, lacks: new Map() };
    return this.server;
  }

  private async askAll(ask: Ask, takeTurn: () => boolean): Promise<Omit<Answers, 'server'>> {
    const [tables, queue, events, metrics, parts, disks, mutations, distributed, keeper, definitions, active] =
      await Promise.all([
        ask(questions.tablesQuestion),
        ask(questions.queueQuestion),
        ask(questions.eventsQuestion),
        ask(questions.metricsQuestion),
        ask(questions.partsQuestion),
        ask(questions.disksQuestion),
        ask(questions.mutationsQuestion),
        ask(questions.distributedQuestion),
        ask(questions.keeperQuestion),
        this.askDefinitions(ask),
        takeTurn() ? ask(questions.activeReplicasQuestion) : null,
      ]);
    return { tables, queue, events, metrics, parts, disks, mutations, distributed, keeper, active, ...definitions };
  }

  private async askDefinitions(ask: Ask): Promise<Definitions> {
    const now = this.clock.now();
    const before = this.definitions;
    if (before?.askedAt != null && now - before.askedAt < DEFINITIONS_EVERY) return before;
    const [definitions, settings, replicatedSettings] = await Promise.all([
      ask(questions.definitionsQuestion),
      ask(questions.settingsQuestion),
      ask(questions.replicatedSettingsQuestion),
    ]);
    this.definitions = {
      definitions: lastTold(definitions, before?.definitions),
      settings: lastTold(settings, before?.settings),
      replicatedSettings: lastTold(replicatedSettings, before?.replicatedSettings),
      askedAt: [definitions, settings, replicatedSettings].some(hasFailed) ? null : now,
    };
    return this.definitions;
  }
}

function mayBeGranted({ askedAt, lacks }: Server, now: Instant): boolean {
  return now - askedAt >= GRANTS_EVERY && [...lacks.values()].includes('forbidden');
}

/** What failed for the moment is as it was: how a table is defined rarely changes. */
function lastTold<T>(answer: Answer<T>, before: Answer<T> | undefined): Answer<T> {
  return hasFailed(answer) ? (before ?? answer) : answer;
}

async function askOne<T>(
  connection: ClickHouseConnection,
  { columns, lacks }: Server,
  { table, text, answer }: questions.Question<T>,
  signal: AbortSignal,
): Promise<Answer<readonly T[]>> {
  const known = columns.get(table);
  try {
    if (known === undefined) return { lack: lacks.get(table) ?? (await whyNot(connection, table, lacks, signal)) };
    return {
      value: answer.parse(
        await connection.ask(
          text((column) => known.has(column)),
          signal,
        ),
      ),
    };
  } catch (error) {
    return { lack: lackOf(error) };
  }
}

/** A table that shows no columns is not there, or not for us: only asking it tells. */
async function whyNot(
  connection: ClickHouseConnection,
  table: questions.SystemTable,
  lacks: Server['lacks'],
  signal: AbortSignal,
): Promise<'unsupported' | 'forbidden'> {
  let lack: 'unsupported' | 'forbidden' = 'forbidden';
  try {
    await connection.ask(`SELECT 1 AS one FROM system.${table} LIMIT 0`, signal);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    lack = lackOf(error) === 'unsupported' ? 'unsupported' : 'forbidden';
  }
  lacks.set(table, lack);
  return lack;
}
