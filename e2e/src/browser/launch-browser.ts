import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { installBrowser } from './install-browser.ts';

export interface LaunchOptions {
  /**
   * WebGL 2 drawn by the processor. Without it (the default) the client falls back to its plate, and
   * the processor is left to the test: one frame of the scene can take seconds on a busy machine.
   */
  readonly webGl?: boolean;
}

/** For a container: no sandbox for root, and little shared memory. */
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];
const WEB_GL = [
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
const NO_WEB_GL = ['--disable-gpu', '--disable-3d-apis'];

/** Starts headless Chromium; the caller closes it. */
export const launchBrowser = async ({ webGl = false }: LaunchOptions = {}): Promise<Browser> => {
  const { executable, env } = await installBrowser();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath: executable,
    args: [...FLAGS, ...(webGl ? WEB_GL : NO_WEB_GL)],
    env: { ...Object.fromEntries(inherited), ...env },
    timeout: 60_000,
  });
};
