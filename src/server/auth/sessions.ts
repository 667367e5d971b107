import type { Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { WebSocket } from 'ws';
import { closeSocket } from '../live/live-client.js';
import { TRY_AGAIN_LATER } from '../live/live-group.js';
import type { Clients } from '../limits/clients.js';
import { Refusal } from '../limits/refusal.js';
import type { Site } from '../site.js';
import type { Access, Denial } from './access.js';
import { bearerToken, bearerTokenOf } from './bearer.js';
import { type TokenWatchOptions, watchToken } from './token-watch.js';

/** graphql-ws' code for who may not be here. */
const FORBIDDEN = 4403;

export interface SessionOptions extends TokenWatchOptions {
  readonly access: Access;
  readonly clients: Clients;
  /** Milliseconds to say goodbye in. */
  readonly goodbye: number;
}

/** Who is at the other end of each WebSocket, until the token ends. */
export class Sessions {
  private readonly sites = new WeakMap<WebSocket, Site>();

  constructor(private readonly options: SessionOptions) {}

  /** To be asked when a client connects: false closes it as forbidden. */
  async connect({ connectionParams, extra: { socket, request } }: Context<never, Extra>): Promise<boolean> {
    const token = bearerTokenOf(connectionParams) ?? bearerToken(request.headers.authorization);
    const admitted = await this.options.access.receive(request, token).catch(refusalOnly);
    if ('status' in admitted) {
      this.refuse(socket, admitted);
      return false;
    }
    const { site, leave, caller } = admitted;
    if (socket.readyState !== socket.OPEN) {
      leave();
      return false;
    }
    this.sites.set(socket, site);
    this.options.clients.know(request, caller.name);
    const opened = {
      token: token ?? '',
      site,
      expiresAt: caller.expiresAt,
      isOpen: () => socket.readyState === socket.OPEN,
      end: (reason: string) => {
        closeSocket(socket, FORBIDDEN, reason, this.options.goodbye);
      },
    };
    const endWatch = watchToken(opened, this.options);
    socket.once('close', () => {
      endWatch();
      leave();
    });
    return true;
  }

  /** Where the other end of a socket was let in. */
  siteOf(socket: WebSocket): Site {
    const site = this.sites.get(socket);
    if (site === undefined) throw new Error('A client that did not connect asks.');
    return site;
  }

  private refuse(socket: WebSocket, { status, message }: Denial | Refusal): void {
    const { goodbye } = this.options;
    if (status === 503 || status === 429) closeSocket(socket, TRY_AGAIN_LATER, message, goodbye);
    else closeSocket(socket, FORBIDDEN, `Forbidden: ${message}`, goodbye);
  }
}

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
