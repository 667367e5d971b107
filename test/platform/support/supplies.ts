import { BUILD_PACKAGES, type GoModule, buildGoModule, isBuilt } from './go-programs.js';
import { FETCH_PACKAGES, fetchMavenProject, isFetched } from './maven-projects.js';
import { installNpmProject, isInstalled } from './npm-projects.js';
import { type Component } from './platform.js';
import { type Settings } from './settings.js';

/** Something that is built or fetched once, and kept in the cache. */
export interface Supply {
  /** What is being done when it is provided. */
  readonly deed: string;
  /** Debian packages that this takes. */
  readonly debianPackages: readonly string[];
  isThere(): boolean;
  provide(): Promise<void>;
}

/** All that these components need beside Debian's packages. */
export function suppliesOf(components: readonly Component[], settings: Settings): readonly Supply[] {
  return [
    ...wantedBy(components, ({ goModule }) => goModule).map((module) => ({
      deed: deedOf(module),
      debianPackages: BUILD_PACKAGES,
      isThere: () => isBuilt(settings, module),
      provide: () => buildGoModule(settings, module),
    })),
    ...wantedBy(components, ({ mavenProject }) => mavenProject).map((project) => ({
      deed: `fetching the jars of ${project.name}`,
      debianPackages: FETCH_PACKAGES,
      isThere: () => isFetched(settings, project),
      provide: () => fetchMavenProject(settings, project),
    })),
    ...wantedBy(components, ({ npmProject }) => npmProject).map((project) => ({
      deed: `fetching ${project.name}`,
      debianPackages: [],
      isThere: () => isInstalled(settings, project),
      provide: () => installNpmProject(settings, project),
    })),
  ];
}

function deedOf({ name, programs }: GoModule): string {
  const names = Object.keys(programs);
  return names.length > 0 ? `building ${names.join(', ')}` : `fetching what there is in ${name}`;
}

/** Each once: several components may come of one. */
function wantedBy<T>(components: readonly Component[], what: (component: Component) => T | undefined): readonly T[] {
  return [...new Set(components.flatMap((component) => what(component) ?? []))];
}
