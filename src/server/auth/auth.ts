import { MEBIBYTE } from '../../model/bytes.js';
import type { Scope } from '../../model/scope.js';
import type { Milliseconds } from '../../model/time.js';
import type { Clients } from '../limits/clients.js';
import { type Site, type SiteOptions, createSite } from '../site.js';
import { Access } from './access.js';
import type { Answer } from './authority.js';
import { Sites } from './sites.js';

/** Bytes that are kept of answers for each scope: there may be many, and each is asked by few. */
const KEPT_OF_A_SCOPE = 8 * MEBIBYTE;

/** Of queries that are compiled, likewise. */
const PLACES_OF_A_SCOPE = 2_500;

/** What may be seen with a scope, as something to serve. */
export interface View extends Pick<SiteOptions, 'registry' | 'contextOf' | 'liveFields'> {
  /** To be called once nobody asks it any more. */
  readonly close: () => void;
}

/** Who may ask, and see what. */
export interface Auth {
  /** Never rejects. `client` sent the token, as limits count clients; null: somebody who was let in with it. */
  readonly authenticate: (token: string, client: string | null) => Promise<Answer>;
  /** How soon the token of an open connection is looked at again. Left out where the usual is right. */
  readonly lookedAtAgain?: Milliseconds | undefined;
  /** Resolves once all of it is judged. */
  readonly viewOf: (scope: Scope) => Promise<View>;
}

/** Puts before a site the question who asks, and beside it one for each scope. */
export function openAuth(
  { authenticate, viewOf }: Auth,
  whole: Site,
  options: SiteOptions & { readonly clients: Clients },
): { readonly access: Access; readonly sites: Sites } {
  const { log, admission, clients, metrics } = options;
  const open = async (scope: Scope) => {
    const { close, ...view } = await viewOf(scope);
    const compiling = { ...options.compiling, mostPlaces: PLACES_OF_A_SCOPE };
    const site = await createSite({ ...options, ...view, compiling, mostKept: KEPT_OF_A_SCOPE });
    return { site, close: () => site.stop().finally(close) };
  };
  const sites = new Sites(open, (error) => {
    log.error({ err: error }, 'a scope could not be closed');
  });
  return { access: new Access({ authenticate, whole, sites, admission, clients, log, metrics }), sites };
}
