/** What somebody who looks at the board waits for, in Chromium without a screen. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/chromium.js';
import { WATCHES, Watcher } from './cluster/watchers.js';
import { type Served, podServer, start } from './processes.js';
import { median } from './requests.js';
import { type Result, round } from './results.js';
import type { Setting } from './setting.js';

export const BOARD_MEASURES: readonly string[] = ['board-first-verdict', 'board-list-10000'];

/** Milliseconds until the verdict is seen, by a processor that is so many times slower than this one. */
const FIRST_VERDICT = 2_000;
const SLOWER = 4;

const [LONG_LIST, SHORT_LIST] = [10_000, 100];
const NAMESPACES = 20;
/** To the frames of the short list. */
const OF_SHORT = 1.5;

const TURNS = 200;
const TURN = { pixels: 400, milliseconds: 16 };
/** The short list ends: every so many turns the wheel is turned the other way. */
const BACK_AFTER = 5;

export async function measureBoard(names: readonly string[], setting: Setting): Promise<readonly Result[]> {
  if (names.length === 0) return [];
  const browser = await launchBrowser();
  try {
    const results: Result[] = [];
    if (names.includes('board-first-verdict')) results.push(await firstVerdict(browser, setting));
    if (names.includes('board-list-10000')) results.push(await longList(browser, setting));
    return results;
  } finally {
    await browser.close();
  }
}

/** The program as it is started without a configuration; the browser has seen nothing of it before. */
async function firstVerdict(browser: Browser, { root, isQuick }: Setting): Promise<Result> {
  const vitals = Watcher.start([process.execPath, join(root, 'dist', 'cli.js'), 'serve', '--port', '0']);
  try {
    const url = (await vitals.line(WATCHES)).match[1] ?? '';
    const [slow, fast]: [number[], number[]] = [[], []];
    for (let n = 0; n < (isQuick ? 3 : 7); n += 1) {
      slow.push(await verdictAfter(browser, url, SLOWER));
      fast.push(await verdictAfter(browser, url, 1));
    }
    const ours = median(slow);
    return {
      measure: 'board-first-verdict',
      unit: `milliseconds, the processor ${SLOWER} times slower`,
      ours: round(ours),
      limit: null,
      peers: { 'at its own pace': round(median(fast)) },
      ratio: round(ours / median(fast)),
      goal: `<= ${FIRST_VERDICT}`,
      holds: ours <= FIRST_VERDICT,
    };
  } finally {
    await vitals.stop();
  }
}

/** Milliseconds from opening the page until its verdict is painted. */
async function verdictAfter(browser: Browser, url: string, slower: number): Promise<number> {
  return onPage(browser, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    // Two frames: it is painted after the first one.
    await page.addInitScript(`new MutationObserver((_, observer) => {
      if (document.querySelector('[aria-label=Verdict] h1') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => { verdictAt = performance.now(); }));
    }).observe(document, { subtree: true, childList: true });`);
    await page.goto(url);
    await page.waitForFunction(() => 'verdictAt' in globalThis);
    return page.evaluate<number>('verdictAt');
  });
}

/** Of a list that somebody scrolls through with the wheel, while more of it is read, beside one that is short. */
async function longList(browser: Browser, { root, isQuick }: Setting): Promise<Result> {
  const running: Served[] = [];
  const serve = async (pods: number): Promise<string> => {
    const one = await start('vitals', [process.execPath, ...podServer(pods, NAMESPACES)], root);
    running.push(one);
    return new URL(one.url).origin;
  };
  try {
    const [long, short] = [await serve(LONG_LIST), await serve(SHORT_LIST)];
    const [longFrames, shortFrames]: [number[], number[]] = [[], []];
    for (let n = 0; n < (isQuick ? 1 : 5); n += 1) {
      longFrames.push(await framesOf(browser, long, LONG_LIST));
      shortFrames.push(await framesOf(browser, short, SHORT_LIST));
    }
    const ratio = median(longFrames) / median(shortFrames);
    return {
      measure: 'board-list-10000',
      unit: 'milliseconds a frame, p95, while it is scrolled',
      ours: round(median(longFrames)),
      limit: null,
      peers: { [`of ${SHORT_LIST}`]: round(median(shortFrames)) },
      ratio: round(ratio),
      goal: `<= ${OF_SHORT} x of ${SHORT_LIST}`,
      holds: ratio <= OF_SHORT,
    };
  } finally {
    await Promise.all(running.map((one) => one.stop()));
  }
}

/** The time between two frames that 95 of 100 do not exceed. */
async function framesOf(browser: Browser, origin: string, pods: number): Promise<number> {
  return onPage(browser, async (page) => {
    await page.goto(`${origin}/#/list/pods?order=NAME`);
    await page.getByText(`${pods.toLocaleString('en')} found.`).waitFor();
    await page.getByRole('table').hover();
    await page.evaluate(`frames = []; (function draw(at) { frames.push(at); requestAnimationFrame(draw); })(performance.now())`); // prettier-ignore
    for (let turn = 0; turn < TURNS; turn += 1) {
      const isBack = pods === SHORT_LIST && Math.floor(turn / BACK_AFTER) % 2 === 1;
      await page.mouse.wheel(0, isBack ? -TURN.pixels : TURN.pixels);
      await page.waitForTimeout(TURN.milliseconds);
    }
    const frames = await page.evaluate<number[]>('frames');
    const seen = Number(await page.getByRole('row').last().getAttribute('aria-rowindex'));
    // What does not move is always smooth.
    const expected = pods === SHORT_LIST ? 2 : (TURNS * TURN.pixels) / 100;
    if (seen < expected) throw new Error(`the list was scrolled to row ${seen} alone`);
    const times = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
  });
}

async function onPage<T>(browser: Browser, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return await look(page);
  } finally {
    await context.close();
  }
}
