import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { LaunchOptions } from '../browser/launch-browser.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { openPage } from '../browser/open-page.ts';
import { saveEvidence } from '../browser/save-evidence.ts';
import type { Stack } from '../stack/start-stack.ts';
import { startStack } from '../stack/start-stack.ts';
import type { PlayerPage } from './player-page.ts';
import { createPlayerPage } from './player-page.ts';

export interface GameOptions extends LaunchOptions {
  /** Settings of the server that differ from those of every journey. */
  readonly env?: Readonly<Record<string, string>>;
}

/** An installation and a browser that all tests of one file share. */
export interface Game {
  readonly stack: Stack;
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** Somebody at a screen of his own. */
  openPlayer(options?: BrowserContextOptions): Promise<PlayerPage>;
}

/**
 * Called at the top of a file of journeys: starts both before the first test and ends both after the last. A test that
 * fails leaves what its pages looked like.
 */
export const setUpGame = ({ env = {}, webGl = false }: GameOptions = {}): Game => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(env), launchBrowser({ webGl })]);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await saveEvidence(browser, task.name);
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.dispose();
  });

  return {
    get stack() {
      return stack;
    },
    openPage: (options) => openPage(browser, options),
    openPlayer: async (options) => createPlayerPage(await openPage(browser, options), stack.origin),
  };
};
