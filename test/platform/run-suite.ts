import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { down, openPlatform, up } from './lifecycle.js';

/** Brings the platform up if it is not, runs the suite inside its namespace, and takes down what it brought up. */
const platform = openPlatform();
const wasUp = platform.exists();
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort();
  });
}

const say = (line: string): void => {
  console.log(line);
};

await up(platform, say, stop.signal);
try {
  const jest = [
    'node',
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--config',
    'jest.platform.config.js',
  ];
  const [command = '', ...args] = platform.inNamespace([...jest, ...process.argv.slice(2)]);
  const child = spawn(command, args, { stdio: 'inherit', signal: stop.signal });
  child.on('error', () => undefined);
  const [code] = (await once(child, 'close')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  if (!wasUp) await down(platform, say);
}
