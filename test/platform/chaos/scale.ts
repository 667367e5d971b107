/** How much is tried: all of it, or what fits into a few minutes. */
export interface Scale {
  readonly name: 'whole' | 'quick';
  readonly subscribers: number;
  /** Milliseconds of faults that subscribers live through. */
  readonly subscribersFor: number;
  /** Of the whole run alone. */
  readonly soakFor: number;
  readonly soakPods: number;
  readonly soakChangesPerSecond: number;
  readonly soakClients: number;
}

const MINUTE = 60_000;

const WHOLE: Scale = {
  name: 'whole',
  subscribers: 1_000,
  subscribersFor: 30 * MINUTE,
  soakFor: 60 * MINUTE,
  soakPods: 10_000,
  soakChangesPerSecond: 500,
  soakClients: 200,
};

const QUICK: Scale = { ...WHOLE, name: 'quick', subscribers: 100, subscribersFor: 3 * MINUTE };

/** Says to the tests, in their environment, which it is. */
export const QUICK_VARIABLE = 'VITALS_CHAOS_QUICK';

export function scaleOf(isQuick: boolean): Scale {
  return isQuick ? QUICK : WHOLE;
}

/** The one that this process was told. */
export const scale: Scale = scaleOf(process.env[QUICK_VARIABLE] === '1');
