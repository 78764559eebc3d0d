import type { Browser } from 'playwright-core';

interface FrameTimes {
  readonly frames: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly mostMs: number;
}

/** What the lab of the map found out on this machine. */
export interface GalaxyFindings {
  readonly sectors: number;
  readonly drawCalls: number;
  readonly flat: FrameTimes;
  readonly space: FrameTimes;
  readonly floor: FrameTimes;
}

/** A processor that draws without a graphics card takes its time. */
const LIMIT_MS = 240_000;

/** Opens the lab in a browser and waits for what it finds out; fails with the page's own error. */
export const readFindings = async (browser: Browser, address: string): Promise<GalaxyFindings> => {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const broken = new Promise<never>((_, reject) => {
    page.on('pageerror', reject);
  });
  try {
    await page.goto(address);
    const output = page.locator('output[data-findings]');
    await Promise.race([output.waitFor({ state: 'attached', timeout: LIMIT_MS }), broken]);
    return JSON.parse((await output.getAttribute('data-findings')) ?? '{}') as GalaxyFindings;
  } finally {
    await page.close();
  }
};
