import type { Disappearance, Observation, SourceEvent } from '../model/facts.js';
import { ResourceKind } from '../model/kinds.js';
import { type Source, SourceMode } from '../model/source.js';
import { type Instant, type Milliseconds, SECOND, after } from '../model/time.js';
import type { Recording } from './recording.js';
import type { VirtualClock } from './virtual-clock.js';

/** Plays a recording in the place of sources: everything above them cannot tell the difference. */
export class Player {
  private start: Instant;
  private next = 0;
  /** What is there now, so that a lap can end as it began. */
  private readonly present = new Map<string, Disappearance>();
  private cancel: () => void = () => undefined;

  constructor(
    private readonly recording: Recording,
    private readonly clock: VirtualClock,
    private readonly report: (events: readonly SourceEvent[]) => void,
    private readonly options: {
      readonly isLooping: boolean;
      readonly onEnd?: () => void;
      /** A batch could not be taken: nothing more is played. */
      readonly onDefect?: (error: unknown) => void;
    },
  ) {
    this.start = clock.now();
  }

  /** Shows the first picture at once, and then plays on. */
  begin(): void {
    this.schedule();
    this.clock.jumpTo(after(this.start, this.recording.syncedAfter));
  }

  stop(): void {
    this.cancel();
  }

  /** A lap takes its time even where nothing is recorded after the first picture. */
  private get lap(): Milliseconds {
    const { duration, syncedAfter } = this.recording;
    return this.options.isLooping ? Math.max(duration, syncedAfter + SECOND) : duration;
  }

  private schedule(): void {
    const offset = this.recording.offsetOf(this.next);
    const at = after(this.start, offset ?? this.lap);
    this.cancel = this.clock.at(at, () => {
      try {
        if (offset === null) this.turn();
        else this.play();
      } catch (error) {
        // Called by a timer: thrown on, it would end the program.
        this.clock.standStill();
        this.options.onDefect?.(error);
      }
    });
  }

  private play(): void {
    const events = this.recording.batch(this.next, this.start).map(asReplayed);
    this.next += 1;
    for (const event of events) this.note(event);
    this.report(events);
    this.schedule();
  }

  /** The end of a lap: what the first picture does not hold goes, and that picture comes as ordinary observations. */
  private turn(): void {
    if (!this.options.isLooping) {
      // Nothing is known of later: were time to go on, all that is silent would count as overdue.
      this.clock.standStill();
      this.options.onEnd?.();
      return;
    }
    this.start = this.clock.now();
    const first: SourceEvent[] = [];
    this.next = 0;
    for (let offset = this.recording.offsetOf(0); offset !== null; offset = this.recording.offsetOf(this.next)) {
      if (offset > this.recording.syncedAfter) break;
      // Everything of the picture was seen by now: its times stay before the lap's present.
      const shifted = (this.start - this.recording.syncedAfter) as Instant;
      first.push(...this.recording.batch(this.next, shifted).map(asReplayed));
      this.next += 1;
    }
    this.start = (this.start - this.recording.syncedAfter) as Instant;
    const picture = lastOfEach(first);
    const leftovers = [...this.present].filter(([key]) => !picture.has(key)).map(([, disappearance]) => disappearance);
    const events = [...leftovers, ...picture.values()];
    for (const event of events) this.note(event);
    this.report(events);
    this.schedule();
  }

  private note(event: SourceEvent): void {
    if (!('goneAspect' in event)) {
      this.present.set(`${event.id}/${event.aspect}`, { id: event.id, kind: event.kind, goneAspect: event.aspect });
      return;
    }
    this.present.delete(`${event.id}/${event.goneAspect}`);
    if (event.goneAspect !== 'main') return;
    for (const key of this.present.keys()) if (key.startsWith(`${event.id}/`)) this.present.delete(key);
  }
}

/** The newest observation of each side of each record that is still there at the end. */
function lastOfEach(events: readonly SourceEvent[]): Map<string, Observation> {
  const last = new Map<string, Observation>();
  for (const event of events) {
    if (!('goneAspect' in event)) last.set(`${event.id}/${event.aspect}`, event);
    else if (event.goneAspect !== 'main') last.delete(`${event.id}/${event.goneAspect}`);
    else for (const key of [...last.keys()]) if (key.startsWith(`${event.id}/`)) last.delete(key);
  }
  return last;
}

/** A source that is replayed says so. */
function asReplayed(event: SourceEvent): SourceEvent {
  if ('goneAspect' in event || event.kind !== ResourceKind.SOURCE) return event;
  const facts: Source = { ...event.facts, mode: SourceMode.REPLAYED };
  return { ...event, facts };
}
