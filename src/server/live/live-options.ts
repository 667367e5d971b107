import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Milliseconds } from '../../model/time.js';
import type { Access } from '../auth/access.js';
import type { Site } from '../site.js';
import type { SocketLimits } from './live-client.js';
import type { LiveConnections } from './live-connections.js';
import type { LiveOperations } from './live-operations.js';

/** What each way to listen needs, whatever carries the events. */
export interface LiveOptions {
  readonly operations: LiveOperations;
  readonly connections: LiveConnections;
  /** For all clients where nobody is asked who they are. */
  readonly site: Site;
  /** Who asks each client who it is; null: nobody. */
  readonly access: Access | null;
  /** How soon they are asked again. Left out where the usual is right. */
  readonly lookedAtAgain?: Milliseconds | undefined;
  /** Drops what must not leave the server from the errors of a result. */
  readonly tidy: (result: ExecutionResult) => FormattedExecutionResult;
  readonly log: Logger;
  readonly limits?: SocketLimits | undefined;
}
