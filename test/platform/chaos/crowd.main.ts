import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

/**
 * Subscribers to changes, each on a connection of its own, which they lose again and again and go on from their last cursor:
 * `crowd.main.ts <url>`. The first message to it has a filter for each of them, and at the second one it answers with what they saw. A
 * process of its own: the server under test is to be slow for no other reason than its own.
 */
const [url = ''] = process.argv.slice(2);

const SUBSCRIBE =
  'subscription ($after: Cursor, $filter: ChangeFilter) { healthChanges(after: $after, filter: $filter) { cursor type } }';
const WHERE_IT_STANDS = 'subscription { healthChanges(initial: true, filter: { kinds: [PLATFORM] }) { cursor type } }';

/** Changes that one wants; null: all. Of some, only order and repetition can be seen, and not that one is missing. */
type Filter = object | null;

/** Milliseconds for which a connection is kept: from one to the other, by chance. */
const SHORTEST_STAY = 5_000;
const LONGEST_STAY = 40_000;
const RETRY_AFTER = 500;
const CONNECTS_WITHIN = 30_000;
const ENDS_WITHIN = 60_000;
const MOST_ERRORS = 5;

/** What they saw, all together. */
export interface Seen {
  readonly subscribers: number;
  readonly changes: number;
  readonly reconnections: number;
  /** Changes that somebody did not see, and was not told so. */
  readonly missed: number;
  readonly repeated: number;
  /** How often somebody was told CURSOR_EXPIRED. */
  readonly expired: number;
  /** Who had not seen the newest change at the end. */
  readonly behind: number;
  /** Who saw nothing at all. */
  readonly silent: number;
  /** How often somebody was told to come again, because of too much else. */
  readonly shed: number;
  /** Anything else that was said. */
  readonly errors: readonly string[];
}

/** What it tells its parent. */
export type Word =
  | { readonly type: 'begun' }
  /** The first error, as soon as it is met. */
  | { readonly type: 'trouble'; readonly message: string }
  | { readonly type: 'seen'; readonly seen: Seen };

const tell = (word: Word): void => void process.send?.(word);

interface Message {
  readonly type: string;
  readonly payload?: {
    readonly data?: { readonly healthChanges: { readonly cursor: string | null; readonly type: string } };
  } & readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const seen = { changes: 0, reconnections: 0, missed: 0, repeated: 0, expired: 0, shed: 0 };
const errors = new Set<string>();
/** What a server says that has too much to do. */
const SHED: readonly string[] = ['Unexpected server response: 503', 'OVERLOADED'];

/** Somebody was told something else than changes. */
function hear(message: string): void {
  if (SHED.includes(message)) {
    seen.shed += 1;
    return;
  }
  if (errors.size === 0) tell({ type: 'trouble', message });
  if (errors.size < MOST_ERRORS) errors.add(message);
}

/** They stay, and then leave for good. */
const ending = { hasBegun: false };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const sequenceOf = (cursor: string): number => Number(Buffer.from(cursor, 'base64url').toString().split(':')[1]);

/** Where the stream stands, whether anything has changed yet or not. Who is told to come again does. */
async function newestCursor(): Promise<string> {
  const end = Date.now() + CONNECTS_WITHIN;
  for (;;) {
    try {
      return await askForCursor(end - Date.now());
    } catch (error) {
      const message = messageOf(error);
      if (!SHED.includes(message) || Date.now() + RETRY_AFTER >= end) throw error;
      seen.shed += 1;
      await delay(RETRY_AFTER);
    }
  }
}

async function askForCursor(within: number): Promise<string> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  try {
    return await new Promise<string>((resolve, reject) => {
      AbortSignal.timeout(within).addEventListener('abort', () => {
        reject(new Error(`nobody says within ${within} ms where the stream stands`));
      });
      socket.on('error', reject).on('open', () => {
        socket.send('{"type":"connection_init"}');
      });
      socket.on('message', (data: Buffer) => {
        const { type, payload } = JSON.parse(data.toString()) as Message;
        if (type === 'connection_ack')
          socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: WHERE_IT_STANDS } }));
        if (type === 'error') reject(new Error(saidBy(payload)));
        const { type: event, cursor } = payload?.data?.healthChanges ?? { type: '', cursor: null };
        if (event === 'SYNCED' && cursor !== null) resolve(cursor);
      });
    });
  } finally {
    socket.terminate();
  }
}

/** Why an operation was refused: that it was for too much else, by its code. */
function saidBy(payload: Message['payload']): string {
  const [said] = payload ?? [];
  const code = said?.extensions?.code ?? '';
  return SHED.includes(code) ? code : (said?.message ?? 'an error without a message');
}

class Member {
  private socket: WebSocket | null = null;
  private changes = 0;

  constructor(
    private cursor: string,
    readonly filter: Filter,
  ) {}

  get isSilent(): boolean {
    return this.changes === 0;
  }

  get sequence(): number {
    return sequenceOf(this.cursor);
  }

  async live(): Promise<void> {
    for (let isFirst = true; !ending.hasBegun; isFirst = false) {
      if (!isFirst) seen.reconnections += 1;
      try {
        await this.stay();
      } catch (error) {
        hear(messageOf(error));
      }
      // At the end nobody comes back, and a moment more is none.
      await delay(RETRY_AFTER * (0.5 + Math.random()));
    }
  }

  leave(): void {
    this.socket?.terminate();
  }

  /** One connection, to its end. */
  private async stay(): Promise<void> {
    const { hostname, port } = new URL(url);
    const wire = connect({ host: hostname, port: Number(port) });
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { createConnection: () => wire }); // prettier-ignore
    this.socket = socket;
    const closed = new Promise<void>((resolve) => socket.on('close', () => { resolve(); })); // prettier-ignore
    let isLate = false;
    // Who leaves for good before he has come in is told so, as is who has waited long enough.
    socket.on('error', (error) => { if (!ending.hasBegun && !isLate) hear(error.message); }); // prettier-ignore
    const late = setTimeout(() => {
      isLate = true;
      hear(
        `${wire.connecting ? 'no connection' : 'connected and not answered'} within ${CONNECTS_WITHIN} ms, from port ${String(wire.localPort)}`,
      );
      socket.terminate();
    }, CONNECTS_WITHIN);
    try {
      await Promise.race([once(socket, 'open').catch(() => undefined), closed]);
      if (socket.readyState !== WebSocket.OPEN) return;
      clearTimeout(late);
      socket.on('message', (data: Buffer) => { this.take(JSON.parse(data.toString()) as Message, socket); }); // prettier-ignore
      socket.send('{"type":"connection_init"}');
      const stay = SHORTEST_STAY + Math.random() * (LONGEST_STAY - SHORTEST_STAY);
      // In the middle of whatever comes; at the end everybody stays.
      const end = setTimeout(() => { if (!ending.hasBegun) socket.terminate(); }, stay); // prettier-ignore
      await closed;
      clearTimeout(end);
    } finally {
      clearTimeout(late);
      socket.terminate();
    }
  }

  private take({ type, payload }: Message, socket: WebSocket): void {
    if (type === 'connection_ack') {
      const subscription = { query: SUBSCRIBE, variables: { after: this.cursor, filter: this.filter } };
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: subscription }));
    } else if (type === 'next') {
      const change = payload?.data?.healthChanges;
      if (change?.cursor == null) hear(`no change: ${JSON.stringify(payload)}`);
      else this.see(change.cursor, change.type);
    } else if (type === 'error') {
      void this.beginAnew(payload, socket);
    } else if (type === 'ping') {
      socket.send('{"type":"pong"}');
    }
  }

  private see(cursor: string, type: string): void {
    const step = sequenceOf(cursor) - this.sequence;
    // Where the stream stands is no change.
    if (type === 'BOOKMARK') {
      if (step > 0 && this.filter === null) seen.missed += step;
      if (step > 0) this.cursor = cursor;
      return;
    }
    seen.changes += 1;
    this.changes += 1;
    if (step < 1) seen.repeated += 1;
    else {
      if (this.filter === null) seen.missed += step - 1;
      this.cursor = cursor;
    }
  }

  private async beginAnew(payload: Message['payload'], socket: WebSocket): Promise<void> {
    try {
      if (payload?.[0]?.extensions?.code === 'CURSOR_EXPIRED') {
        seen.expired += 1;
        this.cursor = await newestCursor();
      } else hear(saidBy(payload));
    } catch (error) {
      hear(messageOf(error));
    } finally {
      socket.terminate();
    }
  }
}

/** Resolves with how many have not seen the newest change in time. */
async function untilAllSaw(members: readonly Member[]): Promise<number> {
  // Who wants some only is not told where the stream stands.
  const toSeeAll = members.filter(({ filter }) => filter === null);
  if (toSeeAll.length === 0) return 0;
  const newest = sequenceOf(await newestCursor());
  const end = Date.now() + ENDS_WITHIN;
  const behind = (): number => toSeeAll.filter(({ sequence }) => sequence < newest).length;
  while (behind() > 0 && Date.now() < end) await delay(100);
  return behind();
}

process.on('disconnect', () => process.exit(0));
const [{ filters }] = (await once(process, 'message')) as [{ readonly filters: readonly Filter[] }];
const first = await newestCursor();
const members = filters.map((filter) => new Member(first, filter));
const lives = members.map((member) => member.live());
const toEnd = once(process, 'message');
tell({ type: 'begun' });

await toEnd;
const behind = await untilAllSaw(members);
ending.hasBegun = true;
for (const member of members) member.leave();
await Promise.all(lives);
const silent = members.filter(({ isSilent }) => isSilent).length;
tell({ type: 'seen', seen: { subscribers: members.length, ...seen, behind, silent, errors: [...errors] } });
process.disconnect();
