import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/**
 * A page of a browser profile of its own. Motion is reduced: the scene then draws still pictures,
 * which leaves the processor, that has to draw them here, to the test.
 */
export const openPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  return context.newPage();
};
