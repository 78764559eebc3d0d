import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setUpGame } from '../pages/set-up-game.ts';

const game = setUpGame();

const field = (page: Page, form: string, name: string) =>
  page.getByRole('region', { name: form, exact: true }).getByRole('spinbutton', { name });

const SCREENS = [
  ['a desk', 1440, 900, 'deskkeeper'],
  ['a phone', 390, 844, 'palmkeeper'],
] as const;

/* Keys only: fields take numbers, Enter does what the form says. */
describe.each(SCREENS)('at the counters of a station, on %s', (_screen, width, height, name) => {
  it('credits go to the bank and back, and blocks of the warehouse are rented', async () => {
    const player = await game.openPlayer({ viewport: { width, height } });
    const { page } = player;
    await player.register(name);
    await player.completeWelcome(name, 'Strongbox');
    await page.getByRole('button', { name: 'Undock' }).first().waitFor();
    await page.keyboard.press('s');
    await page.getByRole('link', { name: /Bank/ }).waitFor();
    await page.getByRole('link', { name: /Bank/ }).focus();
    await page.keyboard.press('Enter');

    await field(page, 'Deposit', 'Credits').focus();
    await page.keyboard.type('1001');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Deposit.*995/ }).waitFor();
    await field(page, 'Withdraw', 'Credits').focus();
    await page.keyboard.type('995');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Withdrawal.*995/ }).waitFor();

    await page.keyboard.press('Tab');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /Warehouse/ }).focus();
    await page.keyboard.press('Enter');
    await field(page, 'Rent blocks', 'Blocks').focus();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.getByText('0 of 30 units').first().waitFor();
    expect(await player.contentWidth()).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});
