import { pino } from 'pino';
import { DEFAULT_SERVER, NO_CONFIG, type ServerConfig } from '../../src/config/config.js';
import { replay } from '../../src/main.js';
import { defaultRecording } from '../../src/recording/default-recording.js';
import { type Recording, readRecording } from '../../src/recording/recording.js';
import type { RunningServer } from './browser.js';

/** Slow enough to stand still for as long as a test looks. */
export const STANDING = 0.001;

interface StoryOptions {
  /** How many times as fast as it was recorded. */
  readonly speed?: number;
  /** What differs from the usual settings; any free port where none is told. */
  readonly server?: Partial<ServerConfig>;
}

let built: Promise<Recording> | undefined;

/**
 * The built-in recording, served as `npm start` serves it, from a moment of its story on: what happened until then has happened
 * at once.
 * @param from seconds since it was begun
 */
export async function startStory(from: number, { speed = 1, server }: StoryOptions = {}): Promise<RunningServer> {
  const recording = await (built ??= readRecording(defaultRecording()));
  const moved = Object.create(recording, { syncedAfter: { value: from * 1_000 } }) as Recording;
  const config = { ...NO_CONFIG, server: { ...DEFAULT_SERVER, port: 0, ...server } };
  const vitals = await replay(config, moved, { speed, isLooping: false }, pino({ level: 'silent' }));
  return { url: vitals.url, close: () => vitals.stop(true) };
}
