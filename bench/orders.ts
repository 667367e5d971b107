/** What one process of the bench has another one do. */
export interface Order {
  readonly number: number;
  readonly order: string;
  readonly argument?: unknown;
}

export interface Answer {
  readonly number: number;
  readonly result?: unknown;
  readonly failure?: string;
}

/** Does what the process that started this one asks for, each by its name. */
export function obey(orders: Readonly<Record<string, (argument: never) => unknown>>): void {
  process.on('message', ({ number, order, argument }: Order) => {
    const does = orders[order];
    const answer = new Promise((resolve) => {
      if (does === undefined) throw new Error('it does not know that');
      resolve(does(argument as never));
    });
    answer.then(
      (result) => process.send?.({ number, result } satisfies Answer),
      (error: unknown) => process.send?.({ number, failure: String(error) } satisfies Answer),
    );
  });
}
