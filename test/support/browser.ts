import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ResourceKind } from '../../src/model/kinds.js';
import type { AuthSettings } from '../../src/server/auth/settings.js';
import { SMALL_FACTS, serve } from './served.js';
import { pod } from './small-world.js';

export interface RunningServer {
  /** Origin without a closing slash. */
  url: string;
  close: () => Promise<void>;
}

/** How often a pod of the platform that is shown gets ill or well again, in milliseconds. */
const CHANGE_INTERVAL = 200;

/**
 * The built pages over the real graph of a small platform in which something always changes.
 * @param auth who may ask; everybody where it is left out
 */
export async function startServer(auth?: AuthSettings): Promise<RunningServer> {
  // The platform has a name of its own, so that the page's text tells it from the field.
  const facts = SMALL_FACTS.map((event) =>
    event.kind === ResourceKind.PLATFORM && 'facts' in event
      ? { ...event, facts: { ...event.facts, name: 'shop' } }
      : event,
  );
  const served = await serve({
    facts,
    pages: join(import.meta.dirname, '../../dist/web'),
    recording: 'kubernetes-1.33-postgresql-18',
    ...(auth !== undefined && { auth }),
  });
  let round = 0;
  const changing = setInterval(() => {
    round += 1;
    served.report([pod('web', round % 2 === 0 ? {} : { warn: 'again' })]);
  }, CHANGE_INTERVAL);
  return {
    url: served.url,
    close: async () => {
      clearInterval(changing);
      await served.stop();
    },
  };
}

/** A page, and everything it did that a page should not do: ask another origin, break its policy, report an error. */
export interface WatchedPage {
  page: Page;
  complaints: string[];
}

export async function openPage(browser: Browser, origin: string, options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const isOurs = (url: string) => /^(data|blob):/.test(url) || url.replace(/^ws/, 'http').startsWith(`${origin}/`);
  context.on('request', (request) => {
    if (!isOurs(request.url())) complaints.push(`asked ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'for no reason given';
    // What was still under way when the page was left.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`failed ${request.url()}: ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} from ${response.url()}`);
  });
  page.on('websocket', (socket) => {
    if (!isOurs(socket.url())) complaints.push(`connected to ${socket.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await page.addInitScript(`
    addEventListener('securitypolicyviolation', (event) => {
      console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
    });
  `);
  return { page, complaints };
}

/** Pictures for people to look at; each run replaces the last one's. */
export function screenshotPath(name: string): string {
  const directory = join(tmpdir(), 'vitals-screenshots');
  mkdirSync(directory, { recursive: true });
  return join(directory, `${name}.png`);
}
