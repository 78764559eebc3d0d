import type { BrowserContextOptions } from 'playwright-core';

/** A small phone of today: 390 points wide, two pixels a point, touched. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} as const satisfies BrowserContextOptions;
