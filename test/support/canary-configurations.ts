import { createHash } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Canaries } from './canaries.js';
import { type Certificate, certificate, writeCertificate } from './certificates.js';

/** Whoever has a password has it in place or in a file, and a token likewise: all of them take as many configurations. */
export const VARIANTS = [0, 1, 2, 3] as const;

/** Where the systems of these configurations are: all of them on the loopback interface. */
export interface UnkindSystems {
  /** Ports of one that speaks HTTP over TLS, of one without, and of one that speaks neither. */
  readonly https: number;
  readonly http: number;
  readonly deaf: number;
  /** Of the first. */
  readonly certificate: Certificate;
}

type Settings = Readonly<Record<string, unknown>>;

/** Configurations with a canary wherever a secret can stand. */
export class CanaryConfigurations {
  /** What has to be in the environment for them. */
  readonly environment: Record<string, string> = {};
  private readonly keys = new Map<string, Settings>();
  private readonly written = new Map<number, Settings>();

  private constructor(
    private readonly folder: string,
    private readonly canaries: Canaries,
    private readonly systems: UnkindSystems,
    private readonly own: Certificate,
    private readonly ofUser: Certificate,
  ) {}

  static async create(folder: string, canaries: Canaries, systems: UnkindSystems): Promise<CanaryConfigurations> {
    const made = new CanaryConfigurations(folder, canaries, systems, await certificate(), await certificate());
    const places = ['alertmanager', 'tracing', 'postgres', 'clickhouse', 'kafka', 'kafka-connect', 'argo.server', 'http-traffic', 'http-traffic.prometheus', 'host-metrics.prometheus']; // prettier-ignore
    for (const place of places) made.keys.set(place, made.tls(place, await certificate()));
    return made;
  }

  /** Of the server itself: whom to trust who asks it. */
  get authority(): string {
    return this.own.cert;
  }

  /** One of `VARIANTS`. */
  of(variant: number): Settings {
    const known = this.written.get(variant);
    if (known !== undefined) return known;
    const made = this.make(variant);
    this.written.set(variant, made);
    return made;
  }

  /** The path of a file with one of them. */
  fileOf(variant: number): string {
    return this.file(`vitals-${variant}.yaml`, JSON.stringify(this.of(variant)));
  }

  /** The path of a file with one of them whose keys are broken, and hold a secret for all that. */
  brokenFileOf(variant: number): string {
    const key = this.file('broken.key', `-----BEGIN PRIVATE KEY-----\n${this.canaries.at('broken key')}\n`);
    const text = JSON.stringify(this.of(variant), (name, value: unknown) => (name === 'key' ? key : value));
    return this.file(`broken-${variant}.yaml`, text);
  }

  private make(variant: number): Settings {
    const { deaf } = this.systems;
    const [url, address] = [`https://127.0.0.1:${this.systems.https}`, `127.0.0.1:${deaf}`];
    const users = ['token', 'password', 'key', 'plugin', 'token-file', 'provider'];
    const viaHttp = (place: string): Settings => ({ ...this.credentials(place, variant), tls: this.keys.get(place) });
    const viaPassword = (place: string): Settings => ({ ...this.credentials(place, variant % 2), tls: this.keys.get(place) }); // prettier-ignore
    const kafka = { mechanism: 'PLAIN', ...this.credentials('kafka.sasl', variant % 2) };
    // Either has an access of its own, and never both.
    const traffic = [
      { name: 'h', proxy: 'caddy', metrics: [`${url}/metrics`], ...viaHttp('http-traffic') },
      { name: 'h2', proxy: 'caddy', prometheus: { url, ...viaHttp('http-traffic.prometheus') } },
    ];
    const argoToken = this.credentials('argo.server', 2 + (variant % 2));
    return {
      server: this.server(),
      alertmanager: { url, ...viaHttp('alertmanager') },
      tracing: { url, sample: 1, ...viaHttp('tracing') },
      kubernetes: users.map((user) => ({ name: `k-${user}`, kubeconfig: this.kubeconfig(user) })),
      argo: [{ name: 'a', kubeconfig: this.kubeconfig('argo'), server: { url, ...argoToken, tls: this.keys.get('argo.server') } }], // prettier-ignore
      postgres: [{ name: 'p', host: '127.0.0.1', port: deaf, database: 'd', ...viaPassword('postgres') }],
      clickhouse: [{ name: 'c', replicas: [url.replace('https://', '')], ...viaPassword('clickhouse') }],
      kafka: [{ name: 'kafka', brokers: [address], sasl: kafka, tls: this.keys.get('kafka') }],
      'kafka-connect': [{ name: 'kc', workers: [url], ...viaPassword('kafka-connect') }],
      zookeeper: [{ name: 'z', members: [address] }],
      'http-traffic': traffic,
      'host-metrics': [{ name: 'm', prometheus: { url, ...viaHttp('host-metrics.prometheus') }, volumes: [{ cluster: 'k-token', preset: 'ebs-csi' }] }], // prettier-ignore
    };
  }

  private server(): Settings {
    const { keyFile, certFile } = writeCertificate(this.folder, this.own);
    this.canaries.plant('server.tls', secretOf(this.own));
    const sha256 = createHash('sha256').update(this.canaries.at('good token of a client')).digest('hex');
    const keys = `http://127.0.0.1:${this.systems.http}/keys`;
    return {
      port: 0,
      drain: '0s',
      tls: { certFile, keyFile },
      auth: {
        tokens: [{ name: 'me', sha256: this.canaries.plant('server.auth.tokens', sha256) }],
        oidc: { issuer: 'i', audience: 'v', jwks: keys },
        kubernetes: { cluster: 'k-token' },
      },
    };
  }

  /** A password from the environment or a file, a token in place or from a file. */
  private credentials(place: string, variant: number): Settings {
    const name = `CANARY_${place.replace(/\W/g, '_').toUpperCase()}`;
    switch (variant) {
      case 0:
        this.environment[name] = this.canaries.at(`${place}.password`);
        return { user: 'u', password: `\${${name}}` };
      case 1:
        return { user: 'u', passwordFile: this.secretFile(`${place}.passwordFile`) };
      case 2:
        return { token: this.canaries.at(`${place}.token`) };
      default:
        return { tokenFile: this.secretFile(`${place}.tokenFile`) };
    }
  }

  private tls(place: string, made: Certificate): Settings {
    this.canaries.plant(`${place}.tls`, secretOf(made));
    const ca = this.file('authority.crt', this.systems.certificate.cert);
    const shown = this.file(`${place}.crt`, made.cert);
    return { ca, certificate: shown, key: this.file(`${place}.key`, made.key) };
  }

  private kubeconfig(user: string): string {
    const place = `kubeconfig.${user}`;
    const data = (text: string): string => Buffer.from(text).toString('base64');
    const cluster = { server: `https://127.0.0.1:${this.systems.https}`, 'certificate-authority-data': data(this.systems.certificate.cert) }; // prettier-ignore
    const text = { apiVersion: 'v1', kind: 'Config', 'current-context': 'x', clusters: [{ name: 'c', cluster }], contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }], users: [{ name: 'u', user: this.kubeconfigUser(user, place) }] }; // prettier-ignore
    return this.file(place, JSON.stringify(text));
  }

  private kubeconfigUser(user: string, place: string): Settings {
    const canary = (what: string): string => this.canaries.at(`${place}.${what}`);
    switch (user) {
      case 'token':
        return { token: canary('token') };
      case 'key': {
        const key = Buffer.from(this.ofUser.key).toString('base64');
        this.canaries.plant(`${place}.client-key-data`, key.slice(100, 160));
        return { 'client-certificate-data': Buffer.from(this.ofUser.cert).toString('base64'), 'client-key-data': key };
      }
      case 'plugin': {
        const env = [{ name: 'PLUGIN_SECRET', value: canary('exec.env') }];
        return { exec: { apiVersion: 'client.authentication.k8s.io/v1', command: this.plugin(), args: [canary('exec.args'), canary('exec.token')], env } }; // prettier-ignore
      }
      case 'token-file':
        return { tokenFile: this.secretFile(`${place}.tokenFile`) };
      case 'provider': {
        // Of a long gone time, so that it is to be had anew with all the rest.
        const token = this.canaries.plant(`${place}.id-token`, `${part({ alg: 'none' })}.${part({ exp: 1, sub: place })}.x`); // prettier-ignore
        const config = { 'idp-issuer-url': `http://127.0.0.1:${this.systems.http}`, 'client-id': 'v', 'id-token': token, 'refresh-token': canary('refresh-token'), 'client-secret': canary('client-secret') }; // prettier-ignore
        return { 'auth-provider': { name: 'oidc', config } };
      }
      default:
        return { username: 'u', password: canary('password') };
    }
  }

  /** Says all that it was given, on both its outputs, before it gives the token. */
  private plugin(): string {
    const credential = `{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"'"$2"'"}}`;
    const path = this.file('plugin.sh', `#!/bin/sh\necho "$PLUGIN_SECRET $@" >&2\necho '${credential}'\n`);
    chmodSync(path, 0o700);
    return path;
  }

  private secretFile(place: string): string {
    return this.file(place, this.canaries.at(place));
  }

  private file(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }
}

/** Of a JSON Web Token. */
function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A line from the middle of a key, which no other has. */
function secretOf({ key }: Certificate): string {
  const line = key.split('\n')[2] ?? '';
  if (line.length < 20) throw new Error('That is no key.');
  return line;
}
