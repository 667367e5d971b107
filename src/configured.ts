import { type Config, NO_CONFIG } from './config/config.js';
import { ConfigurationError } from './config/configuration-error.js';
import { configurationSchema } from './config/json-schema.js';
import { loadConfig } from './config/load.js';
import { catalogue, sources } from './sources/index.js';

/** Where else than in the file it is said where to listen. */
interface Wishes {
  readonly host?: string;
  readonly port?: string;
}

/** The configuration of a file, or without any, with what the command line and the environment say besides. @throws ConfigurationError */
export function configured(path: string | undefined, { host, port }: Wishes): Config {
  const config = path === undefined ? NO_CONFIG : loadConfig(path, process.env, sources, catalogue.rules);
  const wanted = portOf('--port', port) ?? portOf('PORT', environment('PORT'));
  const server = {
    ...config.server,
    host: host ?? environment('VITALS_HOST') ?? config.server.host,
    port: wanted ?? config.server.port,
  };
  return { ...config, server };
}

/** The JSON Schema of the file, as it is committed. */
export function configurationSchemaText(): string {
  return `${JSON.stringify(configurationSchema(sources, catalogue.rules), null, 2)}\n`;
}

/** An empty variable is as good as none. */
export function environment(name: string): string | undefined {
  return process.env[name] === '' ? undefined : process.env[name];
}

function portOf(from: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new ConfigurationError(`${from}: "${text}" is no port; it is a number from 0 to 65535`);
}
