import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** How one speaks whose place is taken. */
export type Protocol = 'http' | 'https' | 'postgres' | 'kafka' | 'words';

/**
 * What somebody else says in the place of a system, each as its own protocol would have it as far as that goes:
 * - `types`: well-formed answers of the wrong types; where there is no such form, nonsense
 * - `long`: an answer of 100 MB
 * - `endless`: one that never ends
 * - `tls`: TLS where plain text is spoken, and the other way
 * - `denied`: that the credentials are not accepted
 */
export type Imposture = 'types' | 'long' | 'endless' | 'tls' | 'denied';

/** PEM files of a certificate that is trusted in the place of the system's own. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

const LONG = 100_000_000;
const PIECE = 64 * 1_024;

/** Valid JSON with everything that anybody looks for, and nothing of the type that it should be. */
const WRONG_TYPES = `${JSON.stringify({
  ...{ type: 7, object: 'none', kind: 7, apiVersion: [], metadata: 'none', items: 'none', code: {} },
  ...{ status: ['success'], data: 'none', errorType: 0, result: 1, gitVersion: { major: 1 }, version: 8 },
})}\n`;

/** The beginning of an array of texts: what follows belongs to it however long it is. */
const BEGINNING = '{"kind":"List","status":"success","data":["';

/** A message of PostgreSQL: its letter, the length of it with its length, what it says. */
function postgresMessage(letter: string, body: Buffer): Buffer {
  const header = Buffer.alloc(5);
  header.write(letter, 'latin1');
  header.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}

function lengthBefore(length: number): Buffer {
  const header = Buffer.alloc(4);
  header.writeInt32BE(length);
  return header;
}

/** Says the same until so much is said, or for ever, and no faster than it is taken. */
function pour(to: NodeJS.WritableStream & { readonly destroyed?: boolean }, piece: Buffer, most = Infinity): void {
  let said = 0;
  const goOn = (): void => {
    while (said < most && to.destroyed !== true) {
      const rest = piece.subarray(0, Math.min(piece.length, most - said));
      said += rest.length;
      if (!to.write(rest)) return;
    }
    if (said >= most) to.end();
  };
  to.on('drain', goOn);
  goOn();
}

const letters = Buffer.alloc(PIECE, 'a');

/** Takes connections that were meant for a system. */
export class Impostor {
  private readonly server: Server | null;

  constructor(
    private readonly protocol: Protocol,
    private readonly imposture: Imposture,
    files: CertificateFiles,
  ) {
    this.server = serverFor(protocol, imposture, files);
  }

  take(client: Socket): void {
    client.on('error', () => undefined);
    if (this.server === null)
      client.once('data', () => { this.say(client); }); // prettier-ignore
    else this.server.emit('connection', client);
  }

  private say(client: Socket): void {
    const { protocol, imposture } = this;
    const most = imposture === 'long' ? LONG : Infinity;
    if (protocol === 'postgres') {
      if (imposture === 'long') {
        client.write(Buffer.concat([Buffer.from('R'), lengthBefore(LONG + 4)]));
        pour(client, letters, LONG);
      } else {
        // Lets anybody in, and has notices for him.
        client.write(Buffer.concat([postgresMessage('R', Buffer.alloc(4)), postgresMessage('Z', Buffer.from('I'))]));
        pour(client, postgresMessage('N', Buffer.concat([Buffer.from('M'), letters, Buffer.alloc(2)])));
      }
    } else if (protocol === 'kafka') {
      client.write(lengthBefore(imposture === 'long' ? LONG : 16 * 1_024 * 1_024));
      pour(client, letters, most);
    } else {
      pour(client, letters, most);
    }
  }
}

function serverFor(protocol: Protocol, imposture: Imposture, { certificate, key }: CertificateFiles): Server | null {
  const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
  const isSecure = protocol === 'https';
  if (imposture === 'tls') return quiet(isSecure ? createHttpServer() : createTlsServer(tls));
  if (protocol !== 'http' && !isSecure) return null;
  const answer = answerFor(imposture);
  return quiet(isSecure ? createHttpsServer(tls, answer) : createHttpServer(answer));
}

function quiet<S extends Server>(server: S): S {
  server.on('tlsClientError', () => undefined);
  return server;
}

function answerFor(imposture: Imposture): RequestListener {
  return (request, response) => {
    request.resume();
    response.on('error', () => undefined);
    if (imposture === 'denied') {
      response.writeHead(401, { 'content-type': 'text/plain' }).end('Who are you?\n');
      return;
    }
    response.setHeader('content-type', 'application/json');
    if (imposture === 'types') {
      response.end(WRONG_TYPES);
      return;
    }
    response.write(BEGINNING);
    pour(response, letters, imposture === 'long' ? LONG : Infinity);
  };
}
