import { readFileSync } from 'node:fs';
import type { RequestOptions } from 'node:https';
import { dirname, resolve } from 'node:path';
import { isNativeError } from 'node:util/types';
import { KubeConfig } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { z } from 'zod';
import { systemClock } from '../model/clock.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import { codeOf, isOutOfDescriptors } from './error-code.js';
import { KubernetesError, type KubernetesErrorKind } from './kubernetes-error.js';

/** Which cluster, and as whom. */
export interface KubernetesAccess {
  /** Path of a kubeconfig file. Absent: the service account of the pod that this runs in. */
  readonly kubeconfig?: string | undefined;
  /** A context of that file other than its current one. */
  readonly context?: string | undefined;
}

/** What one request needs: TLS options, headers, and for clusters behind a proxy the agent that goes through it. */
export interface Credentials extends Pick<
  RequestOptions,
  'ca' | 'cert' | 'key' | 'servername' | 'rejectUnauthorized' | 'auth' | 'headers' | 'agent'
> {
  /** The API server's base address, without a slash at its end. */
  readonly server: string;
  readonly proxied: boolean;
}

/** So that fifteen watches, or the kubelets of a cluster, that begin together ask a plugin or read a file once. */
const SHARED_FOR: Milliseconds = 1 * SECOND;
/** A plugin that does not answer is asked anew after this. */
const GIVEN_UP_AFTER: Milliseconds = 30 * SECOND;

/**
 * Credentials as client-node makes them, anew for each request so that rotated tokens and certificates are taken up.
 * A refusal makes it read the configuration itself again.
 */
export class KubernetesCredentials {
  private config: KubeConfig;
  private isRefused = false;
  private current: { readonly promise: Promise<Credentials>; until: number } | null = null;

  /** @throws KubernetesError `invalid` where the configuration cannot be read or names no cluster. */
  constructor(private readonly access: KubernetesAccess) {
    this.config = load(access);
  }

  /** @throws KubernetesError `unauthorized` where a file or plugin does not give what it should. */
  get(): Promise<Credentials> {
    if (this.current !== null && systemClock.now() < this.current.until) return this.current.promise;
    const made = { promise: this.make(), until: systemClock.now() + GIVEN_UP_AFTER };
    this.current = made;
    made.promise.then(
      () => (made.until = systemClock.now() + SHARED_FOR),
      () => (made.until = 0),
    );
    return made.promise;
  }

  /** Says that the server did not accept them. */
  refused(): void {
    this.isRefused = true;
    this.current = null;
  }

  private async make(): Promise<Credentials> {
    // A new configuration also forgets the tokens that client-node keeps until they expire.
    if (this.isRefused) this.config = load(this.access);
    this.isRefused = false;
    const options: RequestOptions = {};
    try {
      await this.config.applyToHTTPSOptions(options);
    } catch (error) {
      throw new KubernetesError(kindOf(error, 'unauthorized'), `no credentials can be had${why(error)}`);
    }
    const cluster = this.config.getCurrentCluster();
    return { ...options, server: serverOf(this.config), proxied: Boolean(cluster?.proxyUrl) };
  }
}

/** Where no file can be read, none is wrong. */
function kindOf(error: unknown, otherwise: KubernetesErrorKind): KubernetesErrorKind {
  return isOutOfDescriptors(codeOf(error)) ? 'hindered' : otherwise;
}

/** Only code and path: what a plugin printed, or a parser quotes, may hold the token. */
function why(error: unknown): string {
  const code = codeOf(error);
  if (code === null) return '';
  const path = isNativeError(error) && 'path' in error && typeof error.path === 'string' ? ` ${error.path}` : '';
  return ` (${code}${path})`;
}

function load(access: KubernetesAccess): KubeConfig {
  const config = new KubeConfig();
  if (access.kubeconfig === undefined) loadFromPod(config);
  else loadFromFile(config, access.kubeconfig);
  if (access.context !== undefined) config.setCurrentContext(access.context);
  if (config.getCurrentUser() === null)
    throw new KubernetesError('invalid', `no context ${config.getCurrentContext()} with cluster and user`);
  serverOf(config);
  return config;
}

function loadFromPod(config: KubeConfig): void {
  if (process.env['KUBERNETES_SERVICE_HOST'] === undefined)
    throw new KubernetesError('invalid', 'not in a cluster: KUBERNETES_SERVICE_HOST is not set; name a kubeconfig');
  config.loadFromCluster();
}

const tokenFilesSchema = z.object({
  users: z.array(z.object({ name: z.string(), user: z.object({ tokenFile: z.string().optional() }).nullish() })),
});

function loadFromFile(config: KubeConfig, file: string): void {
  try {
    const text = readFileSync(file, 'utf8');
    config.loadFromString(text);
    config.makePathsAbsolute(dirname(file));
    const { users } = tokenFilesSchema.parse(parse(text));
    for (const { name, user } of users)
      if (user?.tokenFile !== undefined) useTokenFile(config, name, user.tokenFile, file);
  } catch (error) {
    throw new KubernetesError(kindOf(error, 'invalid'), `cannot read kubeconfig ${file}${why(error)}`);
  }
}

/** client-node knows files of tokens only in the cluster: elsewhere it reads `tokenFile` not at all. */
function useTokenFile(config: KubeConfig, name: string, tokenFile: string, file: string): void {
  config.users = config.users.map((user) =>
    user.name === name
      ? { ...user, authProvider: { name: 'tokenFile', config: { tokenFile: resolve(dirname(file), tokenFile) } } }
      : user,
  );
}

function serverOf(config: KubeConfig): string {
  const cluster = config.getCurrentCluster();
  if (cluster === null || !URL.canParse(cluster.server))
    throw new KubernetesError('invalid', `context ${config.getCurrentContext()} has no cluster with a server address`);
  if (cluster.server.startsWith('http:') && !cluster.skipTLSVerify)
    throw new KubernetesError('invalid', 'a server without TLS needs insecure-skip-tls-verify: true');
  return cluster.server.replace(/\/+$/, '');
}
