/** How much is tried: all of it, or what fits into a few minutes; of what is long, a part, and only where it is named. */
export interface Scale {
  readonly name: 'whole' | 'quick';
  readonly subscribers: number;
  /** Of the trial of sources, beside what else is done there. */
  readonly subscribersBeside: number;
  /** Milliseconds of faults that subscribers live through. */
  readonly subscribersFor: number;
  readonly soakFor: number;
  readonly soakPods: number;
  readonly soakChangesPerSecond: number;
  readonly soakClients: number;
}

const MINUTE = 60_000;

const WHOLE: Scale = {
  name: 'whole',
  subscribers: 1_000,
  subscribersBeside: 0,
  subscribersFor: 30 * MINUTE,
  soakFor: 60 * MINUTE,
  soakPods: 10_000,
  soakChangesPerSecond: 500,
  soakClients: 200,
};

const QUICK: Scale = {
  name: 'quick',
  subscribers: 1_000,
  subscribersBeside: 100,
  subscribersFor: MINUTE,
  soakFor: 2 * MINUTE,
  soakPods: 500,
  soakChangesPerSecond: 20,
  soakClients: 40,
};

/** Says to the tests, in their environment, which it is. */
export const QUICK_VARIABLE = 'VITALS_CHAOS_QUICK';

export function scaleOf(isQuick: boolean): Scale {
  return isQuick ? QUICK : WHOLE;
}

/** The one that this process was told. */
export const scale: Scale = scaleOf(process.env[QUICK_VARIABLE] === '1');
