import type { Unit } from '../../graphql/graphql.js';
import { type Limit, levelOf } from './limit-text.js';

interface GaugeProps {
  readonly value: number;
  readonly unit: Unit;
  readonly limit: Limit | null;
}

/** A number as a bar, with a mark where each limit stands. What it shows is said in words beside it. */
export function Gauge({ value, unit, limit }: GaugeProps) {
  const warnAt = limit?.warnAt ?? null;
  const criticalAt = limit?.criticalAt ?? null;
  if (warnAt === null && criticalAt === null) return null;
  const largest = Math.max(value, warnAt ?? 0, criticalAt ?? 0);
  const full = unit === 'RATIO' && largest <= 1 ? 1 : largest * 1.15;
  const percent = (of: number): string => `${Math.min(100, Math.max(0, (100 * of) / (full === 0 ? 1 : full)))}%`;
  return (
    <div className="gauge" aria-hidden="true">
      <div className={`bar ${levelOf(value, limit)}`} style={{ width: percent(value) }} />
      {warnAt !== null && <div className="mark is-WARNING" style={{ left: percent(warnAt) }} />}
      {criticalAt !== null && <div className="mark is-CRITICAL" style={{ left: percent(criticalAt) }} />}
    </div>
  );
}
