import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What came for a request. */
export interface SocketAnswer {
  /** Of the message, or why it was closed. */
  readonly text: string;
  /** Null: it is open still. */
  readonly closed: number | null;
}

interface Message {
  readonly type: string;
  readonly id?: string;
}

/** A client that says what it likes over one WebSocket at a time, and comes again where it is put out. */
export class HostileSocket {
  private socket: WebSocket | null = null;
  private asked = 0;

  /** @param patience milliseconds, after which no answer is none */
  constructor(
    private readonly url: string,
    private readonly patience: number,
  ) {}

  /** Sends it as the payload of an operation; of one that goes on, the first that is told is enough. */
  async ask(payload: unknown): Promise<SocketAnswer> {
    const socket = this.socket ?? (await this.open());
    this.socket = socket;
    this.asked += 1;
    const id = String(this.asked);
    socket.send(JSON.stringify({ id, type: 'subscribe', payload }));
    const isLasting = /subscription/.test(JSON.stringify(payload));
    const answer = await this.answer(socket, (message) => message.id === id, isLasting);
    if (answer.closed !== null) this.socket = null;
    else socket.send(JSON.stringify({ id, type: 'complete' }));
    return answer;
  }

  close(): void {
    this.socket?.terminate();
  }

  private async open(): Promise<WebSocket> {
    const socket = new WebSocket(this.url, GRAPHQL_TRANSPORT_WS_PROTOCOL);
    socket.on('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init' }));
    });
    const { closed } = await this.answer(socket, ({ type }) => type === 'connection_ack');
    if (closed !== null) throw new Error(`A connection is refused with ${closed}.`);
    return socket;
  }

  /** Up to the first message that is meant, or the end. @param isLasting there may be nothing to tell yet, however long it is waited for */
  private answer(socket: WebSocket, isMeant: (message: Message) => boolean, isLasting = false): Promise<SocketAnswer> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(late);
        socket.off('message', take).off('close', end).off('error', fail);
      };
      const take = (data: Buffer): void => {
        const text = data.toString();
        const message = JSON.parse(text) as Message;
        // What is still told of an operation before is no answer to this one.
        if (!isMeant(message)) return;
        leave();
        resolve({ text, closed: null });
      };
      const end = (code: number, reason: Buffer): void => {
        leave();
        resolve({ text: reason.toString(), closed: code });
      };
      const fail = (error: Error): void => {
        leave();
        reject(error);
      };
      const late = setTimeout(() => {
        if (!isLasting) fail(new Error(`no answer within ${this.patience} ms`));
        leave();
        resolve({ text: '{"type":"complete"}', closed: null });
      }, this.patience);
      socket.on('message', take).on('close', end).on('error', fail);
    });
  }
}
