import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Platform } from './platform.js';
import { identify, isRunning } from './process-table.js';
import { waitUntilNothingMissing } from './wait.js';

/** It says where it listens as soon as it has read its configuration. */
const LISTENS_WITHIN = 60_000;
const READY_WITHIN = 30_000;
const PATIENCE = 10_000;

/** How it is started where that is not as usual. */
export interface Launch {
  /** Beside what this process has. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The file that its log goes to. */
  readonly logFile?: string;
  /** Of its configuration: `server`, beside the port. */
  readonly server?: object;
}

/** Writes the log where it is to go, and becomes the program. */
const LOGGING_TO = ['sh', '-c', 'exec "$@" 2>>"$0"'];

/**
 * The built program as a process of the platform: in its book, so that `down` ends it whatever became of the test that
 * started it. Its name says which process that was.
 */
export class VitalsProcess {
  private constructor(
    private readonly platform: Platform,
    readonly name: string,
    private readonly logFile: string | undefined,
  ) {}

  static async launch(
    platform: Platform,
    configuration: string,
    { environment = {}, logFile }: Launch = {},
  ): Promise<VitalsProcess> {
    await endOrphans(platform);
    const folder = await mkdtemp(platform.state(`vitals-${process.pid}-${identify(process.pid)?.startTime ?? 0}-`));
    const vitals = new VitalsProcess(platform, basename(folder), logFile);
    try {
      const file = join(folder, 'vitals.yaml');
      await writeFile(file, configuration);
      const { repositoryFolder } = platform.settings;
      const program = [process.execPath, join(repositoryFolder, 'dist', 'cli.js'), 'serve', '--config', file];
      const command = logFile === undefined ? program : [...LOGGING_TO, logFile, ...program];
      await platform.processes.launch(vitals.name, command, { cwd: repositoryFolder, env: environment });
      return vitals;
    } catch (error) {
      await vitals.end();
      throw error;
    }
  }

  /** Where it listens, as it says in its log. */
  async address(signal?: AbortSignal): Promise<string> {
    let url: string | undefined;
    const look = (): string | undefined => {
      url = /(http:\/\/[\d.]+:\d+)\/graphiql/.exec(this.log())?.[1];
      return url === undefined ? 'it does not say where it listens' : undefined;
    };
    await this.wait('start of Vitals', look, LISTENS_WITHIN, signal);
    return url ?? '';
  }

  /** Resolves when every source has painted its first picture. */
  async ready(url: string, signal?: AbortSignal): Promise<void> {
    const look = async (): Promise<string | undefined> => {
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(String);
      if (typeof answer === 'string') return answer;
      return answer.ok ? undefined : await answer.text();
    };
    await this.wait('Vitals ready', look, READY_WITHIN, signal);
  }

  /** All that it has said. */
  log(): string {
    if (this.logFile === undefined) return this.platform.processes.log(this.name);
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
  }

  async end(): Promise<void> {
    await endVitals(this.platform, this.name);
  }

  /** Waits as long as it runs; what it said last is part of the failure. */
  private async wait(
    what: string,
    look: () => Promise<string | undefined> | string | undefined,
    within: number,
    signal?: AbortSignal,
  ): Promise<void> {
    const lookWhileItRuns = async (): Promise<string | undefined> => {
      const missing = await look();
      if (missing !== undefined && this.platform.pid(this.name) === undefined) throw new Error('Vitals has ended');
      return missing;
    };
    const options = { within, every: 50, ...(signal === undefined ? {} : { signal }) };
    await waitUntilNothingMissing(what, lookWhileItRuns, options).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      const log = this.platform.processes.logTail(this.name);
      throw new Error(`${reason}\n--- the end of its log ---\n${log}`, { cause: error });
    });
  }
}

async function endVitals(platform: Platform, name: string): Promise<void> {
  await platform.processes.end(name, PATIENCE);
  rmSync(platform.state(name), { recursive: true, force: true });
}

/** Those whose test was killed: each would be one more client of all that is measured. */
async function endOrphans(platform: Platform): Promise<void> {
  for (const name of platform.processes.names()) {
    const [, pid, startTime] = /^vitals-(\d+)-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || isRunning({ pid: Number(pid), startTime: Number(startTime) })) continue;
    await endVitals(platform, name);
  }
}
