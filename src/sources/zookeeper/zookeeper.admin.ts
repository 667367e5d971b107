import { get } from 'node:http';
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
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_BYTES) response.destroy(new TooLongAnswer('An answer is too long.'));
        else chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => {
        resolve({ text: Buffer.concat(chunks).toString('utf8'), address });
      });
    });
    request.on('error', reject);
  });
}
