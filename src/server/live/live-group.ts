import type { HealthChangeRecord } from '../../model/change.js';
import type { LiveEvent, LiveField } from '../../resolvers/live-field.js';
import { Turns } from '../../resolvers/turns.js';
import { SharedTurns } from './shared-turns.js';

/** WebSocket code for "try again later": graphql-ws' clients connect anew by themselves. */
export const TRY_AGAIN_LATER = 1013;

const SLOW = 'Too slow: resume from the last cursor';
const BROKEN = 'Something broke: resume from the last cursor';

/** Bounds on what waits, in events. */
export interface LiveLimits {
  /** To be executed for a group. */
  readonly queued: number;
  /** Executed, for one subscriber whose socket is full or whose opening is under way. */
  readonly waiting: number;
}

export const LIVE_LIMITS: LiveLimits = { queued: 100_000, waiting: 20_000 };

/** A subscriber's connection as a group needs it. */
export interface LiveClient {
  /** Sends one execution result, already serialised and encoded. */
  send(payload: Buffer): void;
  /** More is waiting in its socket than a client that reads would let wait. */
  isClogged(): boolean;
  /** Resolves when the socket took what waits: true; or when it is closed or took too long: false. */
  drained(): Promise<boolean>;
  close(code: number, reason: string): void;
}

interface Member {
  readonly client: LiveClient;
  /** Later events only; earlier ones are part of its opening. */
  readonly after: number;
  /** What came while it could not be sent to. For `latest` only the newest. */
  waiting: Buffer[];
  /** Its opening, or what waits, is being sent: what comes now has to wait behind. */
  isBusy: boolean;
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
    /** Executes the operation on an event, and serialises and encodes the result. */
    private readonly answer: (event: LiveEvent) => Promise<Buffer>,
    /** Told of what should not have happened: for the log. Those it concerns have been sent away. */
    private readonly onDefect: (error: unknown) => void,
    private readonly limits: LiveLimits = LIVE_LIMITS,
    private readonly openings = new SharedTurns(),
  ) {}

  get size(): number {
    return this.members.size;
  }

  /** Takes in a subscriber: its own opening first, then what all get. Returns how it leaves. */
  join(client: LiveClient, opening: readonly LiveEvent[], sequence: number): () => void {
    const member: Member = { client, after: sequence, waiting: [], isBusy: true };
    this.members.add(member);
    this.guard(this.open(member, opening), [member]);
    return () => this.members.delete(member);
  }

  take(change: HealthChangeRecord): void {
    try {
      const event = this.field.event(change, this.args);
      if (event !== null) this.enqueue(event);
    } catch (error) {
      this.giveUp(error, this.members);
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
    if (this.queue.length > this.limits.queued) {
      this.queue = [];
      for (const member of this.members) this.sendAway(member, SLOW);
    }
    if (!this.isRunning) this.guard(this.run(), this.members);
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    const turns = new Turns();
    try {
      for (let batch = this.queue; batch.length > 0; batch = this.queue) {
        this.queue = [];
        for (const event of batch) {
          const payload = await this.answer(event);
          // Who leaves meanwhile is passed over; who comes meanwhile has seen it.
          for (const member of this.members) {
            this.deliver(member, event, payload);
            if (turns.isOver) await turns.next();
          }
          await turns.next();
        }
      }
    } finally {
      this.isRunning = false;
    }
  }

  private async open(member: Member, opening: readonly LiveEvent[]): Promise<void> {
    const isThere = await this.openings.during(async (rest) => {
      for (const event of opening) {
        // Also before the first: however many begin at once.
        await rest();
        const payload = await this.answer(event);
        if (!(await this.send(member, payload))) return false;
      }
      return true;
    });
    if (isThere) await this.catchUp(member);
  }

  private deliver(member: Member, event: LiveEvent, payload: Buffer): void {
    const isSeen = event.isBookmark === true ? event.sequence < member.after : event.sequence <= member.after;
    if (isSeen) return;
    if (!member.isBusy && !member.client.isClogged()) {
      this.write(member, payload);
      return;
    }
    if (this.field.delivery === 'latest') member.waiting = [];
    member.waiting.push(payload);
    if (member.waiting.length > this.limits.waiting) this.sendAway(member, SLOW);
    else if (!member.isBusy) this.guard(this.catchUp(member), [member]);
  }

  /** Sends what waits, as its socket takes it, until nothing does. */
  private async catchUp(member: Member): Promise<void> {
    member.isBusy = true;
    do {
      // Before anything is taken: until there is room, a newer one may take the place of the latest.
      if (!(await this.hasRoom(member))) return;
      const { waiting } = member;
      member.waiting = [];
      for (const payload of waiting) if (!(await this.send(member, payload))) return;
    } while (member.waiting.length > 0);
    member.isBusy = false;
  }

  /** False when the member is gone. */
  private async send(member: Member, payload: Buffer): Promise<boolean> {
    if (!(await this.hasRoom(member))) return false;
    this.write(member, payload);
    return true;
  }

  private write(member: Member, payload: Buffer): void {
    try {
      member.client.send(payload);
    } catch (error) {
      this.giveUp(error, [member]);
    }
  }

  private async hasRoom(member: Member): Promise<boolean> {
    while (this.members.has(member) && member.client.isClogged()) {
      if (!(await member.client.drained())) this.sendAway(member, SLOW);
    }
    return this.members.has(member);
  }

  private sendAway(member: Member, reason: string): void {
    if (!this.members.delete(member)) return;
    member.waiting = [];
    member.client.close(TRY_AGAIN_LATER, reason);
  }

  /** What a promise nobody waits for broke on: those it was for are sent away, and nobody else notices. */
  private guard(work: Promise<void>, members: Iterable<Member>): void {
    work.catch((error: unknown) => {
      this.giveUp(error, members);
    });
  }

  private giveUp(error: unknown, members: Iterable<Member>): void {
    for (const member of [...members]) this.sendAway(member, BROKEN);
    this.onDefect(error);
  }
}
