import { BlockList, isIP, isIPv6 } from 'node:net';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import { readPem } from '../model/bounded-file.js';
import { KIBIBYTE } from '../model/bytes.js';
import { formatDuration } from '../model/duration.js';
import { DEFAULT_SERVER_LIMITS, type ServerLimits, usualPerAddress } from '../model/server-limits.js';
import { systemCode } from '../model/system-code.js';
import { MINUTE, SECOND } from '../model/time.js';
import { durationSchema, sizeSchema } from './fields.js';

const { webSocket: SOCKETS, ...USUAL } = DEFAULT_SERVER_LIMITS;

/** Whatever is counted: more than a program can bear. */
const MOST = 1e9;

/** A number that bounds something: at least one, at most what a program can bear. */
function countSchema(usual: number, most = MOST) {
  return z.int().min(1).max(most).default(usual);
}

/** The same, where what is usual depends on other settings. */
function ownCountSchema() {
  return z.int().min(1).max(MOST).optional();
}

/** A length of time between two others, read as milliseconds. */
function timeSchema(usual: number, least: number, most: number) {
  const message = `is between ${formatDuration(least)} and ${formatDuration(most)}`;
  return durationSchema.refine((time) => time >= least && time <= most, message).prefault(formatDuration(usual));
}

const rateSchema = z
  .strictObject({
    perSecond: z.number().min(0.01).max(1e6).describe('So many requests a second.'),
    burst: z
      .int()
      .min(1)
      .max(1e7)
      .optional()
      .describe('So many at once after a rest; twice as many as in a second, unless told.'),
  })
  // A client that rested for two seconds may ask for as much at once.
  .transform(({ perSecond, burst }) => ({ perSecond, burst: burst ?? Math.max(1, Math.ceil(2 * perSecond)) }));

const webSocketSchema = z.strictObject({
  connections: countSchema(SOCKETS.connections).describe('Connections in total.'),
  connectionsPerClient: ownCountSchema().describe(
    'Connections of one client; 1000 unless told, or as many as connectionsPerAddress where that is less.',
  ),
  subscriptions: countSchema(SOCKETS.subscriptions).describe('Operations under way in total.'),
  subscriptionsPerClient: countSchema(SOCKETS.subscriptionsPerClient).describe('Operations of one client.'),
  subscriptionsPerConnection: countSchema(SOCKETS.subscriptionsPerConnection).describe('Operations of one connection.'),
  initTimeout: timeSchema(SOCKETS.initTimeout, 100, MINUTE).describe(
    'How long a client may take to say connection_init.',
  ),
  pingInterval: timeSchema(SOCKETS.pingInterval, 100, 300 * SECOND).describe(
    'How often a client is asked whether it is there.',
  ),
});

/** `server.limits`: see `ServerLimits`. */
export const serverLimitsSchema = z
  .strictObject({
    body: sizeSchema
      .prefault(`${USUAL.body / KIBIBYTE}KiB`)
      .describe('Of a request’s body, or of one WebSocket message.'),
    tokens: countSchema(USUAL.tokens, 100_000).describe('Lexical tokens of a document.'),
    depth: countSchema(USUAL.depth, 100).describe('Nesting of fields in a document.'),
    fields: countSchema(USUAL.fields, 100_000).describe(
      'Fields of a document, once its fragments are put in their places.',
    ),
    aliases: countSchema(USUAL.aliases, 100_000).describe('How many of these have an alias.'),
    directives: countSchema(USUAL.directives, 100_000).describe('Directives of a document.'),
    listItems: countSchema(USUAL.listItems).describe('Items of all lists of an answer together.'),
    cost: countSchema(USUAL.cost).describe('What an operation may cost, reckoned before it is executed.'),
    eventCost: countSchema(USUAL.eventCost).describe('What each event of a subscription may cost, reckoned likewise.'),
    deadline: timeSchema(USUAL.deadline, 10, 600 * SECOND).describe('How long an operation may take.'),
    rate: rateSchema.nullable().default(USUAL.rate).describe('Of one client; null: as fast as it likes.'),
    clients: countSchema(USUAL.clients, 1e6).describe('So many clients are told apart.'),
    inFlight: countSchema(USUAL.inFlight, 1e6).describe('Requests that are executed at once.'),
    eventLoopDelay: timeSchema(USUAL.eventLoopDelay, 10, MINUTE).describe(
      'How late the event loop may be on average of a second.',
    ),
    connections: countSchema(USUAL.connections).describe('Open connections in total, of all sorts.'),
    connectionsPerAddress: ownCountSchema().describe(
      'Open connections from one address; from those of trusted proxies, any number. A fifth of all unless told, or as many as webSocket.connectionsPerClient says.',
    ),
    webSocket: webSocketSchema.prefault({}).describe('Connections that live: over WebSocket, and streams of events.'),
  })
  .superRefine(({ connections, connectionsPerAddress: own = 0 }, issues) => {
    if (own <= connections) return;
    const message = `is ${own}, more than connections ${connections}: set both`;
    issues.addIssue({ code: 'custom', message, path: ['connectionsPerAddress'] });
  })
  .transform(({ connectionsPerAddress: own, webSocket, ...rest }): ServerLimits => {
    const { connectionsPerClient: ofAClient, ...sockets } = webSocket;
    const connectionsPerAddress = own ?? usualPerAddress(rest.connections, ofAClient);
    const connectionsPerClient = ofAClient ?? SOCKETS.connectionsPerClient;
    return { ...rest, connectionsPerAddress, webSocket: { ...sockets, connectionsPerClient } };
  })
  .prefault({});

/** `server.tls`: PEM files of the certificate, with its chain, and its key. */
export const serverTlsSchema = z
  .strictObject({
    certFile: z
      .string()
      .min(1)
      .describe('Path of the certificate with its chain, in PEM. It is taken up when it changes.'),
    keyFile: z.string().min(1).describe('Path of its key, in PEM.'),
  })
  .superRefine(({ certFile, keyFile }, issues) => {
    const parts: Buffer[] = [];
    for (const [name, path] of Object.entries({ certFile, keyFile })) {
      try {
        parts.push(readPem(path));
      } catch (error) {
        issues.addIssue({ code: 'custom', message: `cannot be read (${systemCode(error)})`, path: [name] });
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
