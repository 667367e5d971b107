import { type ChildProcess, spawn } from 'node:child_process';
import { waitUntilNothingMissing } from './wait.js';

const START_DEADLINE = 30_000;
const STOP_DEADLINE = 10_000;
const MOST_SAID = 20_000;

/** A program on the loopback interface, for as long as one test needs it. */
export interface LoopbackProgram {
  stop(): Promise<void>;
}

/** One that serves HTTP. */
export interface HttpProgram extends LoopbackProgram {
  readonly url: string;
}

/** Starts a program, and resolves once it answers 200 at `readyPath`. */
export async function startHttpProgram(
  command: readonly string[],
  { port, readyPath }: { readonly port: number; readonly readyPath: string },
): Promise<HttpProgram> {
  const url = `http://127.0.0.1:${port}`;
  return { url, ...(await startProgram(command, () => missingAt(`${url}${readyPath}`))) };
}

/** Starts a program, and resolves once it misses nothing. */
export async function startProgram(
  command: readonly string[],
  missing: () => Promise<string | undefined>,
): Promise<LoopbackProgram> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('close', () => { resolve(); })); // prettier-ignore
  let said = '';
  let failure: Error | null = null;
  child.on('error', (error) => (failure = error));
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-MOST_SAID)));
  const missingOrEnded = (): Promise<string | undefined> => {
    refuseEnd(child, failure);
    return missing();
  };
  try {
    await waitUntilNothingMissing(program, missingOrEnded, { within: START_DEADLINE });
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`It said: ${said}`, { cause: error });
  }
  return {
    stop: async () => {
      child.kill('SIGTERM');
      const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE);
      await gone;
      clearTimeout(deadline);
    },
  };
}

function refuseEnd({ exitCode, signalCode }: ChildProcess, failure: Error | null): void {
  if (failure !== null) throw failure;
  const end = exitCode ?? signalCode;
  if (end !== null) throw new Error(`It ended with ${end}.`);
}

async function missingAt(url: string): Promise<string | undefined> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return status === 200 ? undefined : `it answers ${status}`;
  } catch {
    return 'it does not answer';
  }
}
