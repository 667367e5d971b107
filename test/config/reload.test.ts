import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadConfig } from '../../src/config/load.js';
import { reloadOnChange } from '../../src/config/reload.js';
import type { LimitSettings } from '../../src/registry/limit-book.js';
import { catalogue, sources } from '../../src/sources/index.js';
import { smallRules } from '../support/small-world.js';

const BEFORE = 'limits: [{ finding: CPU_NEAR_LIMIT, warnAt: 5 }]\n';

describe('a configuration file that changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitals-reload-'));
  const path = join(folder, 'vitals.yaml');
  let taken: LimitSettings[] = [];
  let said: string[] = [];
  let onSaid: () => void = () => undefined;
  let end: () => void = () => undefined;

  const log = pino(
    {},
    {
      write: (line) => {
        said.push((JSON.parse(line) as { msg: string }).msg);
        onSaid();
      },
    },
  );

  beforeEach(() => {
    [taken, said] = [[], []];
    writeFileSync(path, BEFORE);
    const read = () => loadConfig(path, {}, [], smallRules);
    const take = (limits: LimitSettings) => taken.push(limits);
    end = reloadOnChange(path, { started: read(), read, take, log, interval: 20 });
  });

  afterEach(() => {
    end();
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Writes until it is noticed: the first look, which only remembers, may come late. */
  async function change(text: string): Promise<string> {
    const { length } = said;
    let writes = 0;
    const again = setInterval(() => {
      writes += 1;
      writeFileSync(path, text + ' '.repeat(writes % 2));
    }, 50);
    try {
      await new Promise<void>((resolve, reject) => {
        onSaid = resolve;
        setTimeout(reject, 4_000, new Error('nothing was said')).unref();
      });
    } finally {
      clearInterval(again);
    }
    return said[length] ?? '';
  }

  it('puts new limits in force', async () => {
    expect(await change('limits: [{ finding: CPU_NEAR_LIMIT, warnAt: 7 }]\n')).toMatch(/are in force/);
    expect(taken.map(({ overrides }) => overrides[0]?.values)).toEqual([{ warnAt: 7 }]);
  });

  it('keeps the former ones while it is not valid, and takes the next that is', async () => {
    expect(await change('limits: [{ finding: CPU_NEAR_LIMIT, warnat: 7 }]\n')).toMatch(
      /is not valid, so the former one stays in force: .*vitals\.yaml:1:\d+: .*did you mean warnAt/,
    );
    expect(taken).toEqual([]);
    expect(await change('ignores: [{ finding: CPU_NEAR_LIMIT, because: a test }]\n')).toMatch(/are in force/);
    expect(taken).toMatchObject([{ overrides: [], ignores: [{ because: 'a test' }] }]);
  });

  it('warns of what is taken up and over already', async () => {
    await change('ignores: [{ finding: CPU_NEAR_LIMIT, because: x, until: "2020-01-01T00:00:00Z" }]\n');
    expect(taken).toHaveLength(1);
    expect(said.filter((line) => line.startsWith('ignores[0]: "until" was at 2020-01-01'))).toHaveLength(1);
  });

  it('outlives whatever stands in the file', async () => {
    expect(await change('limits: *oops\n')).toMatch(/so the former one stays in force: .*no such anchor/);
    expect(taken).toEqual([]);
  });

  it('outlives what goes wrong while it reads or takes, says so, and takes the next', async () => {
    end();
    const defects = ['read', 'take'];
    const started = loadConfig(path, {}, [], smallRules);
    const read = () => {
      if (defects[0] === 'read') throw new RangeError(`${defects.shift()} broke`);
      return loadConfig(path, {}, [], smallRules);
    };
    const take = (limits: LimitSettings) => {
      if (defects[0] === 'take') throw new RangeError(`${defects.shift()} broke`);
      taken.push(limits);
    };
    end = reloadOnChange(path, { started, read, take, log, interval: 20 });
    const changed = 'limits: [{ finding: CPU_NEAR_LIMIT, warnAt: 7 }]\n';
    expect(await change(changed)).toMatch(/could not be taken up/);
    expect(await change(changed)).toMatch(/could not be taken up/);
    expect(await change(changed)).toMatch(/are in force/);
    expect(taken.map(({ overrides }) => overrides[0]?.values)).toEqual([{ warnAt: 7 }]);
  });

  it('says what waits for the next start', async () => {
    expect(await change(`server: { port: 1 }\n${BEFORE}`)).toMatch(
      /all but limits and what goes with them takes effect at the next start/,
    );
    expect(taken).toEqual([]);
  });

  const postgres = (more: string): string => `postgres: [{ name: a, host: x, user: u, ${more} }]\n`;

  it.each([
    ['file of a password', postgres('passwordFile: /one'), postgres('passwordFile: /two')],
    ['password in place', postgres('password: one'), postgres('password: two')],
    ['URL', 'alertmanager: { url: http://one.example.com }\n', 'alertmanager: { url: http://two.example.com }\n'],
  ])('tells limits from another %s, which waits for the next start', async (_, before, after) => {
    end();
    const limits = (warnAt: number): string => `limits: [{ finding: CPU_NEAR_LIMIT, warnAt: ${warnAt} }]\n`;
    writeFileSync(path, before + limits(0.98));
    const read = () => loadConfig(path, {}, sources, catalogue.rules);
    const take = (settings: LimitSettings) => taken.push(settings);
    end = reloadOnChange(path, { started: read(), read, take, log, interval: 20 });
    expect(await change(before + limits(0.97))).toMatch(/are in force/);
    expect(said.filter((line) => line.includes('the next start'))).toEqual([]);
    expect(await change(after + limits(0.97))).toMatch(/takes effect at the next start/);
    expect(taken).toHaveLength(1);
  });
});
