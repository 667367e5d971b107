import type { IncomingMessage } from 'node:http';
import type { WebSocketLimits } from '../../model/server-limits.js';
import { ClientCounts } from '../limits/client-counts.js';
import type { Clients } from '../limits/clients.js';
import { Refusal } from '../limits/refusal.js';

/** Seconds after which there may be room. */
const RETRY_AFTER = 5;

type ConnectionLimits = Pick<WebSocketLimits, 'connections' | 'connectionsPerClient'>;

/** Connections that live, WebSockets and streams of events together: who may open one, and how many there may be. */
export class LiveConnections {
  private readonly counts: ClientCounts;

  /** @param origins other origins whose pages may connect */
  constructor(
    private readonly limits: ConnectionLimits,
    private readonly clients: Clients,
    private readonly origins: readonly string[],
  ) {
    this.counts = new ClientCounts({ inTotal: limits.connections, perClient: limits.connectionsPerClient });
  }

  /** Counts one more. Returns how it leaves, however often that is called. @throws Refusal */
  enter(request: IncomingMessage): () => void {
    // Browsers say which page asks, and let any page ask: a foreign one would read all that its visitor may read.
    if (isForeign(request, this.origins))
      throw new Refusal(403, { code: 'FOREIGN_ORIGIN', message: 'Pages of this origin may not connect (server.origins).' }); // prettier-ignore
    const client = this.clients.of(request);
    const excess = this.counts.excess(client);
    if (excess !== null) throw tooMany(excess, this.limits);
    return this.counts.enter(client);
  }
}

function tooMany(excess: 'inTotal' | 'perClient', limits: ConnectionLimits): Refusal {
  const [status, whose, setting] =
    excess === 'inTotal'
      ? ([503, 'All clients together', 'connections'] as const)
      : ([429, 'A client', 'connectionsPerClient'] as const);
  const limit = limits[setting];
  const message = `${whose} may have ${limit} connections that live; end one before another begins.`;
  return new Refusal(status, { code: 'TOO_MANY_CONNECTIONS', message, setting: `webSocket.${setting}`, limit }, RETRY_AFTER); // prettier-ignore
}

/** What a browser says of a request for which it names no origin, such as for an image, that another page has it send. */
const OTHER_SITES: readonly unknown[] = ['cross-site', 'same-site'];

function isForeign({ headers }: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin === undefined) return OTHER_SITES.includes(site);
  return hostOf(origin) !== host?.toLowerCase() && !origins.includes(origin.toLowerCase());
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
