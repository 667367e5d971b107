import { MessageType, type SubscribePayload, parseMessage } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';

/** Bytes of messages that are handed on as they are: nearly all, and even thousands of them take little. */
const SHORT = 512;

type Heard = (this: WebSocket, data: RawData | string, isBinary: boolean) => void;

/**
 * What graphql-ws hears of a client. It keeps the message by which a subscription began as long as that lives, and it may be as
 * long as any message, whatever is in it: so it is told no more than that something was asked, and what, waits here until it wants
 * to know.
 */
export class ShortMessages {
  private asked: SubscribePayload | null = null;

  /** Stands between a socket and who listened to it last. */
  constructor(socket: WebSocket) {
    const listener = socket.listeners('message').at(-1) as Heard | undefined;
    if (listener === undefined) return;
    socket.off('message', listener);
    socket.on('message', (data: RawData, isBinary: boolean) => {
      listener.call(socket, this.shortened(data), isBinary);
    });
  }

  /** What was asked by the message that is being heard; null: it was handed on as it is. */
  take(): SubscribePayload | null {
    const { asked } = this;
    this.asked = null;
    return asked;
  }

  private shortened(data: RawData): RawData | string {
    this.asked = null;
    if (!Buffer.isBuffer(data) || data.length <= SHORT) return data;
    try {
      const message = parseMessage(data.toString());
      if (message.type !== MessageType.Subscribe) return data;
      this.asked = message.payload;
      return JSON.stringify({ id: message.id, type: message.type, payload: { query: '' } });
    } catch {
      // Who hears it says what is wrong with it.
      return data;
    }
  }
}
