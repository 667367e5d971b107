import type { Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { WebSocket } from 'ws';
import { type Instant, type Milliseconds, MINUTE } from '../../model/time.js';
import { closeSocket } from '../live-client.js';
import { TRY_AGAIN_LATER } from '../live-group.js';
import type { Clients } from '../limits/clients.js';
import { Refusal } from '../limits/refusal.js';
import type { Site } from '../site.js';
import type { Access, Denial } from './access.js';
import { bearerToken, bearerTokenOf } from './bearer.js';

/** graphql-ws' code for who may not be here. */
const FORBIDDEN = 4403;

/** However long a token lasts, it is looked at again after so long: it may have been taken back. */
const LOOKED_AT_AGAIN: Milliseconds = MINUTE;

export interface SessionOptions {
  readonly access: Access;
  readonly clients: Clients;
  /** Milliseconds to say goodbye in. */
  readonly goodbye: number;
  readonly now: () => Instant;
  readonly lookedAtAgain?: Milliseconds | undefined;
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
    const endWatch = this.watchOver(socket, token ?? '', caller.expiresAt);
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

  /** Ends the connection when the token does, whatever it says, or is not good any more. Returns how to stop. */
  private watchOver(socket: WebSocket, token: string, firstExpiry: Instant | null): () => void {
    const { access, now, lookedAtAgain = LOOKED_AT_AGAIN } = this.options;
    let timer: NodeJS.Timeout;
    const wait = (expiresAt: Instant | null): void => {
      const left = expiresAt === null ? Infinity : expiresAt - now();
      timer = left <= lookedAtAgain ? setTimeout(end, Math.max(0, left)) : setTimeout(look, lookedAtAgain);
    };
    const end = (): void => {
      closeSocket(socket, FORBIDDEN, 'Forbidden: the token has ended', this.options.goodbye);
    };
    let expiresAt = firstExpiry;
    const look = (): void => {
      const looking = access.admit(token).then((admitted) => {
        if (socket.readyState !== socket.OPEN) {
          if (!('status' in admitted)) admitted.leave();
          return;
        }
        if ('status' in admitted) {
          // Whoever cannot be asked says nothing against it.
          if (admitted.status === 503) wait(expiresAt);
          else end();
          return;
        }
        admitted.leave();
        // What may be seen is another thing now: a new connection shows it.
        if (admitted.site !== this.sites.get(socket)) {
          end();
          return;
        }
        expiresAt = admitted.caller.expiresAt;
        wait(expiresAt);
      });
      looking.catch(end);
    };
    wait(firstExpiry);
    return () => {
      clearTimeout(timer);
    };
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
