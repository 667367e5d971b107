/** Suffixes of quantities, as Kubernetes' API conventions list them. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** "1E" is an exa, "1E3" an exponent. */
const PATTERN = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([numkMGTPE]|[KMGTPE]i)?$/;

/**
 * Reads a Kubernetes quantity such as "250m", "64Mi" or "1.5" as a plain number: cores, bytes, pieces. Null where there
 * is none or it cannot be read. client-node's own reader is not exported and refuses fractions with a suffix.
 */
export function parseQuantity(value: unknown): number | null {
  if (typeof value === 'number') return value;
  const match = typeof value === 'string' ? PATTERN.exec(value) : null;
  if (match === null) return null;
  const [, amount, suffix = ''] = match;
  return Number(amount) * (MULTIPLIERS[suffix] ?? Number.NaN);
}

export interface Amounts {
  readonly cpu: number | null;
  readonly memory: number | null;
}

/** CPU in cores and memory in bytes out of a map of requests or limits. */
export function parseAmounts(resources: unknown): Amounts {
  const { cpu, memory } = (resources ?? {}) as Record<string, unknown>;
  return { cpu: parseQuantity(cpu), memory: parseQuantity(memory) };
}
