import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page, Route, WebSocket, WebSocketRoute } from 'playwright-core';
import { authSchema } from '../../src/config/auth.js';
import { openPage, screenshotPath, type RunningServer, type WatchedPage } from '../support/browser.js';
import { launchBrowser } from '../support/chromium.js';
import { serve } from '../support/served.js';
import { cluster, namespace, pod, roots, source } from '../support/small-world.js';
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
/** Of one test. */
let servers: RunningServer[] = [];

beforeAll(async () => {
  [standing, browser] = await Promise.all([startStory(BROKER_DOWN, { speed: STANDING }), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await standing.close();
});

afterEach(async () => {
  const complaints = opened.flatMap((watched) => watched.complaints);
  // A page whose server goes first would complain.
  await Promise.all(opened.map(({ page }) => page.context().close()));
  await Promise.all(servers.map((server) => server.close()));
  [opened, servers] = [[], []];
  expect(complaints).toEqual([]);
});

/** It is closed when the test is over. */
async function started(starting: Promise<RunningServer>): Promise<RunningServer> {
  const server = await starting;
  servers.push(server);
  return server;
}

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
    // And it says how old that is, since nobody sees the broker any more.
    expect(await brokerRow(page).innerText()).toMatch(
      /broker broker-2 in events\s+seen \d[\w ]* ago\s+\d+ consequences/,
    );
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

  it('fits a narrow screen, with a cause opened', async () => {
    const page = await open('', { viewport: { width: 360, height: 740 } });
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
    // Slowly: the page is to be there before it happens, on a busy machine too.
    const server = await started(startStory(BROKER_GOES, { speed: 0.4 }));
    const page = await open('', { server });
    await live(page).waitFor();
    await verdict(page).waitFor();
    expect(await brokerRow(page).count()).toBe(0);
    await brokerRow(page).waitFor({ timeout: 30_000 });
    expect(await brokerRow(page).innerText()).toMatch(/\bNew\b/);
    // What was there from the beginning is not.
    const known = wrong(page).getByRole('listitem').filter({ hasText: 'no session with Keeper' }).first();
    expect(await known.innerText()).not.toMatch(/\bNew\b/);
    await brokerRow(page).getByRole('link', { name: 'broker-2' }).click();
    const timeLine = page.getByRole('region', { name: 'What it went through' }).getByRole('listitem');
    await timeLine.filter({ hasText: 'Healthy → unhealthy' }).filter({ hasText: BROKER }).first().waitFor();
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
    const server = await started(startStory(BROKER_GOES));
    const page = await open('', { server, prepare });
    await live(page).waitFor();
    // It goes ten seconds after the story began.
    await brokerRow(page).waitFor({ timeout: 30_000 });
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
  });

  it('reads anew when another server is in the place of the one that was lost', async () => {
    const first = await startStory(BROKER_DOWN, { speed: STANDING });
    const page = await open('', { server: first });
    await brokerRow(page).waitFor();
    await live(page).waitFor();
    await first.close();
    await page.getByRole('alert').filter({ hasText: 'The connection is lost' }).waitFor();
    // What was known stays, and says how old it is.
    expect(await brokerRow(page).count()).toBe(1);
    await page.getByText(/What is shown is \d+ s old\./).waitFor();
    await started(startStory(0, { speed: STANDING, server: { port: Number(new URL(first.url).port) } }));
    await live(page).waitFor();
    await verdict(page).getByRole('heading', { name: 'Healthy' }).waitFor();
    await page.getByText('The connection is lost').waitFor({ state: 'detached' });
    expect(await brokerRow(page).count()).toBe(0);
    // While there was no server, nothing could be had.
    for (const watched of opened) watched.complaints.splice(0);
  });
});

describe('the page of a resource', () => {
  it('shows its verdict, what is wrong, its numbers against their limits, and leads to the next', async () => {
    const page = await open('');
    await wrong(page).getByRole('link', { name: 'metadata' }).first().click();
    await verdict(page).getByRole('heading', { name: 'metadata' }).waitFor();
    expect(page.url()).toMatch(/#\/resource\/[\w-]+$/);
    expect(await verdict(page).innerText()).toMatch(/Database\s+metadata\s+Unhealthy\s+for \d+ \w+\s+seen \d+ s ago/);
    const findings = page.getByRole('region', { name: 'What is wrong with it' }).getByRole('listitem');
    expect(await findings.first().innerText()).toMatch(
      /Critical\s+7 % of 289.9 MiB is free\..*for \d+ \w+\s+Look at what grows/s,
    );
    // Where there is a history, as a chart with its limits; else against them.
    const chart = page.getByRole('img', {
      name: /^CPU over time: [\d.]+ % to [\d.]+ %; warning at 97 %; critical at 99 %$/,
    });
    expect(await chart.locator('canvas').count()).toBe(1);
    const card = page.getByRole('listitem').filter({ hasText: 'Free disk space' });
    expect(await card.innerText()).toMatch(/[\d.]+ %\s+Warning down to 20 %, critical down to 10 %\./);
    // What has no value says why.
    await page.getByText('Time to read a block has no value: unsupported').waitFor();
    await page.screenshot({ path: screenshotPath('board-resource') });
  });

  it('leads on along what depends on what, and back', async () => {
    const page = await open('');
    await wrong(page)
      .getByRole('link', { name: /^pricing-/ })
      .first()
      .click();
    await verdict(page).getByText('Pod in platform / shop').waitFor();
    const pricing = page.url();
    await page.getByRole('region', { name: 'Depends on' }).getByRole('link', { name: 'node-a' }).click();
    await verdict(page).getByRole('heading', { name: 'node-a' }).waitFor();
    // Who reads on goes on from the beginning of the page.
    await page.locator('main:focus').waitFor();
    await page
      .getByRole('region', { name: 'Needed by' })
      .getByRole('link', { name: /^pricing-/ })
      .click();
    await verdict(page).getByText('Pod in platform / shop').waitFor();
    expect(page.url()).toBe(pricing);
    await page.goBack();
    await verdict(page).getByRole('heading', { name: 'node-a' }).waitFor();
  });

  it('says that what it was about is gone', async () => {
    const page = await open('#/resource/bm90aGluZw');
    await page.getByRole('heading', { name: 'It is not there' }).waitFor();
  });

  it('opens in GraphiQL with the question behind it', async () => {
    const page = await open('');
    await wrong(page).getByRole('link', { name: 'metadata' }).first().click();
    await verdict(page).getByRole('heading', { name: 'metadata' }).waitFor();
    const [graphiql] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open in GraphiQL' }).click(),
    ]);
    await graphiql.getByRole('tab', { name: 'Resource' }).waitFor();
    // It is not asked again when the page is loaded again.
    expect(graphiql.url()).toBe(`${standing.url}/graphiql/`);
    // It can be asked once the explorer knows the schema.
    await graphiql.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await graphiql.getByText('Root Types').waitFor();
    const answer = graphiql.locator('.graphiql-response .view-lines').getByText('"metadata"').first();
    // Before it has looked through the question, the explorer does nothing at a click.
    for (let tries = 4; !(await answer.isVisible()); tries -= 1) {
      expect(tries).toBeGreaterThan(0);
      await graphiql.getByRole('button', { name: 'Execute query' }).click();
      await answer.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
  });
});

describe('blind spots', () => {
  it('are named, with the reason and what to do', async () => {
    const page = await open('#/blind');
    await page.getByText(/^\d+ of \d+ signals are not seen of all that they are about\./).waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'Time to read a block' }).first();
    const text = await row.innerText();
    expect(text).toMatch(/seen of 0 of 1 database/);
    expect(text).toMatch(/Why not\s+unsupported \(1 database\)/);
    expect(text).toMatch(/How to see it\s+PostgreSQL 16 or newer, with `track_io_timing = on`\./);
    await row.getByRole('link', { name: 'metadata' }).click();
    await verdict(page).getByRole('heading', { name: 'metadata' }).waitFor();
  });
});

describe('lists', () => {
  const RUNNING = { displayStatus: 'Running' };

  const servePods = async (names: readonly string[]) => {
    const pods = names.map((name) => pod(name, {}, RUNNING));
    const facts = [...roots, source([{}]), cluster(), namespace('shop'), ...pods];
    const { url, report, stop } = await serve({ facts, pages: PAGES });
    return { ...(await started(Promise.resolve({ url, close: stop }))), report };
  };

  const rows = (page: Page) => page.getByRole('table').getByRole('row');

  it('are filtered and sorted, and their URL says how', async () => {
    const page = await open('#/list/pods');
    await rows(page).filter({ hasText: 'ledger-0' }).waitFor();
    const all = await rows(page).count();
    await page.getByLabel('Name', { exact: true }).fill('pricing');
    await page.getByText('1 found.').waitFor();
    expect(await rows(page).count()).toBe(2);
    expect(all).toBeGreaterThan(2);
    expect(await rows(page).last().innerText()).toMatch(
      /Degraded\s+pricing-\S+\s+platform \/ shop\s+Running\s+Container engine/,
    );
    await page.getByLabel('Sorted by').selectOption('Restarts');
    await page.waitForURL(/#\/list\/pods\?name=pricing&order=RESTARTS$/);
    // A link to the whole list is not undone by what was typed before.
    await page.getByRole('link', { name: 'Pods', exact: true }).click();
    await page.waitForURL(/#\/list\/pods$/);
    await rows(page).filter({ hasText: 'ledger-0' }).waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('');
    // A pattern may be written into a URL by hand.
    await page.goto(`${standing.url}/#/list/pods?name=?edger-0`);
    await page.getByText('1 found.').waitFor();
    await page.getByRole('link', { name: 'Consumer groups' }).click();
    await page.getByRole('heading', { name: 'Consumer groups' }).waitFor();
    await rows(page).filter({ hasText: 'orders-billing' }).waitFor();
    await page.screenshot({ path: screenshotPath('board-list') });
  });

  it('of 10,000 pods have as many rows as are seen, and are read on as far as somebody looks', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `web-${String(index).padStart(5, '0')}`);
    const server = await servePods(['web', ...names, 'worker']);
    const page = await open('#/list/pods?order=NAME', { server });
    await page.getByText('10,002 found.').waitFor();
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('10003');
    await page.getByRole('table').focus();
    await page.keyboard.press('ArrowDown');
    await focused(page, 'web');
    const sizes: number[] = [];
    // Each time to the end of what was read: 21 pages.
    for (let read = 500; read < 10_002; read += 500) {
      await page.keyboard.press('End');
      await page.locator(`[data-index="${read - 1}"]:focus`).waitFor();
      await page.waitForFunction(hasMoreRowsThan, read);
      sizes.push(await rows(page).count());
    }
    await page.keyboard.press('End');
    await focused(page, 'worker');
    expect(Math.max(...sizes)).toBeLessThan(80);
    expect(sizes).toHaveLength(20);
    // A change is shown where it stands, with the time since when that is so, and said.
    const worker = rows(page).filter({ hasText: 'worker' });
    const before = await worker.locator('time').getAttribute('datetime');
    server.report([pod('worker', { critical: 'x' }, RUNNING)]);
    await worker.filter({ hasText: 'Unhealthy' }).waitFor();
    expect(await worker.locator('time').getAttribute('datetime')).not.toBe(before);
    await page.getByText(/1 change since\./).waitFor();
  });

  it('ask again for a page that could not be had, and a search says that it could not ask', async () => {
    const names = Array.from({ length: 1_200 }, (_, index) => `web-${String(index).padStart(4, '0')}`);
    const server = await servePods(names);
    const sockets: WebSocket[] = [];
    const held: Route[] = [];
    const page = await open('#/list/pods?order=NAME', {
      server,
      prepare: (prepared) => Promise.resolve(prepared.on('websocket', (socket) => sockets.push(socket))),
    });
    await page.getByText('1,200 found.').waitFor();
    await live(page).waitFor();
    expect(sockets).toHaveLength(1);
    await page.getByRole('table').focus();
    await page.keyboard.press('End');
    await page.locator('[data-index="499"]:focus').waitFor();
    await page.waitForFunction(hasMoreRowsThan, 500);
    await page.route('**/graphql', (route) => (held.length === 0 ? held.push(route) : route.abort()));
    await page.keyboard.press('End');
    await page.locator('[data-index="999"]:focus').waitFor();
    // By the next sign of life nothing moves any more: from here on nobody but the list itself asks again.
    await sockets[0]?.waitForEvent('framereceived', { timeout: 20_000 });
    expect(held).toHaveLength(1);
    await held[0]?.abort();
    const trouble = page.getByRole('alert').filter({ hasText: 'Vitals cannot be reached' });
    await trouble.waitFor();
    // Sooner than by its usual pace.
    await page.waitForRequest('**/graphql', { timeout: 6_000 });
    await page.waitForRequest('**/graphql', { timeout: 6_000 });
    await page.unroute('**/graphql');
    await trouble.waitFor({ state: 'detached', timeout: 20_000 });
    await page.waitForFunction(hasMoreRowsThan, 1_000);
    await page.keyboard.press('/');
    await page.keyboard.type('web-000');
    await page.getByText('10 found').waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.keyboard.type('1');
    await page.locator('.results').getByText('Vitals cannot be reached').waitFor();
    // What could not be had.
    for (const watched of opened) watched.complaints.splice(0);
  });
});

/** In the page: the table is as high as all rows that were read. */
function hasMoreRowsThan(count: number): boolean {
  const { document } = globalThis as unknown as { document: { querySelector(by: string): { clientHeight: number } } };
  return document.querySelector('.list-body').clientHeight > count * 32;
}

const PAGES = join(import.meta.dirname, '../../dist/web');

/** Waits until a link of that name has the focus. */
async function focused(page: Page, name: string): Promise<void> {
  await page
    .locator('a:focus')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .waitFor();
}

describe('the keyboard', () => {
  it('reaches everything: past the head, into a cause, and to any resource by its name', async () => {
    const page = await open('');
    await brokerRow(page).waitFor();
    await page.keyboard.press('Tab');
    await focused(page, 'Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // The first of the systems.
    await page.locator('a:focus').filter({ hasText: 'Kubernetes' }).waitFor();
    const opener = brokerRow(page).getByRole('button');
    for (let presses = 0; presses < 80; presses += 1) {
      if ((await brokerRow(page).locator('button:focus').count()) > 0) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await brokerRow(page).getByText('Look at whether the broker runs').waitFor();
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('/');
    await page.keyboard.type('broker-2');
    await page.getByText('1 found').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await verdict(page).getByRole('heading', { name: 'broker-2' }).waitFor();
  });
});

const VIEWS = ['', '#/list/pods', '#/list/nodes', '#/blind', '#/no-such-page'];

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each(VIEWS)('nobody is kept out of /%s', async (path) => {
    const page = await open(path, { colorScheme });
    await live(page).waitFor();
    await page.getByText('Reading…').waitFor({ state: 'detached' });
    if (path === '') {
      await brokerRow(page).getByRole('button').click();
      await brokerRow(page).locator('.line').first().waitFor();
    }
    await page.screenshot({ path: screenshotPath(`board-${path.replace(/\W+/g, '-')}-${colorScheme}`) });
    expect(await violations(page)).toEqual([]);
  });

  it('nobody is kept out of the page of a resource', async () => {
    const page = await open('', { colorScheme });
    await wrong(page).getByRole('link', { name: 'metadata' }).first().click();
    await verdict(page).getByRole('heading', { name: 'metadata' }).waitFor();
    await page.locator('canvas').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

/** What axe finds wrong, by rule and element. */
async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
}

it.each(VIEWS)('/%s fits a narrow screen', async (path) => {
  const page = await open(path, { viewport: { width: 360, height: 740 } });
  await page.getByText('Reading…').waitFor({ state: 'detached' });
  await live(page).waitFor();
  expect(await overflow(page)).toBe(0);
});

it('works where only listed documents are executed, and its own are', async () => {
  const trustedDocuments = join(PAGES, '../own-documents.json');
  const server = await started(startStory(BROKER_DOWN, { speed: STANDING, server: { trustedDocuments } }));
  const page = await open('', { server });
  await live(page).waitFor();
  await brokerRow(page).getByRole('button').click();
  await brokerRow(page).locator('.line').first().waitFor();
  await page.getByRole('link', { name: 'Blind spots' }).click();
  await page.getByText('Time to read a block').waitFor();
  await page.getByRole('link', { name: 'Resources' }).click();
  await page.getByRole('row').filter({ hasText: 'ledger-0' }).getByRole('link').click();
  await verdict(page).getByRole('heading', { name: 'ledger-0' }).waitFor();
});

describe('where the server asks who looks', () => {
  const TOKEN = 'long-and-random';
  const sha256 = createHash('sha256').update(TOKEN).digest('hex');

  it('asks for a token, keeps it nowhere, and shows what that may see', async () => {
    const scope = { name: 'shop', see: [{ namespaces: ['shop'] }] };
    const auth = authSchema.parse({ tokens: [{ name: 'shop', sha256, scopes: ['shop'] }], scopes: [scope] });
    const server = await started(startStory(BROKER_DOWN, { speed: STANDING, server: { auth } }));
    const page = await open('', { server });
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
    await page.getByLabel('Token').fill('wrong');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Token').fill(TOKEN);
    await page.getByRole('button', { name: 'Enter' }).click();
    await wrong(page)
      .getByRole('link', { name: /^pricing-/ })
      .first()
      .waitFor();
    await live(page).waitFor();
    // What is outside of its scope is not there.
    expect(await brokerRow(page).count()).toBe(0);
    expect(JSON.stringify(await page.context().storageState())).not.toContain(TOKEN);
    await page.reload();
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
    // Only what was asked without a good token was refused.
    for (const { complaints } of opened) {
      const others = complaints.filter((complaint) => !/\b401\b/.test(complaint));
      complaints.splice(0, Infinity, ...others);
    }
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
