import { pino } from 'pino';
import { DEFAULT_SERVER, NO_CONFIG, type ServerConfig } from '../../src/config/config.js';
import { type ReplayOptions, type RunningVitals, replay } from '../../src/main.js';
import { defaultRecording } from '../../src/recording/default-recording.js';
import { type Recording, readRecording } from '../../src/recording/recording.js';
import type { RunningServer } from './browser.js';
import { ManualClock } from './manual-clock.js';

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
  const moved = Object.create(await read(), { syncedAfter: { value: from * 1_000 } }) as Recording;
  const vitals = await play(moved, { speed, isLooping: false }, server);
  return { url: vitals.url, close: () => vitals.stop(true) };
}

export interface MovedStory extends RunningVitals {
  /** Goes on until so many seconds after the first picture, as episodes are told; never back. */
  moveTo(seconds: number): void;
}

/** The same from its first picture on, at a time that passes when a test says so: what is answered is the same each time. */
export async function startMovedStory(): Promise<MovedStory> {
  const clock = new ManualClock();
  const start = clock.now();
  const vitals = await play(await read(), { speed: 1, isLooping: false, base: clock });
  const moveTo = (seconds: number): void => {
    clock.advance(start + seconds * 1_000 - clock.now());
  };
  return { ...vitals, moveTo };
}

async function read(): Promise<Recording> {
  return (built ??= readRecording(defaultRecording()));
}

async function play(
  recording: Recording,
  options: ReplayOptions,
  server: Partial<ServerConfig> = {},
): Promise<RunningVitals> {
  const config = { ...NO_CONFIG, server: { ...DEFAULT_SERVER, port: 0, ...server } };
  return replay(config, recording, options, pino({ level: 'silent' }));
}
