import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch-browser.ts';
import { openPage } from '../browser/open-page.ts';
import { saveEvidence } from '../browser/save-evidence.ts';
import { createPlayerPage } from '../pages/player-page.ts';
import type { Stack } from '../stack/start-stack.ts';
import { startStack } from '../stack/start-stack.ts';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), launchBrowser({ webGl: true })]);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await saveEvidence(browser, task.name);
});

afterAll(async () => {
  await browser?.close();
  await stack?.dispose();
});

/* A small window: the processor has to draw every point of it. */
it('the sector is drawn in 3D, without an error of the page', async () => {
  const page = await openPage(browser, { viewport: { width: 800, height: 600 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const player = createPlayerPage(page, stack.origin);
  await player.register('opal_zenith');
  await player.completeWelcome('OpalZenith', 'Thin Air');
  const canvas = page.getByRole('region', { name: 'Sector view' }).locator('canvas');
  await canvas.waitFor({ timeout: 60_000 });
  const picture = await canvas.screenshot({ timeout: 60_000 });
  expect(picture.byteLength, 'bytes of a picture that is not one colour').toBeGreaterThan(10_000);
  expect(errors).toEqual([]);
});
