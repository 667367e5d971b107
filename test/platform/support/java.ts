import { join } from 'node:path';
import { jarFolder, type MavenProject } from './maven-projects.js';
import { type Settings } from './settings.js';

export interface JavaProgram {
  readonly project: MavenProject;
  readonly mainClass: string;
  /** What the heap may grow to. */
  readonly mebibytes: number;
  /** `-D…`. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** The command line of a program that comes as jars. */
export function javaCommand(settings: Settings, program: JavaProgram, ...args: readonly string[]): string[] {
  return [
    'java',
    `-Xmx${program.mebibytes}m`,
    '-XX:+UseSerialGC',
    // Many of them start at once on two cores: the second compiler costs more than it brings.
    '-XX:TieredStopAtLevel=1',
    '-Dlog4j2.level=WARN',
    ...Object.entries(program.properties ?? {}).map(([name, value]) => `-D${name}=${value}`),
    `--class-path=${join(jarFolder(settings, program.project), '*')}`,
    program.mainClass,
    ...args,
  ];
}

/** The text of a `.properties` file; values without line ends. */
export function propertiesText(settings: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
