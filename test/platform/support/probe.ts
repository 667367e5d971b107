import { tryRun } from './command.js';
import { type Platform } from './platform.js';

/** Asks a URL in the namespace; answers what is missing when it does not say 200. */
export async function missingAt(platform: Platform, url: string): Promise<string | undefined> {
  const command = ['curl', '--silent', '--show-error', '--fail', '--insecure', '--max-time', '2', url];
  const { exitCode, errorOutput } = await tryRun(platform.inNamespace(command), { timeout: 5_000 });
  return exitCode === 0 ? undefined : `${url}: ${errorOutput.trim()}`;
}
