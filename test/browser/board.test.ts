import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page, WebSocketRoute } from 'playwright-core';
import { launchBrowser, openPage, screenshotPath, type RunningServer, type WatchedPage } from '../support/browser.js';
import { STANDING, startStory } from '../support/story.js';

/** In the story a broker goes some seconds after the one, and is down at the other, with much that follows from it. */
const BROKER_GOES = 258;
const BROKER_DOWN = 280;
const BROKER = 'The cluster does not count it among its brokers.';

/** All that the board is made of, compressed as it is served. */
const MOST_BYTES = 250_000;

let standing: RunningServer;
let browser: Browser;
let opened: WatchedPage[] = [];

beforeAll(async () => {
  [standing, browser] = await Promise.all([startStory(BROKER_DOWN, STANDING), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await standing.close();
});

afterEach(async () => {
  const complaints = opened.flatMap((watched) => watched.complaints);
  await Promise.all(opened.map(({ page }) => page.context().close()));
  opened = [];
  expect(complaints).toEqual([]);
});

interface OpenOptions extends BrowserContextOptions {
  readonly server?: RunningServer;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

async function open(path: string, { server = standing, prepare, ...options }: OpenOptions = {}): Promise<Page> {
  const watched = await openPage(browser, server.url, options);
  opened.push(watched);
  const { page } = watched;
  page.setDefaultTimeout(10_000);
  await prepare?.(page);
  await page.goto(`${server.url}/${path}`);
  return page;
}

const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
const wrong = (page: Page) => page.getByRole('region', { name: 'What is wrong' });
const live = (page: Page) => page.getByRole('status').filter({ hasText: /^Live$/ });
const brokerRow = (page: Page) => wrong(page).getByRole('listitem').filter({ hasText: BROKER });

describe('the first view', () => {
  it('answers in one line, then system by system, then cause by cause with what follows', async () => {
    const page = await open('');
    await verdict(page).getByRole('heading', { name: 'Degraded' }).waitFor();
    expect(await verdict(page).innerText()).toMatch(/\d+ of 7 systems need a look\. \d+ causes, \d+ consequences\./);
    expect(await page.title()).toBe('Degraded · Vitals');
    const tiles = await page.getByRole('region', { name: 'Systems' }).getByRole('listitem').allInnerTexts();
    const names = tiles.map((text) => text.split('\n')[0]);
    expect(names).toEqual(['Kubernetes', 'Zones', 'Volumes', 'Databases', 'Kafka', 'Kafka Connect', 'ZooKeeper', 'Workflows', 'HTTP', 'Sources']); // prettier-ignore
    expect(tiles[4]).toMatch(/^Kafka\s+Degraded\s+1 degraded\s+broker-2: The cluster/);
    const rows = wrong(page).getByRole('listitem');
    const severities = await rows.locator('.opener .sign').allInnerTexts();
    // Worst first.
    expect(severities).toEqual([...severities].sort());
    expect(new Set(severities)).toEqual(new Set(['Critical', 'Warning']));
    // A broker that is gone is one line, whatever follows from it.
    expect(await brokerRow(page).count()).toBe(1);
    expect(await brokerRow(page).innerText()).toMatch(/broker broker-2 in events\s+\d+ consequences/);
    await page.screenshot({ path: screenshotPath('board-light') });
  });

  it('opens a cause to what to do and what follows from it', async () => {
    const page = await open('');
    await brokerRow(page).getByRole('button').click();
    await brokerRow(page).getByText('Look at whether the broker runs').waitFor();
    const lines = brokerRow(page).locator('.line');
    await lines.first().waitFor();
    const told = Number(/(\d+) consequences/.exec(await brokerRow(page).innerText())?.[1]);
    expect(await lines.count()).toBe(told);
    expect(await lines.filter({ hasText: 'lack replicas in sync' }).count()).toBeGreaterThan(3);
  });

  it('shows notes and what is ignored when asked', async () => {
    const page = await open('');
    const noteSign = wrong(page).locator('.opener .sign').filter({ hasText: 'Note' });
    await page.getByRole('link', { name: /^Show \d+ that are notes or ignored$/ }).click();
    await noteSign.first().waitFor();
    expect(page.url()).toBe(`${standing.url}/#/?show=all`);
    await page.getByRole('link', { name: 'Hide notes and what is ignored' }).click();
    await noteSign.first().waitFor({ state: 'detached' });
  });

  it('says that it shows a recording', async () => {
    const page = await open('');
    const banner = page.getByRole('status').filter({ hasText: 'Demo' });
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(/^Demo: replaying \S/);
  });

  it('fits a narrow screen', async () => {
    const page = await open('', { viewport: { width: 360, height: 740 } });
    await brokerRow(page).waitFor();
    await brokerRow(page).getByRole('button').click();
    await brokerRow(page).locator('.line').first().waitFor();
    await page.screenshot({ path: screenshotPath('board-narrow') });
    expect(await overflow(page)).toBe(0);
  });
});

/** By how much the page is wider than the screen. */
async function overflow(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

describe('live', () => {
  it('shows a change at once, and that it is new', async () => {
    const server = await startStory(BROKER_GOES);
    try {
      const page = await open('', { server });
      await live(page).waitFor();
      await verdict(page).waitFor();
      expect(await brokerRow(page).count()).toBe(0);
      await brokerRow(page).waitFor();
      expect(await brokerRow(page).innerText()).toMatch(/\bNew\b/);
      // What was there from the beginning is not.
      const known = wrong(page).getByRole('listitem').filter({ hasText: 'no session with Keeper' }).first();
      expect(await known.innerText()).not.toMatch(/\bNew\b/);
    } finally {
      await server.close();
    }
  });

  it('says at once that the connection is lost and how old what it shows is, and goes on behind the last change', async () => {
    const sockets: WebSocketRoute[] = [];
    const asked: (string | null)[] = [];
    const heard: string[] = [];
    const prepare = (page: Page) =>
      page.routeWebSocket('**/graphql', (socket) => {
        const server = socket.connectToServer();
        sockets.push(socket);
        socket.onMessage((message) => {
          const { type, payload } = JSON.parse(message.toString()) as SubscribeMessage;
          if (type === 'subscribe') asked.push(payload.variables.after);
          server.send(message);
        });
        server.onMessage((message) => {
          const { type, payload } = JSON.parse(message.toString()) as NextMessage;
          if (type === 'next') heard.push(payload.data.healthChanges.cursor);
          socket.send(message);
        });
      });
    const server = await startStory(BROKER_GOES);
    try {
      const page = await open('', { server, prepare });
      await live(page).waitFor();
      await brokerRow(page).waitFor();
      const last = heard.at(-1);
      await sockets[0]?.close({ code: 1013, reason: 'Too slow' });
      await page.getByRole('alert').filter({ hasText: 'The connection is lost' }).waitFor();
      await page.getByText(/What is shown is \d+ s old\./).waitFor();
      await live(page).waitFor();
      await page.getByText('The connection is lost').waitFor({ state: 'detached' });
      expect(sockets).toHaveLength(2);
      expect(asked).toHaveLength(2);
      expect(heard.indexOf(asked[1] ?? '')).toBeGreaterThanOrEqual(heard.indexOf(last ?? '?'));
      expect(last).toBeDefined();
    } finally {
      await server.close();
    }
  });

  it('reads anew when another server is in the place of the one that was lost', async () => {
    const first = await startStory(BROKER_DOWN, STANDING);
    const page = await open('', { server: first });
    await brokerRow(page).waitFor();
    await live(page).waitFor();
    await first.close();
    await page.getByRole('alert').filter({ hasText: 'The connection is lost' }).waitFor();
    // What was known stays, and says how old it is.
    expect(await brokerRow(page).count()).toBe(1);
    await page.getByText(/What is shown is \d+ s old\./).waitFor();
    const second = await startStory(0, STANDING, Number(new URL(first.url).port));
    try {
      await live(page).waitFor();
      await verdict(page).getByRole('heading', { name: 'Healthy' }).waitFor();
      await page.getByText('The connection is lost').waitFor({ state: 'detached' });
      expect(await brokerRow(page).count()).toBe(0);
    } finally {
      await second.close();
    }
    // While there was no server, nothing could be had.
    for (const watched of opened) watched.complaints.splice(0);
  });
});

interface SubscribeMessage {
  readonly type: string;
  readonly payload: { readonly variables: { readonly after: string | null } };
}

interface NextMessage {
  readonly type: string;
  readonly payload: { readonly data: { readonly healthChanges: { readonly cursor: string } } };
}

it('weighs little', () => {
  const site = join(import.meta.dirname, '../../dist/web');
  const files = ['index.html', ...readdirSync(join(site, 'assets')).map((name) => join('assets', name))];
  const sizes = files.map((file) => gzipSync(readFileSync(join(site, file))).length);
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
});
