import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../package.js';
import { RecordingError } from './recording.js';

const FOLDER = join(ROOT, 'recordings');

/** The recording that comes with the program: the one file in `recordings`. */
export function defaultRecording(): string {
  const [name, ...others] = filesOf(FOLDER).filter((file) => file.endsWith('.vitals.gz'));
  if (name === undefined)
    throw new RecordingError(`${FOLDER}: holds no recording; say which with --replay, or --config`);
  if (others.length > 0) throw new RecordingError(`${FOLDER}: holds more than one recording; say which with --replay`);
  return join(FOLDER, name);
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
