import { brokenConnection, codeOf } from '../../clients/error-code.js';
import { describeDuration } from '../../model/duration.js';
import type { Milliseconds } from '../../model/time.js';
import type { LookFailure } from '../../sampling/reach.js';
import type { Endpoint } from '../../config/fields.js';
import type { Told } from './zookeeper.facts.js';
import { TooLongAnswer } from './zookeeper.words.js';

/** A member that answers, and does not tell what is asked. */
export class NothingTold extends Error {
  constructor(readonly outcome: Exclude<Told['outcome'], 'facts' | 'idle'>) {
    super(`Nothing was told: ${outcome}.`);
  }
}

const NOTHING_TOLD: Readonly<Record<NothingTold['outcome'], (name: string) => LookFailure>> = {
  refused: (name) => ({
    state: 'forbidden',
    message: `${name} executes neither srvr nor mntr: they are not in its whitelist (4lw.commands.whitelist).`,
  }),
  silent: (name) => ({
    state: 'invalid',
    message: `${name} closes the connection without an answer to srvr and mntr.`,
  }),
  garbage: (name) => ({
    state: 'invalid',
    message: `What ${name} answers is not what ZooKeeper answers, or half of it.`,
  }),
};

/** Why a look failed, in our own words: what answers may hold anything and is not passed on. */
export function failureOf(error: unknown, { name, host }: Endpoint): LookFailure {
  if (error instanceof NothingTold) return NOTHING_TOLD[error.outcome](name);
  if (error instanceof TooLongAnswer) return NOTHING_TOLD.garbage(name);
  return brokenConnection(codeOf(error), name, host);
}

export function lateFailure({ name }: Endpoint, deadline: Milliseconds): LookFailure {
  return { state: 'lost', message: `${name} gave no answer within ${describeDuration(deadline)}.` };
}
