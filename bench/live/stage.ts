import { join } from 'node:path';
import { type Served, start } from '../processes.js';

const LIVE = import.meta.dirname;

/** The processes of one measure, which all end with it. */
export class Stage {
  private readonly running: Served[] = [];

  constructor(private readonly root: string) {}

  /** A program of this folder, or of that of the peers. */
  async run(name: string, program: string, ...args: readonly (string | number)[]): Promise<Served> {
    const command = [process.execPath, '--import', 'tsx', join(LIVE, program), ...args.map(String)];
    const one = await start(name, command, this.root);
    this.running.push(one);
    return one;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((one) => one.stop()));
  }
}

/** Asks again until it is so, and no longer than so many seconds. */
export async function until(what: string, isSo: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It did not come true within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function subscribed(server: Served, count: number): Promise<void> {
  await until(`${count} subscribers`, async () => (await server.ask<number>('subscribers')) === count);
}
