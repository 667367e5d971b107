import { Command } from 'commander';
import type { Logger } from 'pino';
import { VERSION } from '../package.js';
import { addCheck } from './check.js';
import { addInit } from './init.js';
import { addRecord } from './record.js';
import { addSchema } from './schema.js';
import { addServe } from './serve.js';
import { addSignals } from './signals.js';
import { addWatch } from './watch.js';

const EXAMPLES = `
Examples:
  vitals                               replay the built-in recording: http://127.0.0.1:4000/
  vitals init --out vitals.yaml        propose a configuration for a cluster
  vitals check --config vitals.yaml    does it see everything it should?
  vitals serve --config vitals.yaml    watch and serve
  vitals watch                         in the terminal

vitals <command> --help says more, with the exit codes of each.`;

/** The command line, with all its commands. What is wrong with it is thrown. */
export function createProgram(log: Logger): Command {
  const program = new Command('vitals')
    .description('One GraphQL endpoint that knows whether a data platform on Kubernetes is well, and why not.')
    .version(VERSION)
    .addHelpText('after', EXAMPLES)
    .exitOverride();
  addServe(program, log);
  addInit(program);
  addCheck(program, log);
  addWatch(program);
  addRecord(program, log);
  addSchema(program);
  addSignals(program);
  return program;
}
