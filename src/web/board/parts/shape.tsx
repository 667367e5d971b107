import type { ReactNode } from 'react';
import type { HealthStatus, Severity } from '../../graphql/graphql.js';
import { SEVERITY_WORDS, STATUS_WORDS } from '../words.js';

type Sign = HealthStatus | Severity;

/** Each has a shape of its own, so that colour is never the only thing that tells. */
const SHAPES: Readonly<Record<Sign, ReactNode>> = {
  HEALTHY: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path className="ink" d="m4.8 8.3 2.2 2.2 4.3-4.8" />
    </>
  ),
  PROGRESSING: (
    <>
      <circle className="hollow" cx="8" cy="8" r="6.2" />
      <path d="M8 3.6a4.4 4.4 0 0 1 0 8.8z" />
    </>
  ),
  DEGRADED: <Triangle />,
  WARNING: <Triangle />,
  UNHEALTHY: <Octagon />,
  CRITICAL: <Octagon />,
  UNKNOWN: (
    <>
      <path d="M8 .6 15.4 8 8 15.4.6 8z" />
      <path className="ink" d="M6.2 6.6C6.4 4.5 9.8 4.6 9.7 6.7 9.6 8 8 8 8 9.3M8 11.2v.2" />
    </>
  ),
  NOT_CONFIGURED: <circle className="hollow dashed" cx="8" cy="8" r="6.2" />,
  INFO: (
    <>
      <circle className="hollow" cx="8" cy="8" r="6.2" />
      <path className="stroke" d="M8 7.4v3.8M8 4.7v.2" />
    </>
  ),
};

function Triangle() {
  return (
    <>
      <path d="M8 1 15.6 14.6H.4z" />
      <path className="ink" d="M8 6v4M8 12.2v.2" />
    </>
  );
}

function Octagon() {
  return (
    <>
      <path d="M4.9.6h6.2l4.3 4.3v6.2l-4.3 4.3H4.9L.6 11.1V4.9z" />
      <path className="ink" d="m5.2 5.2 5.6 5.6M10.8 5.2l-5.6 5.6" />
    </>
  );
}

/** The shape alone: where it stands beside its word, or where the word is said otherwise. */
export function Shape({ of }: { readonly of: Sign }) {
  return (
    <svg className={`shape is-${of}`} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[of]}
    </svg>
  );
}

/** Shape, word and colour. */
export function Status({ of, isStale = false }: { readonly of: HealthStatus; readonly isStale?: boolean }) {
  return (
    <span className={`sign is-${of}`}>
      <Shape of={of} />
      {STATUS_WORDS[of]}
      {isStale && <span className="stale"> (stale)</span>}
    </span>
  );
}

export function SeveritySign({ of }: { readonly of: Severity }) {
  return (
    <span className={`sign is-${of}`}>
      <Shape of={of} />
      {SEVERITY_WORDS[of]}
    </span>
  );
}
