import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Endpoints, readEndpoints } from '../endpoints.js';
import { type CertificateFiles } from '../support/impostor.js';
import { type IsolatedSystem, PARTIES, type SecretFile } from '../support/isolated-systems.js';
import { type Platform } from '../support/platform.js';
import { TamperingProxy } from '../support/tampering-proxy.js';
import { type Disturbance, FLOOD } from './disturbances.js';

/** Connections that are opened, and say nothing. */
class Flood {
  private readonly sockets: readonly Socket[];
  private readonly open = new Set<Socket>();
  /** So many of them stood at the same time. */
  most = 0;

  constructor(proxies: readonly TamperingProxy[]) {
    this.sockets = proxies.flatMap(({ address }) => Array.from({ length: FLOOD }, () => connect({ ...address })));
    for (const socket of this.sockets) {
      socket.on('error', () => undefined);
      socket.on('connect', () => (this.most = Math.max(this.most, this.open.add(socket).size)));
      socket.on('close', () => this.open.delete(socket));
    }
  }

  /** Those that there should be. */
  get wanted(): number {
    return this.sockets.length;
  }

  end(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

/** Stands before every system of a platform, and disturbs what Vitals hears of it. */
export class Disturber {
  private readonly proxies = new Map<string, readonly TamperingProxy[]>();
  private readonly secrets = new Map<string, SecretFile>();
  private readonly floods = new Map<string, Flood>();

  private constructor(
    /** All that can be disturbed: those that have an endpoint of their own. */
    readonly systems: readonly IsolatedSystem[],
    /** Those too that are read through the endpoint of another. */
    readonly all: readonly IsolatedSystem[],
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
    try {
      await disturber.takePlaces(files);
      return disturber;
    } catch (error) {
      // A proxy that is left open would keep the tests from ending.
      await disturber.close();
      throw error;
    }
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
      this.floods.set(system, new Flood(own));
    } else if (tampering === 'denied' && secret !== undefined) {
      writeFileSync(secret.file, secret.wrong);
      for (const proxy of own) proxy.cut();
    } else {
      await Promise.all(own.map((proxy) => proxy.tamper(tampering)));
    }
  }

  /** All is as it was. */
  async restore({ system }: IsolatedSystem): Promise<void> {
    this.floods.get(system)?.end();
    this.floods.delete(system);
    const secret = this.secrets.get(system);
    if (secret !== undefined) writeFileSync(secret.file, secret.right);
    await Promise.all((this.proxies.get(system) ?? []).map((proxy) => proxy.tamper('whole')));
  }

  /** How many connections of a flood have stood at the same time, and how many should have. */
  floodOf({ system }: IsolatedSystem): Pick<Flood, 'most' | 'wanted'> {
    const flood = this.floods.get(system);
    if (flood === undefined) throw new Error(`nobody floods ${system}`);
    return flood;
  }

  async leave(): Promise<void> {
    for (const system of this.systems) await this.restore(system);
    await this.close();
  }

  private async takePlaces(files: CertificateFiles): Promise<void> {
    let host = 0;
    for (const { system, places, by, protocol, secret } of this.systems) {
      const own = places(this.ways).map(({ target, front }) => {
        const address = front ?? { host: `127.0.98.${(host += 1)}`, port: target.port };
        return new TamperingProxy(address, target, { protocol, files });
      });
      this.proxies.set(system, own);
      for (const proxy of own) await proxy.open();
      const fronts = own.map(({ address }) => address);
      this.ways = by(this.ways, fronts, this.folder);
      if (secret === undefined) continue;
      const file = secret(this.ways, this.folder);
      this.secrets.set(system, file);
      this.ways = file.endpoints;
    }
  }

  private async close(): Promise<void> {
    await Promise.all([...this.proxies.values()].flat().map((proxy) => proxy.close()));
    await rm(this.folder, { recursive: true });
  }
}
