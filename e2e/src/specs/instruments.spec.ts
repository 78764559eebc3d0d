import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSeriousProblems } from '../browser/check-accessibility.ts';
import { launchBrowser } from '../browser/launch-browser.ts';

/* The instruments themselves: a browser that draws, and an axe that cuts. */

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

const openPage = async (body: string) => {
  const page = await (await browser.newContext()).newPage();
  await page.setContent(
    `<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>${body}</main></html>`,
  );
  return page;
};

const hasWebGl = (page: Page) =>
  page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);

describe('the browser', () => {
  it('has text that takes room', async () => {
    const page = await openPage('<p><span id="text">Fair winds</span></p>');
    const width = await page.locator('#text').evaluate((element) => element.getBoundingClientRect().width);
    await page.close();
    expect(width).toBeGreaterThan(20);
  });

  it('has WebGL 2 exactly when it is asked for', async () => {
    const page = await openPage('');
    expect(await hasWebGl(page)).toBe(false);
    await page.close();
    const drawing = await launchBrowser({ webGl: true });
    expect(await hasWebGl(await drawing.newPage())).toBe(true);
    await drawing.close();
  });
});

describe('the accessibility check', () => {
  it('finds nothing serious on a sound page', async () => {
    const page = await openPage('<label>Name <input></label><button>Send</button>');
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.close();
  });

  it('finds a field without a name and text too faint to read', async () => {
    const page = await openPage('<input><p style="color:#bbb;background:#fff">faint</p>');
    const found = (await findSeriousProblems(page)).map((problem) => problem.split(':')[0]);
    await page.close();
    expect(found).toContain('label');
    expect(found).toContain('color-contrast');
  });
});
