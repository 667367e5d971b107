import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandOptions, CommandTooLate, run } from './command.js';
import { type GoModule, programPath } from './go-programs.js';
import { type MavenProject } from './maven-projects.js';
import { type NpmProject } from './npm-projects.js';
import { ProcessBook } from './process-book.js';
import { type Settings } from './settings.js';
import { waitUntilNothingMissing } from './wait.js';

/** One part of the platform. Everything it needs from the machine is named here; `up` and `down` know no more than this. */
export interface Component {
  readonly name: string;
  /** Components that must be ready before this one starts. What needs nothing of each other starts at the same time. */
  readonly needs: readonly string[];
  readonly debianPackages?: readonly string[];
  readonly goModule?: GoModule;
  readonly mavenProject?: MavenProject;
  readonly npmProject?: NpmProject;
  /** Milliseconds from start to ready. */
  readonly readyWithin: number;
  /** Begins; need not wait until ready. */
  start(platform: Platform): Promise<void>;
  /** What is missing for it to be ready, undefined when nothing is. Throws when waiting is of no use. */
  missing(platform: Platform): Promise<string | undefined>;
  /** Ends its process, if it is one; `start` can follow. Nothing happens when it does not run. */
  stop?(platform: Platform): Promise<void>;
  /** Undoes what it did outside the state folder, after all have stopped. Half of it, or nothing, may be there. */
  remove?(platform: Platform): Promise<void>;
  /** What `remove` should have removed and did not. */
  leftovers?(platform: Platform): Promise<readonly string[]>;
}

/** The running platform in a caller's hand: for components, faults and tests. Holds no connection and no open file. */
export class Platform {
  readonly processes: ProcessBook;

  constructor(
    readonly settings: Settings,
    readonly components: readonly Component[],
  ) {
    this.processes = new ProcessBook(settings.stateFolder);
  }

  /** A path in the state folder. */
  state(...parts: readonly string[]): string {
    return join(this.settings.stateFolder, ...parts);
  }

  /** A committed file of the harness. */
  source(...parts: readonly string[]): string {
    return join(this.settings.sourceFolder, ...parts);
  }

  get adminKubeconfig(): string {
    return this.state('admin.kubeconfig');
  }

  get vitalsKubeconfig(): string {
    return this.state('vitals.kubeconfig');
  }

  get endpointsFile(): string {
    return this.state('endpoints.json');
  }

  /** The path of a program built from one of the pinned Go modules. */
  program(name: string): string {
    const module = this.components.find((component) => component.goModule?.programs[name] !== undefined)?.goModule;
    if (module === undefined) throw new Error(`no component builds ${name}`);
    return programPath(this.settings, module, name);
  }

  /** The command that runs `command` in the platform's network namespace. */
  inNamespace(command: readonly string[]): string[] {
    // Not `ip netns exec`: it remounts /sys and hides the cgroups.
    return ['nsenter', `--net=/run/netns/${this.settings.name}`, '--', ...command];
  }

  /** Runs a command in the namespace; fails when it does. Answers with its standard output. */
  runInside(command: readonly string[], options: CommandOptions = {}): Promise<string> {
    return run(this.inNamespace(command), options);
  }

  /** kubectl as administrator. */
  kubectl(args: readonly string[], stdin?: string): Promise<string> {
    const command = [this.program('kubectl'), `--kubeconfig=${this.adminKubeconfig}`, ...args];
    return this.runInside(command, stdin === undefined ? {} : { stdin });
  }

  /** Applies manifests: YAML text, one or many documents. */
  async apply(manifest: string): Promise<void> {
    await this.kubectl(['apply', '--filename=-'], manifest);
  }

  /** Applies objects made here. */
  async applyObjects(objects: readonly object[]): Promise<void> {
    await this.apply(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  }

  /** Reads an object or a list as the API gives it. */
  async get<T>(...args: readonly string[]): Promise<T> {
    return JSON.parse(await this.kubectl(['get', ...args, '--output=json'])) as T;
  }

  /** The pid of a component's process, undefined when it does not run. */
  pid(component: string): number | undefined {
    return this.processes.find(component)?.pid;
  }

  /** Signals a component's process and its descendants. */
  signal(component: string, signal: NodeJS.Signals): void {
    this.processes.signal(component, signal);
  }

  component(name: string): Component {
    const component = this.components.find((candidate) => candidate.name === name);
    if (component !== undefined) return component;
    throw new Error(`no component ${name}; there are ${this.components.map((known) => known.name).join(', ')}`);
  }

  /** Starts one component and waits until it is ready. */
  async start(name: string, signal?: AbortSignal): Promise<void> {
    const component = this.component(name);
    await component.start(this);
    // On a machine that is busy a look may be late, and the next one is not.
    const look = (): Promise<string | undefined> =>
      component.missing(this).catch((error: unknown) => {
        if (error instanceof CommandTooLate) return error.message;
        throw error;
      });
    await waitUntilNothingMissing(`${name} ready`, look, {
      within: component.readyWithin,
      ...(signal === undefined ? {} : { signal }),
    });
  }

  async stop(name: string): Promise<void> {
    await this.component(name).stop?.(this);
  }

  /** Stops one component, starts it again and waits until it is ready. */
  async restart(name: string): Promise<void> {
    await this.stop(name);
    await this.start(name);
  }

  /** False after `down` and before the first `up`. */
  exists(): boolean {
    return existsSync(this.settings.stateFolder);
  }
}
