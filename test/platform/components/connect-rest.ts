import { tryRun } from '../support/command.js';
import { type Platform } from '../support/platform.js';
import { KAFKA_USER, kafkaPassword } from './kafka-accounts.component.js';
import { CONNECT_HOSTS, CONNECT_PORT } from './kafka-addresses.js';

interface ConnectAnswer {
  /** 0: no answer, and `body` says why. */
  readonly status: number;
  readonly body: string;
}

interface ConnectOptions {
  readonly host?: string;
  readonly body?: object;
  /** How long an answer is waited for. */
  readonly seconds?: number;
}

/** Speaks to a worker of Connect, the first one unless told. */
export async function askConnect(
  platform: Platform,
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  { host = CONNECT_HOSTS[0], body, seconds = 10 }: ConnectOptions = {},
): Promise<ConnectAnswer> {
  const url = `http://${host}:${CONNECT_PORT}${path}`;
  const command = ['curl', '--silent', '--show-error', '--max-time', String(seconds), '--config', '-', url];
  // Through standard input: a command line can be read by all.
  const options = {
    request: method,
    user: `${KAFKA_USER}:${await kafkaPassword(platform)}`,
    header: 'Content-Type: application/json',
    'write-out': String.raw`\n%{http_code}`,
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
  };
  const stdin = Object.entries(options)
    .map(([name, value]) => `${name} = "${value.replaceAll(/["\\]/g, String.raw`\$&`)}"\n`)
    .join('');
  const { exitCode, output, errorOutput } = await tryRun(platform.inNamespace(command), { stdin, timeout: 15_000 });
  if (exitCode !== 0) return { status: 0, body: errorOutput.trim() };
  const end = output.lastIndexOf('\n');
  return { status: Number(output.slice(end + 1)), body: output.slice(0, end) };
}

/** As `GET /connectors/<name>/status` says it. */
export interface ConnectorStatus {
  readonly connector: { readonly state: string; readonly worker_id: string };
  readonly tasks: readonly { readonly id: number; readonly state: string; readonly worker_id: string }[];
}

/** Undefined where there is no such connector, or no answer. */
export async function connectorStatus(
  platform: Platform,
  name: string,
  host?: string,
): Promise<ConnectorStatus | undefined> {
  const { status, body } = await askConnect(
    platform,
    'GET',
    `/connectors/${name}/status`,
    host === undefined ? {} : { host },
  );
  return status === 200 ? (JSON.parse(body) as ConnectorStatus) : undefined;
}
