import type { IncomingMessage } from 'node:http';
import { withoutBrackets } from '../../model/address.js';
import { isLoopback } from '../../model/loopback.js';
import { Refusal } from './refusal.js';

const FOREIGN = new Refusal(421, {
  code: 'FOREIGN_HOST',
  message:
    'Nobody is asked here who they are, so only the names of this machine are answered, such as localhost; ' +
    'a proxy says one of them as Host, or its own address is among server.origins.',
});

export interface OwnHostsOptions {
  /** Where it listens. */
  readonly host: string;
  /** Whether everybody is asked who they are. */
  readonly isGuarded: boolean;
  /** Origins whose pages may ask. */
  readonly origins: readonly string[];
}

/**
 * Why a request is not answered under the name that it names; null: it is. A page may have its own name lead to this machine once
 * it is open (DNS rebinding): to the browser all that is answered is then of the page's own origin. So where the loopback
 * interface is all that keeps others out, other names are refused.
 */
export function ownHosts({ host, isGuarded, origins }: OwnHostsOptions): (request: IncomingMessage) => Refusal | null {
  if (isGuarded || !isLoopback(host)) return () => null;
  const names = new Set(origins.map((origin) => withoutBrackets(new URL(origin).hostname)));
  let last: string | undefined;
  return ({ headers: { host: asked } }) => {
    // Every browser says it. Nearly always it is the same as before.
    if (asked === undefined || asked === last) return null;
    const name = withoutBrackets(asked.toLowerCase().replace(/:\d*$/, ''));
    if (!isLoopback(name) && !name.endsWith('.localhost') && !names.has(name)) return FOREIGN;
    last = asked;
    return null;
  };
}
