import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { type Detection } from './detection.js';

/** A minute on the good side, once the window of 30 s, and up to a step of it more, has none of it left. */
const clearHoldSeconds = NUMERIC_CLEAR / SECOND + 35;
/** Of HAProxy, and of Caddy. */
const route = 'ROUTE shop*';
const http = { lane: 'http', seen: 'probed', resource: route, isRequired: true } as const;

/** The way in. */
export const httpDetections: readonly Detection[] = [
  {
    ...http,
    fault: 'http-500',
    finding: 'HTTP_5XX_HIGH',
    severity: 'WARNING',
    holdSeconds: 0,
    clearHoldSeconds,
    isChosen: true,
    besides: [{ finding: 'HTTP_5XX_HIGH', resource: route }],
  },
  {
    ...http,
    fault: 'http-404',
    finding: 'HTTP_4XX_HIGH',
    severity: 'WARNING',
    whenAlert: true,
    // More than a fifth of 30 s, and up to a step of it more, must be so.
    holdSeconds: 7,
    clearHoldSeconds,
    besides: [{ finding: 'HTTP_4XX_HIGH', resource: route }],
  },
  // HAProxy has no histogram.
  {
    ...http,
    fault: 'http-slow',
    finding: 'HTTP_SLOW',
    severity: 'WARNING',
    holdSeconds: 0,
    clearHoldSeconds,
    resource: 'ROUTE shop/reverse_proxy',
  },
  {
    ...http,
    fault: 'http-backend-down',
    finding: 'HTTP_5XX_HIGH',
    severity: 'WARNING',
    isRequired: false,
    holdSeconds: 0,
    clearHoldSeconds,
    besides: [{ finding: 'HTTP_5XX_HIGH', resource: route }],
  },
  // Two looks must hang, for five seconds each, one after the other.
  {
    ...http,
    fault: 'http-proxy-hangs',
    finding: 'SOURCE_UNREACHABLE',
    severity: 'WARNING',
    resource: 'SOURCE http-traffic/edge',
    isRequired: false,
    holdSeconds: 10,
  },
  {
    ...http,
    fault: 'http-proxy-stopped',
    finding: 'SOURCE_UNREACHABLE',
    severity: 'WARNING',
    resource: 'SOURCE http-traffic/edge',
    isRequired: false,
    holdSeconds: 2,
  },
];
