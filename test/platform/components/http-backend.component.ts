import { rm } from 'node:fs/promises';
import { daemon } from '../support/daemon.js';
import { type Platform } from '../support/platform.js';
import { missingAt } from '../support/probe.js';
import { scriptCommand } from '../support/script.js';
import { BACKEND, urlOf } from './http-addresses.js';

/**
 * In this file a fault says how the backend behaves: `{ "status": 500, "delay": 2000 }`, milliseconds. Without the file it
 * answers 200 at once.
 */
export function behaviourFile(platform: Platform): string {
  return platform.state('http-backend', 'behaviour.json');
}

/** What stands behind both proxies. */
export const httpBackend = daemon({
  name: 'http-backend',
  needs: ['namespace'],
  prepare: (platform) => rm(behaviourFile(platform), { force: true }),
  command: (platform) =>
    scriptCommand(
      platform.source('life', 'http-backend.main.ts'),
      BACKEND.host,
      String(BACKEND.port),
      behaviourFile(platform),
    ),
  missing: (platform) => missingAt(platform, urlOf(BACKEND, BACKEND.port)),
});
