import { readFileSync } from 'node:fs';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import { DEFAULT_SERVER_LIMITS } from '../model/server-limits.js';
import { SECOND } from '../model/time.js';
import { durationSchema, sizeSchema } from './fields.js';

const { webSocket: SOCKETS, ...USUAL } = DEFAULT_SERVER_LIMITS;

/** A number that bounds something: at least one, at most what a program can bear. */
function countSchema(usual: number, most = 1e9) {
  return z.int().min(1).max(most).default(usual);
}

/** A length of time between two others, read as milliseconds. */
function timeSchema(usual: number, least: number, most: number) {
  const message = `is between ${least} and ${most} ms`;
  return durationSchema.refine((time) => time >= least && time <= most, message).default(usual);
}

const rateSchema = z
  .strictObject({ perSecond: z.number().min(0.01).max(1e6), burst: z.int().min(1).max(1e7).optional() })
  // A client that rested for two seconds may ask for as much at once.
  .transform(({ perSecond, burst }) => ({ perSecond, burst: burst ?? Math.max(1, Math.ceil(2 * perSecond)) }));

const webSocketSchema = z.strictObject({
  connections: countSchema(SOCKETS.connections),
  connectionsPerClient: countSchema(SOCKETS.connectionsPerClient),
  subscriptions: countSchema(SOCKETS.subscriptions),
  subscriptionsPerClient: countSchema(SOCKETS.subscriptionsPerClient),
  subscriptionsPerConnection: countSchema(SOCKETS.subscriptionsPerConnection),
  initTimeout: timeSchema(SOCKETS.initTimeout, 100, 60 * SECOND),
  pingInterval: timeSchema(SOCKETS.pingInterval, 100, 300 * SECOND),
});

/** `server.limits`: see `ServerLimits`. */
export const serverLimitsSchema = z
  .strictObject({
    body: sizeSchema.default(USUAL.body),
    tokens: countSchema(USUAL.tokens, 100_000),
    depth: countSchema(USUAL.depth, 100),
    fields: countSchema(USUAL.fields, 100_000),
    aliases: countSchema(USUAL.aliases, 100_000),
    directives: countSchema(USUAL.directives, 100_000),
    listItems: countSchema(USUAL.listItems),
    cost: countSchema(USUAL.cost),
    deadline: timeSchema(USUAL.deadline, 10, 600 * SECOND),
    rate: rateSchema.nullable().default(USUAL.rate),
    clients: countSchema(USUAL.clients, 1e6),
    inFlight: countSchema(USUAL.inFlight, 1e6),
    eventLoopDelay: timeSchema(USUAL.eventLoopDelay, 10, 60 * SECOND),
    connections: countSchema(USUAL.connections),
    webSocket: webSocketSchema.prefault({}),
  })
  .prefault({});

/** `server.tls`: PEM files of the certificate, with its chain, and its key. */
export const serverTlsSchema = z
  .strictObject({ certFile: z.string().min(1), keyFile: z.string().min(1) })
  .superRefine(({ certFile, keyFile }, issues) => {
    const parts: Buffer[] = [];
    for (const [name, path] of Object.entries({ certFile, keyFile })) {
      try {
        parts.push(readFileSync(path));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
        issues.addIssue({ code: 'custom', message: `cannot be read (${code})`, path: [name] });
      }
    }
    const [cert, key] = parts;
    if (cert === undefined || key === undefined) return;
    try {
      createSecureContext({ cert, key });
    } catch {
      const message = 'and keyFile are no certificate with its key, in PEM';
      issues.addIssue({ code: 'custom', message, path: ['certFile'] });
    }
  })
  .nullable()
  .default(null);

/** An origin of pages as browsers say it: `https://portal.example.com`. */
export const originSchema = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text.toLowerCase(), {
    error: 'is no origin; write one such as "https://portal.example.com", without a path',
  })
  .transform((text) => text.toLowerCase());

/** An address, or a network such as `10.0.0.0/8`. */
export const networkSchema = z.string().refine(isAddressOrNetwork, {
  error: 'is no address and no network; write one such as "10.1.2.3" or "10.0.0.0/8"',
});

function isAddressOrNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix)) return false;
  try {
    new BlockList().addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
    return true;
  } catch {
    return false;
  }
}
