#!/usr/bin/env node
import 'reflect-metadata';
import { CommanderError } from 'commander';
import { pino } from 'pino';
import { USAGE } from './commands/options.js';
import { createProgram } from './commands/program.js';
import { ConfigurationError } from './config/configuration-error.js';
import { environment } from './configured.js';
import { errorTold } from './error-told.js';
import { LogOutput } from './log-output.js';
import { RecordingError } from './recording/recording.js';

const log = pino({ level: logLevel(), serializers: { err: errorTold } }, new LogOutput(2));

/** Asked for before anything else is: nothing above could say it in one line. */
function logLevel(): string {
  const level = environment('LOG_LEVEL') ?? 'info';
  const known = [...Object.keys(pino.levels.values), 'silent'];
  if (known.includes(level)) return level;
  process.stderr.write(`vitals: LOG_LEVEL: "${level}" is no level; it is one of ${known.join(', ')}\n`);
  return process.exit(USAGE);
}

/**
 * What nobody expected leaves a state that nobody knows: it is said, and the process ends with 1. Whoever runs it starts it
 * anew, and the picture is there again within seconds; one that went on could say that all is well for ever.
 */
function endOnDefects(): void {
  process.on('uncaughtException', (error, origin) => {
    log.fatal({ err: error, origin }, 'a defect of Vitals: it ends');
    process.exit(1);
  });
}

/** One clear line for what the caller can mend; the rest is a defect and shows itself. */
function explain(error: unknown): string | null {
  if (error instanceof ConfigurationError || error instanceof RecordingError) return error.message;
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `${address ?? ''}:${port ?? ''} is in use by another program; choose another with --port`;
  if (code === 'EADDRNOTAVAIL') return `${address ?? ''} is no address of this machine; choose another with --host`;
  if (code === 'EACCES')
    return `${address ?? ''}:${port ?? ''} may not be listened on; choose a port above 1023 with --port`;
  if (code === 'ENOTFOUND') return 'that host is not known; choose an address with --host';
  return null;
}

endOnDefects();
try {
  await createProgram(log).parseAsync();
} catch (error) {
  // Commander has said all there is to say; help and version are no errors.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : USAGE);
  const line = explain(error);
  if (line === null) throw error;
  process.stderr.write(`vitals: ${line}\n`);
  process.exit(USAGE);
}
