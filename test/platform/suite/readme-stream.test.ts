import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listeningAt, startVitals } from '../../support/vitals-process.js';

const README = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

it('the stream of events that the README asks for with curl comes', async () => {
  const [, command = ''] = /```sh\n(curl -N [^]*?)```/.exec(README) ?? [];
  expect(command).toContain('http://127.0.0.1:4000/graphql/stream');
  const vitals = startVitals(['serve', '--port', '0']);
  try {
    const url = await listeningAt(vitals);
    const curl = spawn('bash', ['-c', `exec ${command.replace('http://127.0.0.1:4000', url)}`], { stdio: ['ignore', 'pipe', 'ignore'] }); // prettier-ignore
    const gone = once(curl, 'close');
    let said = '';
    curl.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    try {
      const signal = AbortSignal.timeout(30_000);
      while (!said.includes('"SYNCED"')) await once(curl.stdout, 'data', { signal });
    } finally {
      curl.kill();
      await gone;
    }
    expect(said).toMatch(
      /event: next\ndata: {"data":{"healthChanges":{"cursor":null,"type":"INITIAL","resourceName":"[^"]+","status":"\w+"}}}\n\n/,
    );
  } finally {
    vitals.child.kill('SIGTERM');
  }
  expect(await vitals.ended).toBe(0);
});
