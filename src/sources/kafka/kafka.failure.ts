import { UnreadableFile } from '../../clients/credentials.js';
import { brokenConnection, codeOf } from '../../clients/error-code.js';
import { type Endpoint } from '../../config/fields.js';
import { describeDuration } from '../../model/duration.js';
import type { Milliseconds } from '../../model/time.js';
import type { LookFailure } from '../../sampling/reach.js';
import type { KafkaConfig } from './kafka.config.js';
import { ERROR, RefusedQuestion, UnknownQuestion, lackOf } from './kafka.question.js';

/** What came is no answer, or half of one. */
export class UnreadableAnswer extends Error {}

/** What came says more than any broker does. */
export class TooLongAnswer extends UnreadableAnswer {}

/** Called off for want of an answer. */
export class SilentBroker extends Error {}

/** The broker, or something between, ended the connection. */
export class BrokenConnection extends Error {}

type Asking = Pick<KafkaConfig, 'deadline' | 'sasl' | 'tls'>;

/**
 * Why a broker brought nothing, in our own words: what brokers and libraries say may hold anything and is not passed on.
 */
export function failureOf(error: unknown, { name, host }: Endpoint, asking: Asking): LookFailure {
  const chain = chainOf(error);
  const file = chain.find((one) => one instanceof UnreadableFile);
  if (file instanceof UnreadableFile) return { state: file.state, message: file.message };
  if (chain.some((one) => one instanceof SilentBroker)) return lateFailure(name, asking.deadline);
  if (chain.some((one) => one instanceof UnreadableAnswer)) return invalid(name);
  const refusal = chain.find((one) => one instanceof RefusedQuestion);
  if (refusal instanceof RefusedQuestion) return refused(name, refusal.errorCode);
  if (error instanceof UnknownQuestion) {
    return { state: 'invalid', message: `${name} is a Kafka too old to be asked: 3.0 is the oldest.` };
  }
  if (codes(chain).includes('PLT_KFK_AUTHENTICATION')) return unknownUser(name, asking);
  return brokenFailure(name, host, chain, asking);
}

function brokenFailure(name: string, host: string, chain: readonly unknown[], asking: Asking): LookFailure {
  const code = codes(chain).find((one) => !one.startsWith('PLT_')) ?? null;
  const failure = brokenConnection(code, name, host);
  // What TLS says, or that we could not ask, tells more than that time ran out over it.
  const isLate = failure.state === 'lost' && codes(chain).includes('PLT_KFK_TIMEOUT');
  return isLate ? lateFailure(name, asking.deadline) : failure;
}

export function lateFailure(name: string, deadline: Milliseconds): LookFailure {
  return lost(`${name} gave no answer within ${describeDuration(deadline)}.`);
}

/** Why one answer is missing, while others came. */
export function lackBehind(error: unknown): 'unsupported' | 'forbidden' | 'probe failed' {
  if (error instanceof UnknownQuestion) return 'unsupported';
  return error instanceof RefusedQuestion ? lackOf(error.errorCode) : 'probe failed';
}

function refused(name: string, errorCode: number): LookFailure {
  if (lackOf(errorCode) === 'forbidden') {
    return { state: 'forbidden', message: `${name} does not let Vitals see that (Kafka error ${errorCode}).` };
  }
  if (errorCode === ERROR.UNSUPPORTED_VERSION) return invalid(name);
  return lost(`${name} answers with Kafka error ${errorCode}.`);
}

function unknownUser(name: string, { sasl }: Asking): LookFailure {
  const message =
    sasl === null
      ? `${name} asks who we are, and no sasl is configured.`
      : `${name} does not accept user "${sasl.user}" by ${sasl.mechanism}.`;
  return { state: 'forbidden', message };
}

function invalid(name: string): LookFailure {
  return { state: 'invalid', message: `What ${name} answers is not what Kafka answers, or half of it.` };
}

function lost(message: string): LookFailure {
  return { state: 'lost', message };
}

const LONGEST_CHAIN = 10;

/** An error, and those behind it. */
function chainOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let one = error; one != null && chain.length < LONGEST_CHAIN; one = causeOf(one)) {
    chain.push(one);
    if (one instanceof AggregateError) chain.push(...(one.errors as unknown[]).slice(0, LONGEST_CHAIN));
  }
  return chain;
}

function causeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'cause' in error ? error.cause : null;
}

function codes(chain: readonly unknown[]): readonly string[] {
  return chain.map(codeOf).filter((code) => code !== null);
}
