import type { HealthChangeRecord } from '../model/change.js';
import type { LiveEvent, LiveField } from '../resolvers/live-field.js';

/** WebSocket code for "try again later": graphql-ws' clients connect anew by themselves. */
export const TRY_AGAIN_LATER = 1013;

/** Events that wait to be executed, or for a subscriber whose opening is still under way. */
const MOST_WAITING = 20_000;

/** A subscriber's connection as a group needs it. */
export interface LiveClient {
  /** Sends one execution result, already serialised. */
  send(payload: string): void;
  /** More is waiting in its socket than a client that reads would let wait. */
  isClogged(): boolean;
  /** Resolves when the socket took what waits, or is closed; bounded. */
  drained(): Promise<void>;
  close(code: number, reason: string): void;
}

/** An event with its answer. */
interface Said {
  readonly event: LiveEvent;
  readonly text: string;
}

interface Member {
  readonly client: LiveClient;
  /** Later events only; earlier ones are part of its opening. */
  after: number;
  /** What came while its opening was under way; null once that is done. */
  backlog: Said[] | null;
  /** For `latest`: what to send once it has drained. */
  skippedTo: string | null;
}

/**
 * Subscribers who asked for the same in the same words: each event is executed and serialised once for all of them.
 */
export class LiveGroup {
  private readonly members = new Set<Member>();
  private queue: LiveEvent[] = [];
  private isRunning = false;
  private isQuiet = true;

  constructor(
    private readonly field: LiveField,
    private readonly args: Record<string, unknown>,
    /** Executes the operation on an event and serialises the result. */
    private readonly answer: (event: LiveEvent) => Promise<string>,
  ) {}

  get size(): number {
    return this.members.size;
  }

  /** Takes in a subscriber: its own opening first, then what all get. Returns how it leaves. */
  join(client: LiveClient, opening: readonly LiveEvent[], sequence: number): () => void {
    const member: Member = { client, after: sequence, backlog: [], skippedTo: null };
    this.members.add(member);
    void this.open(member, opening);
    return () => this.members.delete(member);
  }

  take(changes: readonly HealthChangeRecord[]): void {
    for (const change of changes) {
      const event = this.field.event(change, this.args);
      if (event !== null) this.enqueue(event);
    }
  }

  /** Called at intervals: says a bookmark where nothing else was said since the last time. */
  remind(sequence: number): void {
    const bookmark = this.isQuiet ? this.field.bookmark(sequence, this.args) : null;
    if (bookmark !== null) this.enqueue(bookmark);
    this.isQuiet = true;
  }

  private enqueue(event: LiveEvent): void {
    this.isQuiet = false;
    if (this.field.delivery === 'latest') this.queue = [];
    this.queue.push(event);
    if (this.queue.length > MOST_WAITING) {
      this.queue = [];
      for (const member of this.members) this.sendAway(member);
    }
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    for (let event = this.queue.shift(); event !== undefined; event = this.queue.shift()) {
      const text = await this.answer(event);
      for (const member of [...this.members]) this.deliver(member, { event, text });
    }
    this.isRunning = false;
  }

  private async open(member: Member, opening: readonly LiveEvent[]): Promise<void> {
    for (const event of opening) {
      if (!this.members.has(member)) return;
      member.client.send(await this.answer(event));
      if (member.client.isClogged()) await member.client.drained();
    }
    const backlog = member.backlog ?? [];
    member.backlog = null;
    for (const said of backlog) this.deliver(member, said);
  }

  private deliver(member: Member, said: Said): void {
    const { event, text } = said;
    const isSeen = event.isBookmark === true ? event.sequence < member.after : event.sequence <= member.after;
    if (isSeen) return;
    if (member.backlog !== null) {
      member.backlog.push(said);
      if (member.backlog.length > MOST_WAITING) this.sendAway(member);
      return;
    }
    if (!member.client.isClogged()) member.client.send(text);
    else if (this.field.delivery === 'every') this.sendAway(member);
    else void this.skip(member, text);
  }

  private async skip(member: Member, text: string): Promise<void> {
    const isWaiting = member.skippedTo !== null;
    member.skippedTo = text;
    if (isWaiting) return;
    await member.client.drained();
    const latest = member.skippedTo;
    member.skippedTo = null;
    if (this.members.has(member)) member.client.send(latest);
  }

  private sendAway(member: Member): void {
    this.members.delete(member);
    member.client.close(TRY_AGAIN_LATER, 'Too slow: resume from the last cursor');
  }
}
