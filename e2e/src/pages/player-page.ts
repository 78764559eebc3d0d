import type { Page } from 'playwright-core';
import { TEST_PASSWORD } from '../players/sign-up.ts';

const SOON_MS = 20_000;

/** A person at a screen: acts by roles and labels, and believes what the screen says. */
export interface PlayerPage {
  readonly page: Page;
  /** From the landing page to the welcome form. */
  register(username: string): Promise<void>;
  /** Fills in the welcome form and waits for the cockpit. */
  completeWelcome(callsign: string, shipName: string): Promise<void>;
  /** Types a command and sends it. */
  command(line: string): Promise<void>;
  /** Waits until a line of the event log says this. */
  waitForLine(text: string | RegExp): Promise<void>;
  /** Waits until this stands anywhere on the screen. */
  waitForText(text: string | RegExp): Promise<void>;
  /** Waits until the link chip says that the server is heard. */
  waitForLive(): Promise<void>;
}

/** Drives a page of the player client. */
export const createPlayerPage = (page: Page, origin: string): PlayerPage => {
  page.setDefaultTimeout(SOON_MS);
  const strip = page.getByRole('contentinfo', { name: 'Command line and event log' });
  const waitForText = (text: string | RegExp) => page.getByText(text).first().waitFor();
  return {
    page,
    async register(username) {
      await page.goto(origin);
      await page.getByRole('link', { name: 'Play free' }).first().click();
      await page.getByLabel('Name', { exact: true }).fill(username);
      await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.waitForURL('**/welcome');
    },
    async completeWelcome(callsign, shipName) {
      await page.getByLabel('Callsign').fill(callsign);
      await page.getByLabel('Ship', { exact: false }).fill(shipName);
      await page.getByRole('button', { name: /board|begin|start|take/i }).click();
      await page.waitForURL('**/game');
    },
    async command(line) {
      await page.getByRole('textbox', { name: 'Command' }).fill(line);
      await page.keyboard.press('Enter');
    },
    waitForLine: (text) => strip.getByText(text).first().waitFor(),
    waitForText,
    waitForLive: () => page.getByText('live', { exact: true }).waitFor(),
  };
};
