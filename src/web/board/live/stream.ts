import type { Sink } from 'graphql-ws';
import { replayed } from '../../common/served.js';
import {
  ChangesDocument,
  type ChangesSubscription,
  PositionDocument,
  type ServedFragment,
} from '../../graphql/graphql.js';
import { NoAnswer, ask } from './endpoint.js';
import { noteServerTime } from './server-time.js';
import { isForbidden, openSocket, waitAfter } from './socket.js';
import { Store } from './store.js';
import { refused, visitor } from './token.js';

/** How the page hears of changes. */
export interface Connection {
  readonly state: 'connecting' | 'live' | 'lost';
}

export type Change = ChangesSubscription['healthChanges'];

/**
 * Follows the stream of changes for as long as the page is open. After a lost connection it goes on behind the last change that
 * was heard, without a gap; where that is too long ago, it says that everything is to be read anew.
 */
class Stream {
  readonly connection = new Store<Connection>({ state: 'connecting' });
  /** What is replayed; undefined where live systems are watched, and until the server has said it. */
  readonly recording = new Store<string | undefined>(undefined);
  private readonly listeners = new Set<(change: Change | null) => void>();
  private cursor: string | null = null;
  /** Beginnings in a row of which nothing came. */
  private failures = 0;
  private life = new AbortController();

  /** @param listener is told of each change; of null where some may have been missed */
  onChange(listener: (change: Change | null) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  noteServer(server: ServedFragment): void {
    this.recording.set(replayed(server));
  }

  /** Begins, and begins anew whenever another token is entered. Returns how to end it. */
  open(): () => void {
    const start = (): void => {
      this.life.abort();
      this.life = new AbortController();
      if (visitor.get().refusal === null) void this.begin(this.life.signal);
    };
    start();
    const ignore = visitor.subscribe(start);
    return () => {
      ignore();
      this.life.abort();
    };
  }

  /** Finds out where the stream stands, and follows it from there. */
  private async begin(over: AbortSignal): Promise<void> {
    try {
      const { data } = await ask(PositionDocument, {}, over);
      this.noteServer(data.server);
      this.cursor = data.changes.pageInfo.endCursor;
      for (const { health } of data.sources) if (health.observedAt !== null) noteServerTime(health.observedAt);
      this.follow(over);
      // What was read before the stream stood here may lack what happened in between.
      this.tell(null);
    } catch (error) {
      if (over.aborted) return;
      if (!(error instanceof NoAnswer)) throw error;
      this.lose();
      this.beginAgain(over);
    }
  }

  private beginAgain(over: AbortSignal): void {
    if (over.aborted) return;
    const wait = setTimeout(() => {
      over.removeEventListener('abort', callOff);
      void this.begin(over);
    }, waitAfter(this.failures));
    this.failures += 1;
    over.addEventListener('abort', callOff);
    function callOff(): void {
      clearTimeout(wait);
    }
  }

  private follow(over: AbortSignal): void {
    const { token } = visitor.get();
    let isOver = false;
    const socket = openSocket({
      connected: () => {
        const { state } = this.connection.get();
        this.connection.set({ state: 'live' });
        // Changes follow from where it broke off; numbers and ages do not.
        if (state === 'lost') this.tell(null);
      },
      closed: () => {
        if (!isOver) this.lose();
      },
    });
    const end = (): void => {
      isOver = true;
      over.removeEventListener('abort', end);
      void socket.dispose();
    };
    const failed = (error: unknown): void => {
      if (isOver) return;
      end();
      if (isForbidden(error)) {
        refused(token, error.reason);
        return;
      }
      // The cursor is too old, or of another life of the server; or something else that a new beginning may mend.
      this.lose();
      this.beginAgain(over);
    };
    const sink: Sink<{ data?: ChangesSubscription | null }> = {
      next: ({ data }) => {
        if (data != null) this.hear(data.healthChanges);
      },
      error: failed,
      complete: () => {
        failed(null);
      },
    };
    // The library sends it anew with each connection: what stands here then is where the stream goes on.
    const variables = Object.defineProperty({}, 'after', { enumerable: true, get: () => this.cursor });
    socket.subscribe({ query: ChangesDocument.toString(), variables }, sink);
    over.addEventListener('abort', end);
  }

  private hear(change: Change): void {
    this.failures = 0;
    noteServerTime(change.at);
    this.cursor = change.cursor ?? this.cursor;
    if (change.type !== 'BOOKMARK' && change.type !== 'SYNCED') this.tell(change);
  }

  private tell(change: Change | null): void {
    for (const listener of [...this.listeners]) listener(change);
  }

  private lose(): void {
    if (this.connection.get().state !== 'lost') this.connection.set({ state: 'lost' });
  }
}

export const stream = new Stream();
