import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../output', import.meta.url));

const asFileName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);

/** Keeps what every open page looks like and how a screen reader would hear it, in `e2e/output`. */
export const saveEvidence = async (browser: Browser | undefined, testName: string): Promise<void> => {
  const pages = (browser?.contexts() ?? []).flatMap((context) => context.pages());
  mkdirSync(FOLDER, { recursive: true });
  for (const [index, page] of pages.entries()) {
    const path = join(FOLDER, `${asFileName(testName)}-${index + 1}`);
    await page.screenshot({ path: `${path}.png`, timeout: 10_000 }).catch(() => undefined);
    const heard = await page
      .locator('body')
      .ariaSnapshot({ timeout: 10_000 })
      .catch((error: unknown) => String(error));
    writeFileSync(`${path}.txt`, `${page.url()}\n\n${heard}\n`);
  }
};
