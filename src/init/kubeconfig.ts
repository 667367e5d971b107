import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigurationError } from '../config/configuration-error.js';
import { systemCode } from '../model/system-code.js';

/** The cluster that is to be looked at. */
export interface Target {
  /** Of a kubeconfig; null: as the pod that this runs in. */
  readonly kubeconfig: { readonly path: string; readonly context: string } | null;
  /** Other contexts of that file. */
  readonly others: readonly string[];
}

const kubeconfigSchema = z.object({
  'current-context': z.string().nullish(),
  contexts: z.array(z.object({ name: z.string().min(1) })).nullish(),
});

/**
 * The kubeconfig and context that are named; else those that kubectl would take; else the cluster that this runs in.
 * @throws ConfigurationError
 */
export function targetOf(
  given: { readonly kubeconfig?: string; readonly context?: string },
  environment: NodeJS.ProcessEnv,
): Target {
  const path = given.kubeconfig ?? usualPath(environment);
  if (path !== null) return targetIn(resolve(path), given.context);
  if ((environment['KUBERNETES_SERVICE_HOST'] ?? '') !== '' && given.context === undefined)
    return { kubeconfig: null, others: [] };
  throw new ConfigurationError('there is no kubeconfig: set KUBECONFIG, or name one with --kubeconfig');
}

function usualPath({ KUBECONFIG: named = '', HOME: home = homedir() }: NodeJS.ProcessEnv): string | null {
  const paths = named.split(delimiter).filter((path) => path !== '');
  if (paths.length > 1) throw new ConfigurationError('KUBECONFIG names several files, and Vitals reads one: choose it with --kubeconfig'); // prettier-ignore
  const [path = join(home, '.kube', 'config')] = paths;
  return paths.length > 0 || existsSync(path) ? path : null;
}

function targetIn(path: string, wanted: string | undefined): Target {
  const { 'current-context': current, contexts } = read(path);
  const names = (contexts ?? []).map(({ name }) => name);
  const context = wanted ?? current ?? '';
  const others = names.filter((name) => name !== context);
  if (others.length < names.length) return { kubeconfig: { path, context }, others };
  const there = names.length === 0 ? 'it has none' : `there are ${names.join(', ')}`;
  if (context === '')
    throw new ConfigurationError(`${path}: has no current context: choose one with --context; ${there}`);
  throw new ConfigurationError(`${path}: there is no context "${context}"; ${there}`);
}

function read(path: string): z.output<typeof kubeconfigSchema> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigurationError(`${path}: cannot be read (${systemCode(error)})`);
  }
  try {
    return kubeconfigSchema.parse(parse(text));
  } catch {
    // What a parser quotes may be a token.
    throw new ConfigurationError(`${path}: is no kubeconfig`);
  }
}
