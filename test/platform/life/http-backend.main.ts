import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/*
 * A service that does as a file says, from one request to the next: it answers with a status, and after so many
 * milliseconds. Without the file it answers 200 at once.
 *
 * Usage: tsx http-backend.main.ts HOST PORT BEHAVIOUR_FILE
 */
const [host = '', port = '', file = ''] = process.argv.slice(2);

interface Behaviour {
  readonly status?: number;
  readonly delay?: number;
}

function behaviour(): Behaviour {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Behaviour;
  } catch {
    return {};
  }
}

createServer((_request, response) => {
  const { status = 200, delay = 0 } = behaviour();
  setTimeout(() => {
    response.writeHead(status, { 'content-type': 'text/plain' }).end(`${status}\n`);
  }, delay);
}).listen(Number(port), host);
