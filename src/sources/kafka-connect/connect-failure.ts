import { UnreadableFile } from '../../clients/credentials.js';
import { brokenConnection, codeOf } from '../../clients/error-code.js';
import { describeDuration } from '../../model/duration.js';
import type { Milliseconds } from '../../model/time.js';
import type { LookFailure } from '../../sampling/reach.js';
import type { WorkerAddress } from './kafka-connect.config.js';

/** What answered is no worker of Kafka Connect, or said half of it. */
export class UnreadableAnswer extends Error {}

/** A worker that answers something else than what was asked for. */
export class RefusedRequest extends Error {
  constructor(readonly status: number) {
    super(`Status ${status}.`);
  }
}

/** A worker that is starting, or shares out its work anew: it will answer, and says nothing until then. */
export class NotReady extends Error {}

/** Why a look failed, in our own words: what a worker says may hold anything, a password too, and is not passed on. */
export function failureOf(error: unknown, { name, host }: WorkerAddress): LookFailure {
  if (error instanceof UnreadableFile) return { state: error.state, message: error.message };
  if (error instanceof UnreadableAnswer || error instanceof SyntaxError)
    return { state: 'invalid', message: `What ${name} answers is not what a worker of Kafka Connect answers.` };
  if (error instanceof NotReady) return lost(`${name} answers that it is not ready yet.`);
  if (error instanceof RefusedRequest) return refusal(error.status, name);
  return brokenConnection(codeOf(error), name, host);
}

export function lateFailure({ name }: WorkerAddress, deadline: Milliseconds): LookFailure {
  return lost(`${name} gave no answer within ${describeDuration(deadline)}.`);
}

function refusal(status: number, name: string): LookFailure {
  if (status === 401) return { state: 'forbidden', message: `${name} does not accept the user or the password.` };
  if (status === 403) return { state: 'forbidden', message: `${name} does not let this user read connectors.` };
  if (status >= 500) return lost(`${name} answers with status ${status}.`);
  return { state: 'invalid', message: `${name} answers with status ${status}.` };
}

function lost(message: string): LookFailure {
  return { state: 'lost', message };
}
