import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** So many connect at a time. */
const AT_A_TIME = 100;
const CONNECTS_WITHIN = 30_000;
const NEXT = '"type":"next"';
/** Says how far the log is, and of nothing that happened. */
const BOOKMARK = '"type":"BOOKMARK"';

/** Who subscribes to what, each on a connection of its own. */
export interface Joining {
  readonly url: string;
  readonly count: number;
  readonly query: string;
  /** Those of each, where they are not the same for all. */
  readonly variables: object | readonly object[];
}

/** Told of each event, by whom it was heard. */
export type Hearing = (member: number, message: Buffer) => void;

/** Connects, and has said what it wants when this resolves. */
export async function join(
  url: string,
  payload: { readonly query: string; readonly variables: object },
  hears: (message: Buffer) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  const signal = AbortSignal.timeout(CONNECTS_WITHIN);
  await once(socket, 'open', { signal });
  socket.send('{"type":"connection_init"}');
  const [acknowledged] = (await once(socket, 'message', { signal })) as [Buffer];
  if (!acknowledged.includes('connection_ack')) throw new Error(`It was not let in: ${acknowledged.toString()}`);
  socket.on('message', (message: Buffer) => {
    if (message.indexOf(NEXT) < 0) throw new Error(`That is no event: ${message.toString()}`);
    if (!message.includes(BOOKMARK)) hears(message);
  });
  socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload }));
  return socket;
}

export async function joinAll({ url, count, query, variables }: Joining, hears: Hearing): Promise<void> {
  const variablesOf = (member: number): object =>
    Array.isArray(variables) ? (variables[member] as object) : variables;
  for (let first = 0; first < count; first += AT_A_TIME) {
    const members = Array.from({ length: Math.min(AT_A_TIME, count - first) }, (_, index) => first + index);
    await Promise.all(
      members.map(async (member) => {
        const socket = await join(url, { query, variables: variablesOf(member) }, (message) => {
          hears(member, message);
        });
        socket.on('close', (code, reason) => {
          throw new Error(`A client was sent away with ${code}: ${reason.toString()}`);
        });
      }),
    );
  }
}

/** The part of a message that is the same for all who get it. */
export function withoutId(message: Buffer): Buffer {
  return message.subarray(message.indexOf(NEXT));
}
