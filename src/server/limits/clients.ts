import type { IncomingMessage } from 'node:http';

/** Who asks, as limits count it: whoever was let in is one client wherever it comes from, all others are known by address. */
export class Clients {
  private readonly callers = new WeakMap<IncomingMessage, string>();

  constructor(private readonly addressOf: (request: IncomingMessage) => string) {}

  readonly of = (request: IncomingMessage): string => this.callers.get(request) ?? this.addressOf(request);

  /** Says who sent a request, or opened a connection. */
  know(request: IncomingMessage, caller: string): void {
    this.callers.set(request, `caller ${caller}`);
  }
}
