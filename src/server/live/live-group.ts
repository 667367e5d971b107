import type { HealthChangeRecord } from '../../model/change.js';
import type { LiveEvent, LiveField } from '../../resolvers/live-field.js';
import { Turns } from '../../resolvers/turns.js';
import type { LiveClient } from './live-client.js';
import { LIVE_LIMITS, type LiveLimits } from './live-limits.js';
import { LiveMember, type LogPlace, type MemberParts } from './live-member.js';
import type { LiveOpening } from './live-opening.js';
import { LivePayload } from './live-payload.js';
import { SharedTurns } from './shared-turns.js';
import { Waiting } from './waiting.js';

/** WebSocket code for "try again later": graphql-ws' clients connect anew by themselves. */
export const TRY_AGAIN_LATER = 1013;

const SLOW = 'Too slow: resume from the last cursor';
const BROKEN = 'Something broke: resume from the last cursor';

/** A log that keeps everything: there is always time to resume. */
const ENDLESS: LogPlace = { newest: 0, kept: Infinity };

/** What groups have together. */
export interface GroupParts {
  readonly limits: LiveLimits;
  readonly openings: SharedTurns;
  readonly waiting: Waiting;
  readonly log: LogPlace;
}

/**
 * Subscribers who asked for the same in the same words: each event is executed and serialised once for all of them.
 */
export class LiveGroup {
  private readonly members = new Set<LiveMember>();
  private queue: LiveEvent[] = [];
  private isRunning = false;
  private isQuiet = true;
  /** What those hear first who began last. */
  private opening: LiveOpening | null = null;
  private readonly limits: LiveLimits;
  private readonly openings: SharedTurns;
  private readonly memberParts: MemberParts;

  constructor(
    private readonly field: LiveField,
    private readonly args: Record<string, unknown>,
    /** Executes the operation on an event, and serialises and encodes the result. */
    private readonly answer: (event: LiveEvent) => Promise<Buffer>,
    /** Told of what should not have happened: for the log. Those it concerns have been sent away. */
    private readonly onDefect: (error: unknown) => void,
    parts: Partial<GroupParts> = {},
  ) {
    const { limits = LIVE_LIMITS, openings = new SharedTurns(), waiting = new Waiting(), log = ENDLESS } = parts;
    this.limits = limits;
    this.openings = openings;
    const sendAway = (member: LiveMember): void => {
      this.sendAway(member, SLOW);
    };
    // Where only the latest matters, nobody resumes.
    this.memberParts = { waiting, log: field.delivery === 'every' ? log : ENDLESS, sendAway };
  }

  get size(): number {
    return this.members.size;
  }

  /** What somebody is to hear first who begins now, where others hear it at the moment. */
  openingOf(sequence: number): LiveOpening | null {
    return this.opening?.isOf(sequence) === true ? this.opening : null;
  }

  /** Takes in a subscriber: its opening first, then what all get. Returns how it leaves. */
  join(client: LiveClient, opening: LiveOpening): () => void {
    if (opening.from === null) this.opening = opening;
    const member = new LiveMember(client, opening, this.memberParts);
    this.members.add(member);
    this.guard(this.open(member, opening), [member]);
    return () => {
      this.drop(member);
    };
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
          const payload = new LivePayload(event, await this.answer(event));
          // Who leaves meanwhile is passed over; who comes meanwhile has seen it.
          for (const member of this.members) {
            this.deliver(member, payload);
            if (turns.isOver) await turns.next();
          }
          await turns.next();
        }
      }
    } finally {
      this.isRunning = false;
    }
  }

  private async open(member: LiveMember, opening: LiveOpening): Promise<void> {
    const { waiting } = this.memberParts;
    member.open();
    const isThere = await this.openings.during(async (rest) => {
      for (const event of opening.events) {
        // Also before the first: however many begin at once.
        await rest();
        const payload = await opening.payload(event, waiting, this.answer);
        if (!(await this.send(member, payload))) return false;
        waiting.lookSoon();
      }
      return true;
    });
    if (!isThere) return;
    member.endOpening();
    await this.catchUp(member);
  }

  private deliver(member: LiveMember, payload: LivePayload): void {
    const { isBookmark, sequence } = payload.event;
    const isSeen = isBookmark === true ? sequence < member.after : sequence <= member.after;
    if (isSeen) return;
    if (!member.isBusy && !member.client.isClogged()) {
      this.write(member, payload);
      return;
    }
    if (this.field.delivery === 'latest') member.releaseAll();
    member.hold(payload);
    if (member.isOver(this.limits)) this.sendAway(member, SLOW);
    else if (!member.isBusy) this.guard(this.catchUp(member), [member]);
  }

  /** Sends what waits, as its socket takes it, until nothing does. */
  private async catchUp(member: LiveMember): Promise<void> {
    member.begin();
    do {
      // Before anything is taken: until there is room, a newer one may take the place of the latest.
      if (!(await this.hasRoom(member))) return;
      const payload = member.next();
      if (payload !== null) this.write(member, payload);
    } while (member.isWaitedFor);
    member.isBusy = false;
  }

  /** False when the member is gone. */
  private async send(member: LiveMember, payload: LivePayload): Promise<boolean> {
    if (!(await this.hasRoom(member))) return false;
    this.write(member, payload);
    return true;
  }

  private write(member: LiveMember, payload: LivePayload): void {
    try {
      member.send(payload);
    } catch (error) {
      this.giveUp(error, [member]);
    }
  }

  private async hasRoom(member: LiveMember): Promise<boolean> {
    while (this.members.has(member) && member.client.isClogged()) {
      if (!(await member.client.drained())) this.sendAway(member, SLOW);
    }
    return this.members.has(member);
  }

  private sendAway(member: LiveMember, reason: string): void {
    if (!this.drop(member)) return;
    member.client.close(TRY_AGAIN_LATER, reason);
  }

  /** False: it was gone already. */
  private drop(member: LiveMember): boolean {
    member.leave();
    return this.members.delete(member);
  }

  /** What a promise nobody waits for broke on: those it was for are sent away, and nobody else notices. */
  private guard(work: Promise<void>, members: Iterable<LiveMember>): void {
    work.catch((error: unknown) => {
      this.giveUp(error, members);
    });
  }

  private giveUp(error: unknown, members: Iterable<LiveMember>): void {
    for (const member of [...members]) this.sendAway(member, BROKEN);
    this.onDefect(error);
  }
}
