import type { Duplex } from 'node:stream';
import type { FormattedExecutionResult } from 'graphql';
import type { WebSocket } from 'ws';
import { MEBIBYTE } from '../../model/bytes.js';
import { SECOND } from '../../model/time.js';

export interface SocketLimits {
  /** Bytes that may wait in one client's socket: one that reads never lets it get there for long. */
  readonly buffered: number;
  /** Milliseconds for a full socket to take what waits. */
  readonly drain: number;
  /** Milliseconds to say goodbye in: a client that does not read does not see the closing either. */
  readonly goodbye: number;
}

export const SOCKET_LIMITS: SocketLimits = { buffered: MEBIBYTE, drain: 30 * SECOND, goodbye: 5 * SECOND };

/** What a connection speaks through. */
export interface Wire {
  /** Bytes that its socket did not take yet. */
  readonly writableLength: number;
}

/** A subscriber's connection as a group needs it. */
export interface LiveClient {
  readonly wire: Wire;
  /**
   * Sends one execution result, already serialised and encoded.
   * @param taken called once its socket took it, or is gone
   */
  send(payload: Buffer, taken?: () => void): void;
  /** More is waiting in its socket than a client that reads would let wait. */
  isClogged(): boolean;
  /** Resolves when the socket took what waits: true; or when it is closed or took too long: false. */
  drained(): Promise<boolean>;
  close(code: number, reason: string): void;
}

/** All of a message after its id: made once for all who get it. */
export function encodedPayload(result: FormattedExecutionResult): Buffer {
  return Buffer.from(`${JSON.stringify(result)}}`);
}

/**
 * A subscription of a client's socket. Writes events as graphql-ws would, around a payload that all of a group share.
 * @param wire what the socket speaks through
 */
export function liveClient(socket: WebSocket, wire: Duplex, id: string, limits: SocketLimits): LiveClient {
  const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  return {
    wire,
    send: (payload, taken) => {
      if (socket.readyState !== socket.OPEN) return;
      wire.write(framed(head, payload), taken);
    },
    isClogged: () => wire.writableLength > limits.buffered,
    drained: () => drained(socket, limits.drain),
    close: (code, reason) => {
      closeSocket(socket, code, reason, limits.goodbye);
    },
  };
}

/**
 * A text message of a server (RFC 6455, 5.2), whole and not masked. In one piece: a copy costs less than a write of two, and
 * what ws does for every message more than both.
 */
function framed(head: Buffer, payload: Buffer): Buffer {
  const length = head.length + payload.length;
  const begin = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(begin + length);
  frame[0] = 0x81;
  frame[1] = begin === 2 ? length : begin === 4 ? 126 : 127;
  if (begin === 4) frame.writeUInt16BE(length, 2);
  if (begin === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  head.copy(frame, begin);
  payload.copy(frame, begin + head.length);
  return frame;
}

/** Closes politely, and then in any case. */
export function closeSocket(socket: WebSocket, code: number, reason: string, goodbye: number): void {
  socket.close(code, reason);
  const deadline = setTimeout(() => {
    socket.terminate();
  }, goodbye);
  socket.once('close', () => {
    clearTimeout(deadline);
  });
}

/** A ping waits its turn behind all that is there, and tells when it was taken. */
export function drained(socket: WebSocket, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => {
      resolve(false);
    }, patience);
    socket.ping(undefined, undefined, (error?: Error | null) => {
      clearTimeout(deadline);
      resolve(error == null);
    });
  });
}
