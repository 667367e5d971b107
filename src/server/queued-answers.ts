import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Answers that wait behind another one on their connection, because their requests came before that was over. Where the connection
 * ends, Node says nothing of them: they would never be over, nor what is held for them.
 */
export class QueuedAnswers {
  private readonly bySocket = new WeakMap<Socket, Set<ServerResponse>>();

  /** Sees to it that an answer that begins is closed with its connection. */
  add({ socket }: IncomingMessage, response: ServerResponse): void {
    // Not queued: Node closes it.
    if (response.socket !== null) return;
    const queued = this.bySocket.get(socket) ?? this.follow(socket);
    queued.add(response);
    response.once('close', () => queued.delete(response));
  }

  /** One listener for however many there are. */
  private follow(socket: Socket): Set<ServerResponse> {
    const queued = new Set<ServerResponse>();
    this.bySocket.set(socket, queued);
    socket.once('close', () => {
      for (const response of queued) {
        // Its turn has come meanwhile.
        if (response.socket !== null) continue;
        response.destroy();
        response.emit('close');
      }
    });
    return queued;
  }
}
