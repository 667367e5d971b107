import { z } from 'zod';
import type { Clock } from '../../model/clock.js';
import type { PostgresDatabase } from '../../model/database.js';
import { type Instant, type Milliseconds, MINUTE, SECOND, after, instant } from '../../model/time.js';
import type { PostgresConfig } from './postgres.config.js';
import { PostgresConnection } from './postgres.connection.js';
import { SilentServer, refusalOf } from './postgres.failure.js';
import * as questions from './postgres.queries.js';

/** What SQL tells of a server; the rest of its facts is configuration. */
export type SeenFacts = Omit<
  PostgresDatabase,
  | 'id'
  | 'kind'
  | 'name'
  | 'system'
  | 'namespace'
  | 'labels'
  | 'engine'
  | 'capacityBytes'
  | 'isStandbyExpected'
  | 'vcpus'
  | 'host'
  | 'port'
  | 'placement'
>;

export interface Seen {
  readonly facts: SeenFacts;
  readonly observedAt: Instant;
  /** The server's clock less ours. */
  readonly clockSkew: Milliseconds;
}

/** A value, or why there is none. */
type Answer<T> = { readonly value: T } | { readonly lack: questions.Lack };

/** Sizes walk through the server's directories: not more often than this, whoever asks. */
const SIZES_EVERY: Milliseconds = MINUTE;

/** A server that says nothing for so long hangs. Once it has spoken, what is slow has the whole deadline. */
const FIRST_WORD_WITHIN: Milliseconds = 2 * SECOND;

const capabilitiesAnswer = z.tuple([questions.capabilitiesSchema]);

/** Looks at one server, over one connection that is kept from look to look. */
export class PostgresEye {
  private connection: PostgresConnection | null = null;
  private capabilities: questions.Capabilities | null = null;
  private sizes: { readonly askedAt: Instant; readonly data: Answer<number>; readonly wal: Answer<number> } | null =
    null;

  /** @param onLost called when the server ends the connection, between looks too */
  constructor(
    private readonly config: PostgresConfig,
    private readonly clock: Clock,
    private readonly onLost: () => void,
  ) {}

  /** Rejects when the server cannot be seen at all; what it does not tell is missing with the reason. */
  async look(signal: AbortSignal): Promise<Seen> {
    const isKept = this.connection !== null;
    const connection = (this.connection ??= this.connect());
    const drop = (): void => {
      connection.destroy();
      if (this.connection === connection) this.connection = null;
    };
    const silence = new AbortController();
    const endSilence = this.clock.at(after(this.clock.now(), FIRST_WORD_WITHIN), () => {
      silence.abort();
      drop();
    });
    signal.addEventListener('abort', drop, { once: true });
    try {
      await connection.open();
      if (!isKept) endSilence();
      return await this.lookThrough(connection, endSilence);
    } catch (error) {
      drop();
      throw silence.signal.aborted ? new SilentServer(FIRST_WORD_WITHIN) : error;
    } finally {
      endSilence();
      signal.removeEventListener('abort', drop);
    }
  }

  async close(): Promise<void> {
    await this.connection?.close();
    this.connection = null;
  }

  private connect(): PostgresConnection {
    this.capabilities = null;
    const connection: PostgresConnection = new PostgresConnection(this.config, this.clock, () => {
      if (this.connection === connection) this.connection = null;
      this.onLost();
    });
    return connection;
  }

  private async lookThrough(connection: PostgresConnection, endSilence: () => void): Promise<Seen> {
    await this.learnCapabilities(connection);
    const ask = <T>(question: questions.Question<T>): Promise<Answer<T>> => this.ask(connection, question);
    const askedAt = this.clock.now();
    const server = connection.query(questions.serverQuestion.text()).then((rows) => {
      endSilence();
      const value = questions.serverQuestion.answer.parse(rows);
      return { ...value, clockSkew: Math.round(value.serverAt - (askedAt + this.clock.now()) / 2) };
    });
    const [seen, readOnly, sessions, standbys, replay, slots, wraparound, io, sizes] = await Promise.all([
      server,
      ask(questions.readOnlyQuestion),
      ask(questions.sessionsQuestion),
      ask(questions.standbysQuestion),
      ask(questions.replayQuestion),
      ask(questions.slotsQuestion),
      ask(questions.wraparoundQuestion),
      ask(questions.ioQuestion),
      this.askSizes(ask, askedAt),
    ]);
    const facts = factsOf(seen, { readOnly, sessions, standbys, replay, slots, wraparound, io, ...sizes });
    return { facts, observedAt: askedAt, clockSkew: seen.clockSkew };
  }

  /** Once per connection; whether it may see what it may not yet, each time. */
  private async learnCapabilities(connection: PostgresConnection): Promise<void> {
    const before = this.capabilities;
    if (before?.canSeeSessions === true) return;
    const [capabilities] = capabilitiesAnswer.parse(await connection.query(questions.CAPABILITIES));
    this.capabilities = capabilities;
    if (before !== null && capabilities.canSeeSessions) this.sizes = null;
  }

  private async ask<T>(connection: PostgresConnection, question: questions.Question<T>): Promise<Answer<T>> {
    if (this.capabilities === null) return { lack: 'probe failed' };
    const lack = question.lack?.(this.capabilities) ?? null;
    if (lack !== null) return { lack };
    try {
      const answer = question.answer.safeParse(await connection.query(question.text(this.capabilities)));
      return answer.success ? { value: answer.data } : { lack: 'probe failed' };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      return { lack: refusal };
    }
  }

  private async askSizes(
    ask: <T>(question: questions.Question<T>) => Promise<Answer<T>>,
    askedAt: Instant,
  ): Promise<{ readonly data: Answer<number>; readonly wal: Answer<number> }> {
    if (this.sizes !== null && askedAt - this.sizes.askedAt < SIZES_EVERY) return this.sizes;
    const [data, wal] = await Promise.all([ask(questions.databaseSizeQuestion), ask(questions.walSizeQuestion)]);
    this.sizes = { askedAt, data: pick(data, ({ bytes }) => bytes), wal: pick(wal, ({ bytes }) => bytes) };
    return this.sizes;
  }
}

interface Answers {
  readonly readOnly: Answer<z.infer<typeof questions.readOnlyQuestion.answer>>;
  readonly sessions: Answer<z.infer<typeof questions.sessionsQuestion.answer>>;
  readonly standbys: Answer<z.infer<typeof questions.standbysQuestion.answer>>;
  readonly replay: Answer<z.infer<typeof questions.replayQuestion.answer>>;
  readonly slots: Answer<z.infer<typeof questions.slotsQuestion.answer>>;
  readonly wraparound: Answer<z.infer<typeof questions.wraparoundQuestion.answer>>;
  readonly io: Answer<z.infer<typeof questions.ioQuestion.answer>>;
  readonly data: Answer<number>;
  readonly wal: Answer<number>;
}

function factsOf(server: z.infer<typeof questions.serverQuestion.answer>, answers: Answers): SeenFacts {
  const unavailable: Record<string, string> = {};
  const take = <T>(name: keyof SeenFacts, answer: Answer<T>): T | null => {
    if ('value' in answer) return answer.value;
    unavailable[name] = answer.lack;
    return null;
  };
  const { maximum, reserved } = server;
  const { sessions, data, wal, io } = answers;
  return {
    version: server.version,
    startedAt: instant(Math.round(server.startedAt)),
    isInRecovery: server.isInRecovery,
    isReadOnly: take('isReadOnly', orUnsupported(pick(answers.readOnly, ({ isReadOnly }) => isReadOnly))),
    connections: take(
      'connections',
      pick(sessions, ({ used }) => ({ used, maximum, reserved })),
    ),
    activity: take('activity', pick(sessions, activityOf)),
    standbys: take('standbys', answers.standbys),
    slots: take('slots', answers.slots),
    wraparound: take(
      'wraparound',
      pick(answers.wraparound, ({ wraparound }) => wraparound),
    ),
    replayLag: take(
      'replayLag',
      pick(answers.replay, ({ replayLag }) => replayLag),
    ),
    blocksRead: take(
      'blocksRead',
      pick(io, ({ blocksRead }) => blocksRead),
    ),
    blockReadTime: take('blockReadTime', orUnsupported(pick(io, ({ blockReadTime }) => blockReadTime))),
    walBytes: take('walBytes', wal),
    sizeBytes: take(
      'sizeBytes',
      'value' in data && 'value' in wal ? { value: data.value + wal.value } : 'lack' in data ? data : wal,
    ),
    unavailable,
  };
}

function activityOf(sessions: z.infer<typeof questions.sessionsQuestion.answer>): NonNullable<SeenFacts['activity']> {
  const { active, running, waitingOnIo, longestIdleInTransaction, blocked, longestBlocked } = sessions;
  return { active, running, waitingOnIo, longestIdleInTransaction, blocked, longestBlocked };
}

/** Null is what the server cannot say: the time of reads without `track_io_timing`, say. */
function orUnsupported<T>(answer: Answer<T | null>): Answer<T> {
  return 'value' in answer && answer.value === null ? { lack: 'unsupported' } : (answer as Answer<T>);
}

function pick<T, U>(answer: Answer<T>, part: (value: T) => U): Answer<U> {
  return 'value' in answer ? { value: part(answer.value) } : answer;
}
