import { get } from 'node:http';
import { readAll } from '../../clients/read-all.js';
import type { Endpoint } from '../../config/fields.js';
import { MOST_BYTES, type Said, TooLongAnswer, addressOf } from './zookeeper.words.js';

/**
 * Asks the admin server of a member what `mntr` would say; resolves with the body, whatever the status: a server that serves
 * nobody says so in it.
 */
export function askAdmin({ host }: Endpoint, port: number, signal: AbortSignal): Promise<Said> {
  return new Promise((resolve, reject) => {
    const options = { host, port, path: '/commands/monitor', headers: { accept: 'application/json' }, signal };
    const request = get({ ...options, agent: false }, (response) => {
      const address = addressOf(response.socket);
      const tooLong = (): Error => new TooLongAnswer('An answer is too long.');
      readAll(response, (bytes) => bytes <= MOST_BYTES, tooLong).then((body) => {
        resolve({ text: body.toString('utf8'), address });
      }, reject);
    });
    request.on('error', reject);
  });
}
