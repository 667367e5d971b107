import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Interner } from '../../../src/clients/interner.js';
import type { Place } from '../../../src/clients/kubernetes-projection.js';

const folder = join(import.meta.dirname, 'recorded');

export function recordedBytes(file: string): Buffer {
  return readFileSync(join(folder, file));
}

export function recordedJson(file: string): unknown {
  return JSON.parse(recordedBytes(file).toString('utf8'));
}

interface ApiObjects {
  /** The STATUS column of `kubectl get pods`, by pod, at the same moment. */
  readonly kubectlStatus: Readonly<Record<string, string>>;
  /** By `Kind/name`. */
  readonly objects: Readonly<Record<string, unknown>>;
}

export const { kubectlStatus, objects } = recordedJson('api-objects.json') as ApiObjects;

/** A copy of an object as a real API server gave it: changes to it stay in one test. */
export function recorded(name: string): never {
  const object = objects[name];
  if (object === undefined) throw new Error(`nothing was recorded of ${name}`);
  return structuredClone(object) as never;
}

export const SYSTEM = 'prod';

export function place(): Place {
  return { system: SYSTEM, interner: new Interner() };
}
