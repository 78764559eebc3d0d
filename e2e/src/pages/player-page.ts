import type { Page } from 'playwright-core';
import { TEST_PASSWORD } from '../players/sign-up.ts';

const SOON_MS = 30_000;
/** The longest pause between two attempts to reconnect, and some time for the attempt. */
const RECONNECT_MS = 60_000;

/** A person at a screen: acts by roles and labels, and believes what the screen says. */
export interface PlayerPage {
  readonly page: Page;
  /** From the landing page to the welcome form. */
  register(username: string): Promise<void>;
  /** Signs in somebody who has played before and waits for the game. */
  logIn(username: string): Promise<void>;
  /** Fills in the welcome form and waits for the cockpit. */
  completeWelcome(callsign: string, shipName: string): Promise<void>;
  /** Types a command and sends it. */
  command(line: string): Promise<void>;
  /** Goes to a screen by the rail. */
  open(screen: string): Promise<void>;
  /** The same by the tabs of a phone. */
  tapTab(screen: string): Promise<void>;
  /** How wide the page is: wider than the screen means that something hangs over its edge. */
  contentWidth(): Promise<number>;
  /** Presses the button of the basket as soon as the price of exactly these lines is known. */
  commitBasket(): Promise<void>;
  /** Waits until the bottom strip shows a line that says this. */
  waitForLine(text: string | RegExp): Promise<void>;
  /** Waits until this stands anywhere on the screen. */
  waitForText(text: string | RegExp): Promise<void>;
  /** Waits until the link chip says that the server is heard. */
  waitForLive(): Promise<void>;
}

/** Drives a page of the player client. */
export const createPlayerPage = (page: Page, origin: string): PlayerPage => {
  page.setDefaultTimeout(SOON_MS);
  const strip = page.getByRole('region', { name: 'Command line and event log' });
  const screens = page.getByRole('navigation', { name: 'Screens' });
  return {
    page,
    async register(username) {
      await page.goto(origin);
      await page.getByRole('link', { name: 'Play free' }).first().click();
      await page.getByRole('textbox', { name: 'Name' }).fill(username);
      await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.waitForURL('**/welcome', { waitUntil: 'commit' });
    },
    async logIn(username) {
      await page.goto(`${origin}/login`);
      await page.getByRole('textbox', { name: 'Name or e-mail' }).fill(username);
      await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.waitForURL('**/game', { waitUntil: 'commit' });
    },
    async completeWelcome(callsign, shipName) {
      await page.getByRole('textbox', { name: 'Your callsign' }).fill(callsign);
      await page.getByRole('textbox', { name: "Your ship's name" }).fill(shipName);
      await page.getByRole('button', { name: 'Sign and take her out' }).click();
      await page.waitForURL('**/game', { waitUntil: 'commit' });
    },
    async command(line) {
      await page.getByRole('textbox', { name: 'Command' }).fill(line);
      await page.keyboard.press('Enter');
    },
    open: (screen) => screens.getByRole('link', { name: screen }).click(),
    tapTab: (screen) => screens.getByRole('link', { name: screen }).tap(),
    contentWidth: () => page.evaluate(() => document.documentElement.scrollWidth),
    commitBasket: () =>
      page
        .getByRole('button', { name: /^(Enter )?Commit/ })
        .and(page.locator(':not([aria-busy="true"])'))
        .click(),
    waitForLine: (text) => strip.getByText(text).first().waitFor(),
    waitForText: (text) => page.getByText(text).first().waitFor(),
    waitForLive: () => page.getByText('live', { exact: true }).first().waitFor({ timeout: RECONNECT_MS }),
  };
};
