import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Endpoints, readEndpoints } from '../endpoints.js';
import { type IsolatedSystem, PARTIES, type SecretFile } from '../support/isolated-systems.js';
import { type Platform } from '../support/platform.js';
import { TamperingProxy } from '../support/tampering-proxy.js';
import { type Disturbance, FLOOD } from './disturbances.js';

/** Stands before every system of a platform, and disturbs what Vitals hears of it. */
export class Disturber {
  private readonly proxies = new Map<string, readonly TamperingProxy[]>();
  private readonly secrets = new Map<string, SecretFile>();
  private readonly floods = new Map<string, readonly Socket[]>();

  private constructor(
    /** All that can be disturbed: those that have an endpoint of their own. */
    readonly systems: readonly IsolatedSystem[],
    private readonly all: readonly IsolatedSystem[],
    private readonly folder: string,
    private ways: Endpoints,
  ) {}

  static async stand(platform: Platform): Promise<Disturber> {
    const has = ({ component }: IsolatedSystem): boolean => platform.components.some(({ name }) => name === component);
    const all = PARTIES.flat().filter(has);
    const endpoints = readEndpoints(platform);
    const isReached = ({ places }: IsolatedSystem): boolean => places(endpoints).length > 0;
    const folder = await mkdtemp(join(tmpdir(), 'vitals-chaos-'));
    const disturber = new Disturber(all.filter(isReached), all, folder, endpoints);
    const files = { certificate: platform.state('pki', 'apiserver.crt'), key: platform.state('pki', 'apiserver.key') };
    let host = 0;
    for (const { system, places, by, protocol, secret } of disturber.systems) {
      const own = places(disturber.ways).map(({ target, front }) => {
        const address = front ?? { host: `127.0.98.${(host += 1)}`, port: target.port };
        return new TamperingProxy(address, target, { protocol, files });
      });
      await Promise.all(own.map((proxy) => proxy.open()));
      disturber.proxies.set(system, own);
      const fronts = own.map(({ address }) => address);
      disturber.ways = by(disturber.ways, fronts, folder);
      if (secret === undefined) continue;
      const file = secret(disturber.ways, folder);
      disturber.secrets.set(system, file);
      disturber.ways = file.endpoints;
    }
    return disturber;
  }

  /** How Vitals is to reach them. */
  get endpoints(): Endpoints {
    return this.ways;
  }

  /** Those of which nothing can be seen while this is disturbed: itself, and who is read through the same endpoint. */
  with(system: IsolatedSystem): readonly IsolatedSystem[] {
    if (system.protocol !== 'https') return [system];
    return this.all.filter(({ protocol }) => protocol === 'https');
  }

  async disturb({ system }: IsolatedSystem, { tampering }: Disturbance): Promise<void> {
    const own = this.proxies.get(system) ?? [];
    const secret = this.secrets.get(system);
    if (tampering === null) {
      this.flood(system, own);
    } else if (tampering === 'denied' && secret !== undefined) {
      writeFileSync(secret.file, secret.wrong);
      for (const proxy of own) proxy.cut();
    } else {
      await Promise.all(own.map((proxy) => proxy.tamper(tampering)));
    }
  }

  /** All is as it was. */
  async restore({ system }: IsolatedSystem): Promise<void> {
    for (const socket of this.floods.get(system) ?? []) socket.destroy();
    this.floods.delete(system);
    const secret = this.secrets.get(system);
    if (secret !== undefined) writeFileSync(secret.file, secret.right);
    await Promise.all((this.proxies.get(system) ?? []).map((proxy) => proxy.tamper('whole')));
  }

  async leave(): Promise<void> {
    for (const system of this.systems) await this.restore(system);
    await Promise.all([...this.proxies.values()].flat().map((proxy) => proxy.close()));
    await rm(this.folder, { recursive: true });
  }

  /** They connect and say nothing. */
  private flood(system: string, proxies: readonly TamperingProxy[]): void {
    const sockets = proxies.flatMap(({ address }) => Array.from({ length: FLOOD }, () => connect({ ...address })));
    for (const socket of sockets) socket.on('error', () => undefined);
    this.floods.set(system, sockets);
  }
}
