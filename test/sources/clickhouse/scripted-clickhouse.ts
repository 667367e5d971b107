import { readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { join } from 'node:path';
import { LoopbackServers } from '../../support/loopback-servers.js';

type Answers = Readonly<Record<string, unknown>>;

/** What an engine answered, by the name of the question. */
export function recorded(version: '18.16.1' | '26.7.2'): Answers {
  const file = join(import.meta.dirname, 'recorded', `${version}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Answers;
}

/** Which question a statement is. */
const QUESTIONS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/version\(\)/, 'server'],
  [/FROM system\.columns/, 'columns'],
  [/total_replicas/, 'activeReplicas'],
  [/FROM system\.replicas/, 'tables'],
  [/FROM system\.replication_queue/, 'queue'],
  [/FROM system\.parts/, 'parts'],
  [/FROM system\.tables/, 'definitions'],
  [/FROM system\.merge_tree_settings/, 'settings'],
  [/FROM system\.replicated_merge_tree_settings/, 'replicatedSettings'],
  [/FROM system\.events/, 'events'],
  [/FROM system\.metrics/, 'metrics'],
  [/FROM system\.disks/, 'disks'],
  [/FROM system\.mutations/, 'mutations'],
  [/FROM system\.distribution_queue/, 'distributed'],
  [/FROM system\.zookeeper_connection/, 'keeper'],
];

function questionOf(statement: string): string {
  return QUESTIONS.find(([pattern]) => pattern.test(statement))?.[1] ?? statement;
}

/** Does what it likes with a question; answers whether it did. */
export type Misbehaviour = (question: string, response: ServerResponse, request: IncomingMessage) => boolean;

/** A server that answers as an engine did, unless it misbehaves. */
export class ScriptedClickHouse {
  /** Questions in the order in which they came. */
  readonly asked: string[] = [];
  /** Names and passwords that came with them. */
  readonly credentials = new Set<string>();
  misbehave: Misbehaviour = () => false;
  private readonly loopback = new LoopbackServers();
  private readonly server: Server;

  constructor(public answers: Answers) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  /** Listens, on a port of its own choice or that one; resolves with it. */
  listen(port = 0): Promise<number> {
    return this.loopback.listen(this.server, port);
  }

  close(): Promise<void> {
    return this.loopback.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let statement = '';
    for await (const chunk of request) statement += String(chunk);
    const question = questionOf(statement);
    this.asked.push(question);
    const [, basic = ''] = (request.headers.authorization ?? '').split(' ');
    this.credentials.add(Buffer.from(basic, 'base64').toString());
    if (this.misbehave(question, response, request)) return;
    const answer = question === 'columns' ? unfolded(this.answers['columns']) : this.answers[question];
    if (Array.isArray(answer)) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ meta: [], data: answer }));
      return;
    }
    refuse(response, 404, (answer as { error?: string } | undefined)?.error ?? "Code: 60, Table doesn't exist.");
  }
}

export function refuse(response: ServerResponse, status: number, text: string): true {
  response.writeHead(status, { 'content-type': 'text/plain; charset=UTF-8' }).end(text);
  return true;
}

function unfolded(columns: unknown): readonly object[] {
  return Object.entries(columns as Record<string, readonly string[]>).flatMap(([table, names]) =>
    names.map((name) => ({ table, name })),
  );
}
