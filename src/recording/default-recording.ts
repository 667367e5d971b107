import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../package.js';
import { RecordingError } from './recording.js';

const FOLDER = join(ROOT, 'recordings');

/** The recording that comes with the program: the one file in `recordings`. */
export function defaultRecording(): string {
  const [name, ...others] = readdirSync(FOLDER).filter((file) => file.endsWith('.vitals.gz'));
  if (name === undefined || others.length > 0)
    throw new RecordingError(`${FOLDER}: holds not one recording but ${name === undefined ? 'none' : 'several'}`);
  return join(FOLDER, name);
}
