import type { Milliseconds } from '../../model/time.js';
import type { Wire } from './live-client.js';
import { LIVE_LIMITS } from './live-limits.js';
import type { LiveMember } from './live-member.js';
import type { LivePayload } from './live-payload.js';

/** Sockets are not counted more often: there may be thousands. */
const LOOKED_AT_EVERY: Milliseconds = 100;

/** However much happens, on however many sites at once. */
const LOOKED_AT_LEAST: Milliseconds = 20;

/** Of what may wait, what waits where there is room again. */
const ROOMY = 0.75;

/** All that waits for subscribers: who falls too far behind is sent away, and, where it is too much together, who holds most. */
export class Waiting {
  /** Those for whom something may wait. */
  private readonly members = new Set<LiveMember>();
  /** Of events and openings: each once, however many it waits for. */
  private bytes = 0;
  private lookedAt = -Infinity;

  /**
   * @param most bytes
   * @param now milliseconds that only go forward
   */
  constructor(
    private readonly most = LIVE_LIMITS.inTotal,
    private readonly now: () => number = () => performance.now(),
  ) {}

  add(member: LiveMember): void {
    this.members.add(member);
  }

  delete(member: LiveMember): void {
    this.members.delete(member);
  }

  hold(payload: LivePayload): void {
    payload.holders += 1;
    if (payload.holders === 1) this.count(payload.bytes.length);
  }

  release(payload: LivePayload): void {
    payload.holders -= 1;
    if (payload.holders === 0) this.count(-payload.bytes.length);
  }

  /** So many bytes more, or less. */
  count(bytes: number): void {
    this.bytes += bytes;
    if (bytes > 0 && this.bytes > this.most) this.look();
  }

  /**
   * Called often, of each site: looks now and then.
   * @param isUrgent somebody may fall behind by what has happened since
   */
  lookSoon(isUrgent = false): boolean {
    const isDue = this.now() - this.lookedAt >= (isUrgent ? LOOKED_AT_LEAST : LOOKED_AT_EVERY);
    if (isDue) this.look();
    return isDue;
  }

  look(): void {
    this.lookedAt = this.now();
    // Several subscriptions may share one.
    const wires = new Set<Wire>();
    for (const member of this.members) {
      if (member.isAtEase) this.members.delete(member);
      else if (member.isFallingBehind) member.sendAway();
      else wires.add(member.client.wire);
    }
    let inSockets = 0;
    for (const { writableLength } of wires) inSockets += writableLength;
    if (this.bytes + inSockets > this.most) this.makeRoom(wires, inSockets);
  }

  /** More than is wanted now: else it would be looked for somebody again with the next event. */
  private makeRoom(wires: Set<Wire>, inSockets: number): void {
    let left = inSockets;
    // Of those who hold as much, who came last.
    const members = [...this.members].reverse().sort((a, b) => b.held - a.held);
    for (const member of members) {
      if (this.bytes + left <= this.most * ROOMY) return;
      const { wire } = member.client;
      if (wires.delete(wire)) left -= wire.writableLength;
      member.sendAway();
    }
  }
}
