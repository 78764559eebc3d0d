import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { installBrowser } from './install-browser.ts';

/** Flags for a container: no sandbox for root, little shared memory, WebGL 2 drawn by the processor. */
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** Starts headless Chromium; the caller closes it. */
export const launchBrowser = async (): Promise<Browser> => {
  const { executable, env } = await installBrowser();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath: executable,
    args: FLAGS,
    env: { ...Object.fromEntries(inherited), ...env },
    timeout: 60_000,
  });
};
