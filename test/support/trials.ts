/**
 * How many trials a test of thrown input makes, and which: the same seed throws the same. `npm test` makes a few, always the
 * same; more of them, and others, are asked for by variables of the environment.
 */
export interface Trials {
  readonly count: number;
  readonly seed: number;
}

/** @param variable says how many; the same with `_SEED` which of them, `random` for others each time: which, the test's name tells */
export function trials(variable: string, usual: number): Trials {
  const { [variable]: count, [`${variable}_SEED`]: seed = '1' } = process.env;
  return {
    count: count === undefined ? usual : numberOf(variable, count),
    seed: seed === 'random' ? Math.floor(Math.random() * 2 ** 31) : numberOf(`${variable}_SEED`, seed),
  };
}

function numberOf(variable: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`${variable}: "${text}" is no number`);
}
