import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch-browser.ts';
import { readFindings } from '../lab/read-findings.ts';
import type { Lab } from '../lab/serve-lab.ts';
import { serveLab } from '../lab/serve-lab.ts';

const MOST_CALLS = 12;
/** Sectors, lanes, ground and sky: with fewer something is not drawn. */
const FEWEST_CALLS = 4;

let lab: Lab;
let browser: Browser;

beforeAll(async () => {
  [lab, browser] = await Promise.all([serveLab(), launchBrowser({ webGl: true })]);
});

afterAll(async () => {
  await browser?.close();
  lab?.dispose();
});

it('the galaxy of 5,000 sectors is drawn in 3D with at most twelve calls', async () => {
  const { sectors, drawCalls } = await readFindings(browser, lab.galaxyOf(5_000, 1));
  expect(sectors).toBe(5_000);
  expect(drawCalls).toBeLessThanOrEqual(MOST_CALLS);
  expect(drawCalls).toBeGreaterThanOrEqual(FEWEST_CALLS);
});
