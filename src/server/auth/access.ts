import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { GraphqlHandler } from '../graphql-handler.js';
import type { Admission } from '../limits/admission.js';
import type { Clients } from '../limits/clients.js';
import { Refusal, sendRefusal } from '../limits/refusal.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Site } from '../site.js';
import type { Answer, Caller } from './authority.js';
import { bearerToken } from './bearer.js';
import type { Sites, Stay } from './sites.js';

/** Seconds after which it is worth trying again. */
const RETRY_AFTER = 5;

const NO_TOKEN = 'Say who you are: send `Authorization: Bearer <token>`.';
const NOT_ALL = 'The token is good, and what is asked for is for who may see everything.';
const NO_ROOM = 'Too many different scopes are in use at the moment.';
const NOT_YET = 'What may be seen with this token cannot be shown yet.';

/** Somebody who was let in. */
export interface Admitted extends Stay {
  readonly caller: Caller;
}

/** Whose request it is. */
export interface Entered {
  readonly site: Site;
  readonly caller: Caller;
  readonly token: string;
}

/** Why somebody was not. */
export interface Denial {
  readonly status: 401 | 403 | 503;
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'UNAVAILABLE';
  readonly message: string;
  /** A token was sent. */
  readonly isToken: boolean;
}

export interface AccessOptions {
  readonly authenticate: (token: string, client: string | null) => Promise<Answer>;
  /** For who may see everything. */
  readonly whole: Site;
  /** For everybody else. */
  readonly sites: Sites;
  readonly admission: Admission;
  readonly clients: Clients;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Lets in who has a good token, each to where only that is that may be seen with it. */
export class Access {
  constructor(private readonly options: AccessOptions) {}

  /** @param client who sent it, as limits count it; null: somebody who was let in with it */
  async admit(token: string | null, client: string | null): Promise<Admitted | Denial> {
    const caller = await this.callerOf(token, client);
    return 'status' in caller ? caller : this.lead(caller);
  }

  private async callerOf(token: string | null, client: string | null): Promise<Caller | Denial> {
    const { authenticate, log } = this.options;
    if (token === null) return { status: 401, code: 'UNAUTHENTICATED', message: NO_TOKEN, isToken: false };
    const answer = await authenticate(token, client);
    if (answer.outcome === 'known') return answer.caller;
    log.debug({ outcome: answer.outcome, why: answer.why }, 'somebody was not let in');
    const message = answer.why;
    if (answer.outcome === 'refused') return { status: 401, code: 'UNAUTHENTICATED', message, isToken: true };
    if (answer.outcome === 'outside') return { status: 403, code: 'FORBIDDEN', message, isToken: true };
    return unavailable(message);
  }

  /** Lets in who just came. @throws Refusal where its address asks too fast: whoever guesses tokens is not known yet */
  async receive(request: IncomingMessage, token: string | null): Promise<Admitted | Denial> {
    this.options.admission.admit(request);
    return this.admit(token, this.options.clients.of(request));
  }

  /** Answers GraphQL over HTTP, once it is known who asks. */
  readonly answer: GraphqlHandler = (request, response, fail) => {
    const entering = this.enter(request, response).then((entered) => {
      entered?.site.answer(request, response, fail);
    });
    entering.catch(fail);
  };

  /** Whether whoever asks may see everything; who may not is told so. */
  async admitToEverything(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { clients } = this.options;
    const caller = await this.callerOf(bearerToken(request.headers.authorization), clients.of(request));
    if ('status' in caller) this.deny(response, caller);
    else if (caller.scope === null) return true;
    else this.deny(response, { status: 403, code: 'FORBIDDEN', message: NOT_ALL, isToken: true });
    return false;
  }

  /**
   * Finds out who sent a request, before anything of it is read; who may not is told so. Null: they have their answer, or are
   * gone.
   * @throws Refusal as `receive` does
   */
  async enter(request: IncomingMessage, response: ServerResponse): Promise<Entered | null> {
    const { clients } = this.options;
    const token = bearerToken(request.headers.authorization);
    const admitted = await this.receive(request, token);
    if ('status' in admitted) {
      this.deny(response, admitted);
      return null;
    }
    // One that waits behind another answer on its connection is destroyed with that, and never called closed.
    if (response.destroyed) {
      admitted.leave();
      return null;
    }
    response.once('close', admitted.leave);
    clients.know(request, admitted.caller.name);
    return { site: admitted.site, caller: admitted.caller, token: token ?? '' };
  }

  private async lead(caller: Caller): Promise<Admitted | Denial> {
    const { whole, sites, log } = this.options;
    if (caller.scope === null) return { caller, site: whole, leave: () => undefined };
    try {
      const stay = await sites.enter(caller.scope);
      return stay === null ? unavailable(NO_ROOM) : { ...stay, caller };
    } catch (error) {
      log.error({ err: error }, 'a scope could not be opened');
      return unavailable(NOT_YET);
    }
  }

  /** RFC 6750: with what to come, or what is wrong with it. */
  private deny(response: ServerResponse, { status, code, message, isToken }: Denial): void {
    const challenge = 'Bearer realm="vitals"';
    const error = status === 403 ? 'insufficient_scope' : 'invalid_token';
    this.options.metrics.wentWrong(code);
    if (status !== 503) response.setHeader('www-authenticate', isToken ? `${challenge}, error="${error}"` : challenge);
    response.setHeader('cache-control', 'no-store');
    // A body that may still come is not worth reading.
    response.setHeader('connection', 'close');
    sendRefusal(response, new Refusal(status, { code, message }, status === 503 ? RETRY_AFTER : null));
  }
}

function unavailable(message: string): Denial {
  return { status: 503, code: 'UNAVAILABLE', message, isToken: true };
}
