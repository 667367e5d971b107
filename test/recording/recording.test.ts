import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ResourceKind } from '../../src/model/kinds.js';
import { SourceMode } from '../../src/model/source.js';
import type { Instant } from '../../src/model/time.js';
import { Player } from '../../src/recording/player.js';
import { Recorder, liveFindings } from '../../src/recording/recorder.js';
import { RECORDING_VERSION, type RecordingHeader, readRecording } from '../../src/recording/recording.js';
import { VirtualClock } from '../../src/recording/virtual-clock.js';
import { Registry } from '../../src/registry/registry.js';
import { rehearsal } from '../../src/rehearsal.js';
import { dice } from '../support/dice.js';
import { ManualClock } from '../support/manual-clock.js';
import { gone, idOf, node, pod, smallKinds, smallRules, source } from '../support/small-world.js';
import { until } from '../support/until.js';

const folder = mkdtempSync(join(tmpdir(), 'vitals-recording-'));
const file = join(folder, 'small.vitals.gz');
const POD = ResourceKind.POD;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function registryOn(clock: ManualClock | VirtualClock): Registry {
  const registry = new Registry({ kinds: smallKinds, rules: smallRules, causes: [], clock });
  registry.open();
  return registry;
}

const HEADER: Omit<RecordingHeader, 'recordedAt'> = {
  format: 'vitals-recording',
  version: RECORDING_VERSION,
  vitals: '0',
  title: 'Small',
  configured: [ResourceKind.CLUSTER],
  limits: [],
};

/** Takes nothing while it is stalled. */
class SlowDisk {
  private isStalled = false;
  private resume: () => void = () => undefined;

  stall(): void {
    this.isStalled = true;
  }

  goOn(): void {
    this.isStalled = false;
    const { resume } = this;
    this.resume = () => undefined;
    resume();
  }

  write(path: string): Writable {
    return new Writable({
      write: (chunk: Buffer, _, done) => {
        const take = (): void => {
          appendFileSync(path, chunk);
          done();
        };
        if (this.isStalled) this.resume = take;
        else take();
      },
    });
  }
}

/** A minute with a finding that needs time, one that comes and goes, and a pod that comes and goes. */
async function recordSmallStory(path: string): Promise<void> {
  const clock = new ManualClock();
  const registry = registryOn(clock);
  const recorder = new Recorder(path, clock, registry, HEADER);
  recorder.report([source([{}]), node('n1'), pod('a', {}, { restarts: 12, readySince: clock.now() })]);
  clock.advance(2_000);
  recorder.report([pod('b')]);
  recorder.synced();
  clock.advance(13_000);
  recorder.report([pod('b', { critical: 'x' }), pod('c', { warn: 'y' })]);
  clock.advance(20_000); // `a` has been high for 30 s on the way
  recorder.report([pod('b'), gone(POD, 'c'), node('n1', false)]);
  clock.advance(25_000);
  await recorder.finish();
}

beforeAll(() => recordSmallStory(file));

describe('a replay', () => {
  it('yields exactly the findings that were live, at every checkpoint', async () => {
    const recording = await readRecording(file);
    const base = new ManualClock(9e11 as Instant);
    const clock = new VirtualClock(base, 1);
    const registry = registryOn(clock);
    new Player(recording, clock, registry.report.bind(registry), { isLooping: false }).begin();
    expect(recording.checkpoints.length).toBeGreaterThan(5);
    expect(new Set(recording.checkpoints.map(({ findings }) => findings.length))).toEqual(new Set([0, 2, 3, 4]));
    for (const { offset, findings } of recording.checkpoints) {
      base.advance(9e11 + offset - recording.syncedAfter - base.now());
      expect({ offset, findings: liveFindings(registry) }).toEqual({ offset, findings });
    }
  });

  it('moves all times alike, names its sources as replayed, and shows the first picture at once', async () => {
    const recording = await readRecording(file);
    const clock = new VirtualClock(new ManualClock(9e11 as Instant), 1);
    const registry = registryOn(clock);
    new Player(recording, clock, registry.report.bind(registry), { isLooping: false }).begin();
    expect([...registry.entries(POD)].map(({ main }) => main.name)).toEqual(['a', 'b']);
    expect(registry.get(idOf(POD, 'a'))?.main).toMatchObject({ readySince: 9e11, restarts: 12 });
    expect([...registry.entries(ResourceKind.SOURCE)][0]?.main.mode).toBe(SourceMode.REPLAYED);
    expect(clock.now()).toBe(9e11 + 2_000);
  });

  it('runs as many times as fast as it is told', async () => {
    const recording = await readRecording(file);
    const base = new ManualClock();
    const clock = new VirtualClock(base, 10);
    const registry = registryOn(clock);
    let isOver = false;
    const onEnd = (): void => {
      isOver = true;
    };
    new Player(recording, clock, registry.report.bind(registry), { isLooping: false, onEnd }).begin();
    base.advance((recording.duration - recording.syncedAfter) / 10 - 1);
    expect(isOver).toBe(false);
    base.advance(1);
    expect(isOver).toBe(true);
  });

  it('that ends lets time stand still: nothing is known of later, so nothing falls due', async () => {
    const recording = await readRecording(file);
    const base = new ManualClock(9e11 as Instant);
    const clock = new VirtualClock(base, 7);
    const registry = registryOn(clock);
    new Player(recording, clock, registry.report.bind(registry), { isLooping: false }).begin();
    const called: string[] = [];
    clock.at((9e11 + recording.duration + 1) as Instant, () => called.push('later'));
    base.advance(3_600_000);
    expect(clock.now()).toBe(9e11 + recording.duration);
    expect(liveFindings(registry)).toEqual(recording.checkpoints.at(-1)?.findings);
    clock.at(clock.now(), () => called.push('now'));
    clock.jumpTo((9e11 + 2 * recording.duration) as Instant);
    base.advance(3_600_000);
    expect([clock.now(), called]).toEqual([9e11 + recording.duration, ['now']]);
  });

  it('begins again as ordinary observations: the stream goes on, and what the start does not hold goes', async () => {
    const recording = await readRecording(file);
    const base = new ManualClock();
    const clock = new VirtualClock(base, 1);
    const registry = registryOn(clock);
    new Player(recording, clock, registry.report.bind(registry), { isLooping: true }).begin();
    const lap = recording.duration - recording.syncedAfter;
    base.advance(lap + 1);
    expect([...registry.entries(POD)].map(({ main }) => main.name)).toEqual(['a', 'b']);
    expect(registry.get(idOf(ResourceKind.NODE, 'n1'))?.main).toMatchObject({ isReady: true });
    const before = registry.changes.lastSequence;
    base.advance(14_000);
    expect([...registry.entries(POD)].map(({ main }) => main.name)).toEqual(['a', 'b', 'c']);
    expect(registry.changes.lastSequence).toBeGreaterThan(before);
    const times = registry.changes.range({}).map(({ at }) => at);
    expect(times).toEqual([...times].sort((x, y) => x - y));
  });
});

describe('a batch that cannot be taken', () => {
  it('ends the replay, not the program', async () => {
    const recording = await readRecording(file);
    const base = new ManualClock();
    const clock = new VirtualClock(base, 1);
    let reports = 0;
    const report = (): void => {
      reports += 1;
      if (reports === 3) throw new TypeError('no containers');
    };
    const defects: unknown[] = [];
    const onDefect = (error: unknown): void => void defects.push(error);
    new Player(recording, clock, report, { isLooping: true, onDefect }).begin();
    const { length } = defects;
    base.advance(600_000);
    expect([length, reports]).toEqual([0, 3]);
    expect(defects).toEqual([new TypeError('no containers')]);
  });
});

describe('a recording', () => {
  it('never takes the place of a file that is there', async () => {
    await expect(recordSmallStory(file)).rejects.toMatchObject({
      name: 'RecordingError',
      message: `${file}: is there already`,
    });
    const nowhere = join(folder, 'none', 'x');
    await expect(recordSmallStory(nowhere)).rejects.toThrow(/cannot be made \(ENOENT\)/);
  });

  it('of nothing but the first picture is played over and over, and takes its time', async () => {
    const path = join(folder, 'still.vitals.gz');
    const [header = ''] = gunzipSync(readFileSync(file)).toString().split('\n');
    writeFileSync(path, gzipSync(`${header}\n{"offset":0,"synced":true}\n{"offset":0,"end":true}\n`));
    const base = new ManualClock();
    const clock = new VirtualClock(base, 1);
    let laps = 0;
    const report = (): number => (laps += 1);
    new Player(await readRecording(path), clock, report, { isLooping: true }).begin();
    base.advance(5_000);
    expect(laps).toBe(5);
  });

  it('ends where it is as long as one may be, and can be read again', async () => {
    const path = join(folder, 'full.vitals.gz');
    const clock = new ManualClock();
    const recorder = new Recorder(path, clock, registryOn(clock), HEADER, { most: 20_000 });
    recorder.report([source([{}]), node('n1')]);
    recorder.synced();
    for (let number = 0; number < 200; number += 1) recorder.report([pod(`p${number}`)]);
    expect(await recorder.cutShort).toBe('full');
    clock.advance(5_000);
    await recorder.finish();
    expect(recorder.hasPicture).toBe(true);
    expect(recorder.size).toBeLessThanOrEqual(20_000);
    const { length, duration } = await readRecording(path);
    expect(length).toBeGreaterThan(1);
    expect(length).toBeLessThan(201);
    // Of the time after its last word nothing is claimed.
    expect(duration).toBe(0);
  });

  describe('on a disk that is slow', () => {
    const MOST_WAITING = 200_000;
    const disk = new SlowDisk();
    const random = dice(1);
    /** A pod with a name of some such length, which does not compress well. */
    const incompressible = (size: number) =>
      pod(Array.from({ length: Math.ceil(size / 10) }, () => random().toString(36).slice(2, 12)).join(''));

    function recorderOn(path: string, clock: ManualClock, registry: Registry): Recorder {
      const open = (): Writable => disk.write(path);
      return new Recorder(path, clock, registry, HEADER, { mostWaiting: MOST_WAITING, open });
    }

    it('ends when as much waits as may, is whole until then, and takes nothing from the registry', async () => {
      const path = join(folder, 'behind.vitals.gz');
      const clock = new ManualClock();
      const registry = registryOn(clock);
      disk.stall();
      const recorder = recorderOn(path, clock, registry);
      recorder.report([source([{}]), node('n1')]);
      recorder.synced();
      let reported = 0;
      while (recorder.earlyEnd === null) {
        clock.advance(10);
        recorder.report([incompressible(5_000)]);
        reported += 1;
        expect(recorder.waiting).toBeLessThanOrEqual(MOST_WAITING);
        await turn();
      }
      expect(await recorder.cutShort).toBe('behind');
      const { size } = recorder;
      clock.advance(20_000);
      recorder.report([pod('later')]);
      expect(recorder.size).toBe(size);
      expect([...registry.entries(POD)]).toHaveLength(reported + 1);
      disk.goOn();
      await recorder.finish();
      expect(recorder.hasPicture).toBe(true);
      const { length, duration } = await readRecording(path);
      // The first picture, and each report but the one that was too much.
      expect(length).toBe(reported);
      expect(duration).toBe(10 * reported);
    });

    it('goes on where it keeps up in the end, however much that is in all', async () => {
      const path = join(folder, 'in-bursts.vitals.gz');
      const clock = new ManualClock();
      const recorder = recorderOn(path, clock, registryOn(clock));
      recorder.synced();
      for (let burst = 0; burst < 10; burst += 1) {
        disk.stall();
        for (let number = 0; number < 10; number += 1) recorder.report([incompressible(MOST_WAITING / 80)]);
        disk.goOn();
        await until(() => recorder.waiting === 0);
      }
      await recorder.finish();
      expect(recorder.earlyEnd).toBeNull();
      expect(recorder.size).toBeGreaterThan(MOST_WAITING);
      expect((await readRecording(path)).length).toBe(100);
    });

    it('that stalls before the first picture is complete has none', async () => {
      const clock = new ManualClock();
      disk.stall();
      const recorder = recorderOn(join(folder, 'no-picture.vitals.gz'), clock, registryOn(clock));
      recorder.report([incompressible(2 * MOST_WAITING)]);
      recorder.synced();
      expect([recorder.earlyEnd, recorder.hasPicture]).toEqual(['behind', false]);
      disk.goOn();
      await recorder.finish();
    });
  });

  it('that no first picture fits in says so', async () => {
    const clock = new ManualClock();
    const recorder = new Recorder(join(folder, 'early.vitals.gz'), clock, registryOn(clock), HEADER, { most: 2_000 });
    recorder.report([pod('x'.repeat(2_000))]);
    recorder.synced();
    expect(await recorder.cutShort).toBe('full');
    expect(recorder.hasPicture).toBe(false);
    await recorder.finish();
  });
});

describe('a clock that runs faster', () => {
  it('tells whole milliseconds, and calls in order those that were set for the same time', () => {
    const base = new ManualClock();
    const clock = new VirtualClock(base, 1.7);
    base.advance(1);
    expect(clock.now() % 1).toBe(0);
    const called: number[] = [];
    for (let number = 0; number < 20; number += 1) clock.at((base.now() + 1_000) as Instant, () => called.push(number));
    base.advance(1_000);
    expect(called).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });

  it('calls nothing any more once it stands still, but what is due by then', () => {
    const base = new ManualClock();
    const clock = new VirtualClock(base, 1);
    const called: string[] = [];
    clock.at((base.now() + 2_000) as Instant, () => called.push('set before'));
    base.advance(1_000);
    clock.standStill();
    clock.at(clock.now(), () => called.push('due'));
    clock.at((clock.now() + 1) as Instant, () => called.push('set after'));
    base.advance(10_000);
    expect(called).toEqual(['due']);
  });

  it('keeps nothing of what was called off, however far away its time is', async () => {
    const clock = new VirtualClock(new ManualClock(), 1);
    const calledOff = ((): WeakRef<object> => {
      const held = { isCalled: false };
      const callOff = clock.at((clock.now() + 1_000) as Instant, () => {
        held.isCalled = true;
      });
      callOff();
      return new WeakRef(held);
    })();
    // What a WeakRef is made of stays for as long as the turn lasts.
    await turn();
    collectGarbage();
    expect(calledOff.deref()).toBeUndefined();
  });
});

describe('a file that is no recording', () => {
  const lines = (): string[] => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const header = (more: object): string => JSON.stringify({ ...(JSON.parse(lines()[0] ?? '') as object), ...more });

  it.each<[string, () => Buffer, RegExp]>([
    ['not gzip', () => Buffer.from('hello'), /line 1: the file is damaged or not gzip/],
    ['cut in the middle', () => readFileSync(file).subarray(0, 300), /line \d+: the file is damaged/],
    ['empty', () => gzipSync(''), /line 1: the file is empty/],
    ['another program’s', () => gzipSync('{"a":1}\n'), /line 1: is not the header/],
    [
      'of another version',
      () => gzipSync(`${header({ version: 99 })}\n`),
      /line 1: is not the header of a recording of version 1/,
    ],
    [
      'garbage in a line',
      () => gzipSync([...lines().slice(0, 2), '{oops', ...lines().slice(2)].join('\n')),
      /line 3: is no JSON/,
    ],
    [
      'a strange line',
      () => gzipSync([...lines().slice(0, 2), '{"offset":1,"what":1}'].join('\n')),
      /line 3: is none of/,
    ],
    [
      'an unknown kind',
      () => gzipSync([lines()[0], '{"offset":0,"events":[{"id":"x","kind":"MOON","goneAspect":"main"}]}'].join('\n')),
      /line 2: is none of/,
    ],
    [
      'time going back',
      () => gzipSync([...lines().slice(0, -1), '{"offset":1,"end":true}'].join('\n')),
      /goes back in time/,
    ],
    ['no end', () => gzipSync(lines().slice(0, -1).join('\n')), /the end is missing/],
    ['one line without end', () => gzipSync(Buffer.alloc(70 * 1024 * 1024, 'x')), /line 1: is longer than any/],
    [
      'lines after the end',
      () => gzipSync([...lines(), '{"offset":999999,"end":true}'].join('\n')),
      /stands after the end/,
    ],
  ])('is refused with line and reason: %s', async (_, content, expected) => {
    const damaged = join(folder, 'damaged');
    writeFileSync(damaged, content());
    await expect(readRecording(damaged)).rejects.toThrow(expected);
    await expect(readRecording(damaged)).rejects.toMatchObject({ name: 'RecordingError' });
  });

  const observed = (kind: string, aspect: string, facts: object): string => {
    const event = { id: 'x', kind, aspect, facts, observedAt: 0 };
    return JSON.stringify({ offset: 0, events: [event] });
  };
  const own = (kind: string) => ({ id: 'x', kind, name: 'x', system: 's', namespace: null, labels: {} });

  it.each<[string, string, RegExp]>([
    ['no facts', observed('POD', 'main', {}), /line 2: the facts of x are not its own/],
    [
      'facts without a name',
      observed('POD', 'main', { ...own('POD'), name: 1 }),
      /line 2: the facts of x have no name/,
    ],
    ['a source without sights', observed('SOURCE', 'main', own('SOURCE')), /line 2: holds facts that do not fit/],
    ['a pod without containers', observed('POD', 'main', own('POD')), /line 2: holds facts that do not fit/],
    ['an unknown aspect', observed('POD', 'mood', {}), /line 2: POD has no aspect "mood"/],
    ['an aspect of everything', observed('POD', 'toString', {}), /line 2: POD has no aspect "toString"/],
  ])('is refused with line and reason where facts do not fit: %s', async (_, line, expected) => {
    const damaged = join(folder, 'damaged');
    writeFileSync(damaged, gzipSync([lines()[0], line].join('\n')));
    await expect(readRecording(damaged, rehearsal())).rejects.toThrow(expected);
    await expect(readRecording(damaged, rehearsal())).rejects.toMatchObject({ name: 'RecordingError' });
  });

  it('is refused when it is not there', async () => {
    await expect(readRecording(join(folder, 'none'))).rejects.toThrow(/none: cannot be read \(ENOENT\)/);
  });
});
