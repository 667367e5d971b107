import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import type { Browser, BrowserContextOptions, Page, WebSocketRoute } from 'playwright-core';
import { openPage, screenshotPath, startServer, type RunningServer, type WatchedPage } from '../support/browser.js';
import { launchBrowser } from '../support/chromium.js';

const subscription = 'subscription Pulse { healthChanges(initial: true) { type cursor } }';

let server: RunningServer;
let browser: Browser;
let opened: WatchedPage[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

afterEach(async () => {
  const complaints = opened.flatMap((watched) => watched.complaints);
  await Promise.all(opened.map(({ page }) => page.context().close()));
  opened = [];
  expect(complaints).toEqual([]);
});

async function open(
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
  path = '/graphiql',
): Promise<Page> {
  const watched = await openPage(browser, server.url, options);
  opened.push(watched);
  const { page } = watched;
  page.setDefaultTimeout(10_000);
  await prepare?.(page);
  await page.goto(`${server.url}${path}`);
  await page.locator('.graphiql-query-editor .view-lines').waitFor();
  return page;
}

const editor = (page: Page, name: string) =>
  page.getByRole('region', { name }).locator('.monaco-editor:visible').first();
const execute = (page: Page) => page.getByRole('button', { name: 'Execute query' }).click();
const stop = (page: Page) => page.getByRole('button', { name: 'Stop query' });
const response = (page: Page) => page.locator('.graphiql-response .view-lines');

/** At once, as when pasted: typed text would have its brackets closed by the editor. */
async function write(page: Page, name: string, text: string): Promise<void> {
  await editor(page, name).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

async function subscribe(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New tab' }).click();
  await write(page, 'Operation Editor', subscription);
  await page.getByRole('tab', { name: 'Pulse' }).waitFor();
  await execute(page);
}

/** GraphiQL knows which operation a tab holds once it has the schema and has read the tab's text. */
async function untilSchemaIsKnown(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('Root Types').waitFor();
}

/** Waits until the browser keeps a tab with that text. */
async function untilKept(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const { localStorage } = globalThis as unknown as { localStorage: Record<string, string | undefined> };
    return localStorage['vitals:graphiql:tabState']?.includes(wanted) ?? false;
  }, text);
}

/** Waits until a change is shown that is not the one shown now. */
async function nextChange(page: Page): Promise<void> {
  const shown = /"cursor":\s("[^"]*")/.exec(await response(page).innerText())?.[1];
  const hasCursor = response(page).filter({ hasText: /"cursor":\s"/ });
  await (shown === undefined ? hasCursor : hasCursor.filter({ hasNotText: shown })).waitFor();
}

describe('GraphiQL', () => {
  it('opens with the examples, each under the name of its operation', async () => {
    const directory = join(import.meta.dirname, '../../schema/examples');
    const names = readdirSync(directory)
      .sort()
      .map((file) => getOperationAST(parse(readFileSync(join(directory, file), 'utf8')))?.name?.value);
    const page = await open();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(names);
    expect(await page.title()).toBe('Vitals');
  });

  it.each(['light', 'dark'] as const)('runs an example in the %s colours', async (colorScheme) => {
    const page = await open({ colorScheme });
    await untilSchemaIsKnown(page);
    await page.getByRole('tab', { name: 'IsItWell' }).click();
    await editor(page, 'Operation Editor').getByText('IsItWell').waitFor();
    await editor(page, 'Operation Editor').click();
    await execute(page);
    await response(page).getByText('"platform"').waitFor();
    await page.screenshot({ path: screenshotPath(`query-${colorScheme}`) });
  });

  it.each(['?', '#'])(
    'opens with the question that the URL holds behind "%s", before and after others are kept',
    async (mark) => {
      const question = new URLSearchParams({ query: 'query Asked($n: Int!) { pods(first: $n) { nodes { name } } }', variables: '{ "n": 2 }' }); // prettier-ignore
      const page = await open({}, undefined, `/graphiql/${mark}${question.toString()}`);
      expect(await page.getByRole('tab').first().innerText()).toBe('Asked');
      expect(page.url()).toBe(`${server.url}/graphiql/`);
      await untilSchemaIsKnown(page);
      await editor(page, 'Operation Editor').getByText('Asked').waitFor();
      await execute(page);
      await response(page).getByText('"web"').waitFor();
      // Once its tabs are kept, another question gets one more.
      await untilKept(page, 'query Asked');
      const tabs = await page.getByRole('tab').count();
      await page.goto('about:blank');
      await page.goto(`${server.url}/graphiql/${mark}query=query+Another+%7B+__typename+%7D`);
      await page.getByRole('tab', { name: 'Another' }).waitFor();
      expect(await page.getByRole('tab').count()).toBe(tabs + 1);
    },
  );

  it('follows the system when its colours change', async () => {
    const page = await open({ colorScheme: 'light' });
    await page.locator('.monaco-editor.vs').first().waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('.monaco-editor.vs-dark').first().waitFor();
    expect(await page.locator('.monaco-editor.vs').count()).toBe(0);
  });

  it('shows each change of a subscription until it is stopped', async () => {
    const page = await open();
    await subscribe(page);
    await nextChange(page);
    await nextChange(page);
    await page.screenshot({ path: screenshotPath('subscription') });
    await stop(page).click();
    await page.getByRole('button', { name: 'Execute query' }).waitFor();
  });

  it('introduces itself to subscriptions with what the headers editor says', async () => {
    const page = await open();
    const sent: string[] = [];
    page.on('websocket', (socket) => {
      expect(socket.url()).toBe(`${server.url.replace('http', 'ws')}/graphql`);
      socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
    });
    await page.getByRole('button', { name: 'Headers' }).click();
    await subscribe(page);
    await nextChange(page);
    await stop(page).click();
    await write(page, 'Headers', '{ "authorization": "Bearer abc" }');
    await execute(page);
    await nextChange(page);
    const greetings = sent
      .map((frame) => JSON.parse(frame) as Record<string, unknown>)
      .filter(({ type }) => type === 'connection_init');
    expect(greetings.map(({ payload }) => payload)).toEqual([{}, { authorization: 'Bearer abc' }]);
  });

  it('keeps what was written when the page is loaded again, but never the headers', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'New tab' }).click();
    await write(page, 'Operation Editor', 'query Mine { __typename }');
    await page.getByRole('tab', { name: 'Mine' }).waitFor();
    await page.getByRole('button', { name: 'Headers' }).click();
    await write(page, 'Headers', '{ "authorization": "Bearer abc" }');
    await execute(page);
    await response(page).getByText('"Query"').waitFor();
    const tabs = await page.getByRole('tab').allInnerTexts();
    await untilKept(page, 'query Mine');
    await page.reload();
    await page.getByRole('tab', { name: 'Mine' }).waitFor();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(tabs);
    const kept = JSON.stringify(await page.context().storageState());
    expect(kept).toContain('query Mine');
    expect(kept).not.toContain('Bearer abc');
  });

  it('connects again when the socket drops', async () => {
    const sockets: WebSocketRoute[] = [];
    let onConnection: () => void = () => undefined;
    const page = await open({}, (prepared) =>
      prepared.routeWebSocket('**/graphql', (socket) => {
        socket.connectToServer();
        sockets.push(socket);
        onConnection();
      }),
    );
    await subscribe(page);
    await nextChange(page);
    const again = new Promise<void>((resolve) => {
      onConnection = resolve;
    });
    await sockets[0]?.close({ code: 1013, reason: 'Too slow' });
    // What came before the end may be shown after it.
    await again;
    await nextChange(page);
    expect(sockets).toHaveLength(2);
  });

  it('says that it shows a recording', async () => {
    const page = await open();
    const banner = page.getByRole('status').filter({ hasText: 'Demo' });
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(/^Demo: replaying \S/);
  });

  it('says nothing of the kind when the server watches live systems', async () => {
    const page = await open({}, (prepared) =>
      prepared.route('**/graphql', async (route) => {
        const isQuestion = route.request().postData()?.includes('{ server { mode recording } }') ?? false;
        if (!isQuestion) return route.continue();
        return route.fulfill({ json: { data: { server: { mode: 'LIVE', recording: null } } } });
      }),
    );
    await execute(page);
    await response(page).getByText('"data"').waitFor();
    expect(await page.getByText('Demo:').count()).toBe(0);
  });
});
