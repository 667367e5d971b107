import { mkdir } from 'node:fs/promises';
import { type Component, type Platform } from './platform.js';

/** A component that is one long-running process in the namespace. */
export interface DaemonDefinition extends Pick<
  Component,
  'name' | 'needs' | 'debianPackages' | 'goModule' | 'mavenProject' | 'remove' | 'leftovers'
> {
  readonly readyWithin?: number;
  /** Writes configuration, makes disks: whatever the command needs. Runs before each start. */
  prepare?(platform: Platform): Promise<void>;
  command(platform: Platform): readonly string[];
  environment?(platform: Platform): Readonly<Record<string, string>>;
  /** What is missing for it to be ready although its process runs. */
  missing(platform: Platform): Promise<string | undefined>;
  /** The signal that asks it to end (SIGTERM) and how long, in ms, it is given before SIGKILL (10 s). */
  readonly stopSignal?: NodeJS.Signals;
  readonly patience?: number;
}

export function daemon(definition: DaemonDefinition): Component {
  const { name } = definition;
  return {
    ...definition,
    readyWithin: definition.readyWithin ?? 60_000,
    async start(platform) {
      const workingFolder = platform.state(name);
      await mkdir(workingFolder, { recursive: true });
      await definition.prepare?.(platform);
      await platform.processes.launch(name, platform.inNamespace(definition.command(platform)), {
        cwd: workingFolder,
        env: definition.environment?.(platform) ?? {},
      });
    },
    async missing(platform) {
      if (platform.pid(name) === undefined) throw new Error(`${name} does not run`);
      return definition.missing(platform);
    },
    async stop(platform) {
      await platform.processes.end(name, definition.patience ?? 10_000, definition.stopSignal);
    },
  };
}
