/** Clients whose events are large, and who stop to read for a while. Half follow all changes, and resume; half follow one pod. */
import type { WebSocket } from 'ws';
import { obey } from '../orders.js';
import { join } from './crowd.js';

interface Following {
  readonly url: string;
  readonly count: number;
  readonly everyQuery: string;
  readonly everyVariables: object;
  readonly latestQuery: string;
  readonly latestVariables: object;
}

interface Client {
  socket: WebSocket;
  /** Of those who follow all changes: where they are; of the others: what they heard last. */
  heard: string[];
  readonly isEvery: boolean;
}

/** What became of them. */
export interface Became {
  /** How often one was closed, by code. */
  readonly closed: Readonly<Record<string, number>>;
  /** Cursors, by client that follows all changes. */
  readonly cursors: readonly (readonly string[])[];
  /** By client that follows one pod, the newest mark that it heard; not a number: none. */
  readonly marks: readonly number[];
}

const CURSOR = /"cursor":"([^"]+)"/;
const MARK = /"restarts":(\d+)/;

const clients: Client[] = [];
const closed: Record<string, number> = {};
let following: Following;
let isReading = true;

async function enter(client: Omit<Client, 'socket'>): Promise<WebSocket> {
  const { everyQuery, everyVariables, latestQuery, latestVariables, url } = following;
  const after = client.heard.at(-1);
  const payload = client.isEvery
    ? { query: everyQuery, variables: after === undefined ? everyVariables : { ...everyVariables, after } }
    : { query: latestQuery, variables: latestVariables };
  return join(url, payload, (message) => {
    const [, found] = (client.isEvery ? CURSOR : MARK).exec(message.toString('latin1')) ?? [];
    if (found === undefined) return;
    if (client.isEvery) client.heard.push(found);
    else client.heard = [found];
  });
}

/** Whoever is sent away comes again, as graphql-ws' clients do, and goes on where it was. */
function comeAgain(client: Client): void {
  client.socket.on('close', (code) => {
    closed[code] = (closed[code] ?? 0) + 1;
    void enter(client).then((socket) => {
      client.socket = socket;
      if (!isReading) socket.pause();
      comeAgain(client);
    });
  });
}

obey({
  join: async (wanted: Following) => {
    following = wanted;
    for (let member = 0; member < wanted.count; member += 1) {
      const begun = { heard: [], isEvery: member % 2 === 0 };
      const client: Client = Object.assign(begun, { socket: await enter(begun) });
      clients.push(client);
      comeAgain(client);
    }
  },
  read: (wanted: boolean) => {
    isReading = wanted;
    for (const { socket } of clients) {
      if (wanted) socket.resume();
      else socket.pause();
    }
  },
  became: (): Became => ({
    closed,
    cursors: clients.filter(({ isEvery }) => isEvery).map(({ heard }) => heard),
    marks: clients.filter(({ isEvery }) => !isEvery).map(({ heard }) => Number(heard.at(-1) ?? NaN)),
  }),
});
process.stdout.write('ready\n');
