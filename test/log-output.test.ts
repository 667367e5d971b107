import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { LogOutput } from '../src/log-output.js';

describe('where the log goes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitals-log-'));

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes each line', () => {
    const file = join(folder, 'whole');
    const descriptor = openSync(file, 'w');
    const log = pino({ base: null }, new LogOutput(descriptor));
    log.info('one');
    log.warn({ member: 'zk-0' }, 'two');
    closeSync(descriptor);
    const lines = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      { level: 30, time: expect.any(Number) as number, msg: 'one' },
      { level: 40, time: expect.any(Number) as number, member: 'zk-0', msg: 'two' },
    ]);
  });

  it('goes on when nothing can be written, as on a disk that is full', () => {
    const full = openSync('/dev/full', 'w');
    const log = pino({ base: null }, new LogOutput(full));
    expect(() => {
      for (let line = 0; line < 3; line += 1) log.info('nobody reads this');
    }).not.toThrow();
    closeSync(full);
  });

  it('says how many lines are missing as soon as it can', () => {
    const file = join(folder, 'gap');
    const descriptor = openSync(file, 'w');
    closeSync(descriptor);
    const log = pino({ base: null }, new LogOutput(descriptor));
    log.info('lost');
    log.info('lost as well');
    // The lowest number that is free is the next file's.
    expect(openSync(file, 'w')).toBe(descriptor);
    log.info('there again');
    log.info('and on');
    closeSync(descriptor);
    const lines = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; leftOut?: number });
    expect(lines.map(({ msg }) => msg)).toEqual(['2 lines of this log could not be written', 'there again', 'and on']);
    expect(lines[0]?.leftOut).toBe(2);
  });

  it('begins a new line after one that was cut', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const room = Buffer.alloc(1024 ** 2);
    const read = (): string => room.toString('utf8', 0, readSync(descriptor, room));
    const log = pino({ base: null }, new LogOutput(descriptor));
    // More than a pipe holds.
    log.info('x'.repeat(room.length));
    const cut = read();
    log.info('there again');
    const [, ...lines] = (cut + read()).trimEnd().split('\n');
    closeSync(descriptor);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      '1 line of this log could not be written',
      'there again',
    ]);
  });
});
