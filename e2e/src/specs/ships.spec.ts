import { grantCredits } from '@sw/test-kit';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';

const game = setUpGame();
let page: Page;
let player: PlayerPage;

beforeAll(async () => {
  player = await game.openPlayer();
  page = player.page;
});

const toYard = async () => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Cockpit' }).click();
  await page.waitForURL('**/game', { waitUntil: 'commit' });
  await page.getByRole('button', { name: /Undock/ }).waitFor();
  await page.keyboard.press('s');
  await page.getByRole('link', { name: /Shipyard/ }).click();
  await page.getByRole('heading', { name: 'Ships for sale' }).waitFor();
};

const buy = async (type: string, name: string) => {
  await page.getByRole('button', { name: `Buy ${type}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name of the ship' }).fill(name);
  await dialog.getByRole('button', { name: 'Buy', exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
};

/* One story in chapters. */
describe('a better ship', () => {
  it('is looked at before there are credits for it', async () => {
    await player.register('keel_layer');
    await player.completeWelcome('keel_layer', 'Plain Sailing');
    await player.waitForLive();
    await toYard();
    await player.waitForText(/20,000.*missing/);
  });

  it('is bought, boarded, and given in payment for one that is better still', async () => {
    await grantCredits(game.stack.databaseUrl(), 'keel_layer', 100_000);
    await page.reload();
    await player.waitForLive();
    await toYard();
    await buy('Scout Ship', 'Kestrel');
    await page
      .getByRole('row', { name: /Kestrel/ })
      .getByRole('button', { name: 'Board' })
      .click();
    await player.waitForText('You are aboard Kestrel.');

    await toYard();
    await page.getByRole('combobox', { name: 'Give in payment' }).selectOption({ index: 1 });
    await page.getByRole('cell', { name: '37,500' }).waitFor();
    await buy('Cargo Hauler', 'Great Ox');
    await page
      .getByRole('row', { name: /Great Ox/ })
      .getByText('You fly it')
      .waitFor();
    expect(await page.getByRole('row', { name: /Kestrel/ }).count()).toBe(0);
  });

  it('is refitted and flown', async () => {
    await page.getByRole('tab', { name: 'Upgrades' }).click();
    await page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Cargo hold' }) })
      .getByRole('button', { name: /Upgrade/ })
      .click();
    await player.waitForText('Cargo hold raised to level 1.');
    await player.waitForText(/\/110/);
    await player.command('undock');
    await page.getByText('Undocked').first().waitFor();
    await player.command('near unexplored');
    await player.waitForLine(/Course plotted/);
    await player.command('auto step');
    await player.waitForLine(/Moved to/);
  });
});
