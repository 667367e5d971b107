import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { isKnown } from './if-none-match.js';
import { PAGE_HEADERS } from './security-headers.js';

/** Answers the request and says so, or leaves it untouched: false when no file is meant. */
export type StaticFileHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface StaticFile {
  body: Buffer;
  /** While it is made, or once it is; some clients never ask. */
  compressed?: Promise<Buffer>;
  headers: OutgoingHttpHeaders & { etag: string };
}

interface Site {
  /** By exact URL path. */
  files: ReadonlyMap<string, StaticFile>;
  /** Paths of folders without their closing slash; pages refer to their parts relative to it. */
  folders: ReadonlySet<string>;
}

const compress = promisify(gzip);

/** What the bundler writes, all of it text or as compressible as text. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/**
 * Serves a directory of built files (a few megabytes) from memory: `<directory>/index.html` as `/`, and
 * `<directory>/graphiql/index.html` as `/graphiql/`.
 * What is not there at the start is never served, so no path leads out of the directory, and a later build of the same
 * files disturbs nobody.
 *
 * @throws when the directory does not exist or holds a kind of file that a bundle does not have
 */
export function createStaticFileHandler(directory: string): StaticFileHandler {
  const site = readSite(directory);

  return async (request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    if (site.folders.has(path)) {
      redirect(response, `${basename(path)}/${query === undefined ? '' : `?${query}`}`);
      return true;
    }
    const file = site.files.get(path);
    if (file === undefined) return false;
    await answer(file, request, response);
    return true;
  };
}

function readSite(directory: string): Site {
  const files = new Map<string, StaticFile>();
  const folders = new Set<string>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const location = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, location).split(sep).join('/')}`;
    const file = readFile(location);
    files.set(path, file);
    if (entry.name !== 'index.html') continue;
    const folder = path.slice(0, -'index.html'.length);
    files.set(folder, file);
    if (folder !== '/') folders.add(folder.slice(0, -1));
  }
  return { files, folders };
}

function readFile(location: string): StaticFile {
  const contentType = contentTypes[extname(location)];
  if (contentType === undefined) throw new Error(`Not a file that is served: ${basename(location)}`);
  const body = readFileSync(location);
  // The bundler puts a hash of the content into the names of its assets, and of nothing else.
  const isHashed = basename(dirname(location)) === 'assets';
  const headers = {
    ...PAGE_HEADERS,
    'content-type': contentType,
    // Weak, because the compressed form has the same one.
    etag: `W/"${createHash('sha256').update(body).digest('base64url')}"`,
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  return { body, headers };
}

/** Relative, so that it also holds behind a proxy that serves Vitals under a path of its own. */
function redirect(response: ServerResponse, location: string): void {
  response.writeHead(308, { ...PAGE_HEADERS, location, 'content-length': 0 }).end();
}

async function answer(file: StaticFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...PAGE_HEADERS, allow: 'GET, HEAD', 'content-length': 0 }).end();
    return;
  }
  if (isKnown(request, file.headers.etag)) {
    response.writeHead(304, file.headers).end();
    return;
  }
  const isCompressed = new Negotiator(request).encodings(['gzip']).length > 0;
  const body = isCompressed ? await compressedOf(file) : file.body;
  response.writeHead(200, {
    ...file.headers,
    ...(isCompressed && { 'content-encoding': 'gzip' }),
    'content-length': body.length,
  });
  // Node sends no body in answer to HEAD.
  response.end(body);
}

/** Made once, whoever asks first; where that fails, whoever asks next has it tried again. */
function compressedOf(file: StaticFile): Promise<Buffer> {
  file.compressed ??= compress(file.body).catch((error: unknown) => {
    delete file.compressed;
    throw error;
  });
  return file.compressed;
}
