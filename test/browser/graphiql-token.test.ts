import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { type RunningServer, type WatchedPage, openPage, startServer } from '../support/browser.js';
import { launchBrowser } from '../support/chromium.js';

const TOKEN = 'long-and-random';
const sha256 = createHash('sha256').update(TOKEN).digest('hex');

let server: RunningServer;
let browser: Browser;
let watched: WatchedPage;

beforeAll(async () => {
  const see = [{ clusters: null, namespaces: ['shop'], kinds: null }];
  const scopes = [{ name: 'shop', users: [], groups: [], see }];
  const auth = { tokens: [{ name: 'shop', sha256, scopes: ['shop'] }], scopes };
  [server, browser] = await Promise.all([startServer(auth), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const editor = (page: Page, name: string) =>
  page.getByRole('region', { name }).locator('.monaco-editor:visible').first();
const response = (page: Page) => page.locator('.graphiql-response .view-lines');

async function write(page: Page, name: string, text: string): Promise<void> {
  await editor(page, name).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

it('GraphiQL shows nothing without a token, and with one queries, the schema and subscriptions', async () => {
  watched = await openPage(browser, server.url, {});
  const { page } = watched;
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.url}/graphiql`);
  await page.locator('.graphiql-query-editor .view-lines').waitFor();
  await page.getByRole('button', { name: 'New tab' }).click();
  await write(page, 'Operation Editor', 'query Mine { nodes { totalCount } pods { nodes { name } } }');
  await page.getByRole('button', { name: 'Execute query' }).click();
  await response(page).getByText('UNAUTHENTICATED').waitFor();
  await page.getByRole('button', { name: 'Headers' }).click();
  await write(page, 'Headers', `{ "Authorization": "Bearer ${TOKEN}" }`);
  await page.getByRole('button', { name: 'Re-fetch GraphQL schema' }).click();
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('Root Types').waitFor();
  await write(page, 'Operation Editor', 'query Mine { pods { nodes { name } } }');
  await page.getByRole('button', { name: 'Execute query' }).click();
  await response(page).getByText('"web"').waitFor();
  await write(page, 'Operation Editor', 'subscription Heard { healthChanges(initial: true) { type resourceName } }');
  // What is written is read a moment later: until then it would be sent as what stood there before.
  await page.getByRole('tab', { name: 'Heard' }).waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();
  await response(page).getByText('CHANGED').waitFor();
  // Nobody but this server was asked, and only what was asked without a token was refused.
  const others = watched.complaints.filter((complaint) => !/\b401\b/.test(complaint));
  expect(others).toEqual([]);
  await page.context().close();
});
