import type { Browser } from 'playwright-core';
import { type WatchedPage, openPage, screenshotPath } from '../../support/browser.js';
import { launchBrowser } from '../../support/chromium.js';
import { faultNamed } from '../faults/index.js';
import { openPlatform } from '../lifecycle.js';
import { Attempts } from '../support/attempts.js';
import { RunningVitals } from '../support/vitals.js';

/** How soon a container is said to wait for an image that nobody has; and that it does no more. */
const RAISED_WITHIN = 45_000;
const CLEARED_WITHIN = 45_000;
/** How soon all of the platform is well, whatever a test before did to it. */
const WELL_WITHIN = 60_000;

/** The board in Chromium, over Vitals as it watches the whole platform. Runs in the platform's network namespace. */
describe('the board of a real platform', () => {
  const platform = openPlatform();
  let vitals: RunningVitals;
  let browser: Browser;
  let watched: WatchedPage;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    vitals = await RunningVitals.start(platform);
    stops.push(() => vitals.stop());
    browser = await launchBrowser();
    stops.push(() => browser.close());
    watched = await openPage(browser, vitals.url, {});
    watched.page.setDefaultTimeout(10_000);
  }, 120_000);

  afterAll(async () => {
    const attempts = new Attempts();
    for (const stop of stops.reverse()) await attempts.make('undoing it', stop);
    attempts.end();
  });

  it('shows every system as well, then what is wrong as it happens, and that it is so no more', async () => {
    const { page } = watched;
    await page.goto(vitals.url);
    const healthy = page.getByRole('region', { name: 'Verdict' }).getByRole('heading', { name: 'Healthy' });
    await healthy.waitFor({ timeout: WELL_WITHIN });
    await page
      .getByRole('status')
      .filter({ hasText: /^Live$/ })
      .waitFor();
    const tiles = await page.getByRole('region', { name: 'Systems' }).getByRole('listitem').allInnerTexts();
    expect(tiles).toHaveLength(10);
    // Something may be starting at any time: a workflow is begun each minute.
    for (const tile of tiles) expect(tile).toMatch(/^.+\s+(?:Healthy|Progressing)\b/);
    expect(await page.getByRole('status').filter({ hasText: 'Demo' }).count()).toBe(0);
    await page.screenshot({ path: screenshotPath('platform-well'), fullPage: true });

    const fault = faultNamed('image-pull');
    const row = page
      .getByRole('region', { name: 'What is wrong' })
      .getByRole('listitem')
      .filter({ hasText: /image/i })
      .first();
    try {
      await fault.inject(platform);
      await row.waitFor({ timeout: RAISED_WITHIN });
      expect(await row.innerText()).toMatch(/\bNew\b/);
      await page.screenshot({ path: screenshotPath('platform-fault'), fullPage: true });
      await row.getByRole('link').first().click();
      await page.getByRole('region', { name: 'What is wrong with it' }).getByRole('listitem').first().waitFor();
      await page.screenshot({ path: screenshotPath('platform-resource'), fullPage: true });
      await page.goBack();
      await row.waitFor();
    } finally {
      await fault.repair(platform);
    }
    await row.waitFor({ state: 'detached', timeout: CLEARED_WITHIN });
    await healthy.waitFor({ timeout: WELL_WITHIN });
    expect(watched.complaints).toEqual([]);
  }, 270_000);
});
