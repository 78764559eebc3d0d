import { grantCredits } from '@sw/test-kit';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grip } from '../browser/grip.ts';
import { keys, mouse, thumb } from '../browser/grip.ts';
import { PHONE } from '../browser/phone.ts';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';
import { signUpPlayer } from '../players/sign-up.ts';

const game = setUpGame();

const toYard = async ({ page }: PlayerPage, { press }: Grip) => {
  await press(
    page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: /^(Cockpit|Fly)$/ }),
  );
  await page.waitForURL('**/game', { waitUntil: 'commit' });
  await press(page.getByRole('link', { name: /Open market/ }).first());
  await press(page.getByRole('link', { name: 'Services' }).first());
  await press(page.getByRole('link', { name: /Shipyard/ }));
  await page.getByRole('heading', { name: 'Ships for sale' }).waitFor();
};

/** A phone compares with one type at a time, a desk with three. */
const show = async ({ page }: PlayerPage, { press }: Grip, type: string) => {
  await page.getByRole('button', { name: /^Buy / }).first().waitFor();
  if ((await page.getByRole('button', { name: `Buy ${type}` }).count()) > 0) return;
  await press(page.getByRole('button', { name: type, exact: true }));
};

const buy = async (player: PlayerPage, grip: Grip, type: string, name: string) => {
  const { page } = player;
  await show(player, grip, type);
  await grip.press(page.getByRole('button', { name: `Buy ${type}` }));
  const dialog = page.getByRole('dialog');
  await grip.write(dialog.getByRole('textbox', { name: 'Name of the ship' }), name);
  await grip.press(dialog.getByRole('button', { name: 'Buy', exact: true }));
  await page.getByRole('heading', { name, exact: true }).waitFor();
};

/* One story in chapters, in each form. */
describe.each([
  ['with the mouse', 'keel_layer', mouse, {}],
  ['under the thumb of a phone', 'keel_thumb', thumb, PHONE],
  ['with the keyboard alone', 'keel_keys', keys, {}],
] as const)('a better ship, %s', (_name, username, grip, options) => {
  let page: Page;
  let player: PlayerPage;

  beforeAll(async () => {
    await signUpPlayer(game.stack.origin, username);
    player = await game.openPlayer(options);
    page = player.page;
    await player.logIn(username);
    await player.waitForLive();
  });

  it('is looked at before there are credits for it', async () => {
    await toYard(player, grip);
    await player.waitForText(/20,000.*missing/);
  });

  it('is bought, boarded, and given in payment for one that is better still', async () => {
    await grantCredits(game.stack.databaseUrl(), username, 100_000);
    await page.reload();
    await page.getByRole('heading', { name: 'Ships for sale' }).waitFor();
    await buy(player, grip, 'Scout Ship', 'Kestrel');
    await grip.press(page.getByRole('button', { name: 'Board' }).first());
    await player.waitForText('You are aboard Kestrel.');

    await toYard(player, grip);
    await show(player, grip, 'Cargo Hauler');
    await grip.choose(page.getByRole('combobox', { name: 'Give in payment' }), 1);
    await page.getByRole('cell', { name: '37,500' }).waitFor();
    await buy(player, grip, 'Cargo Hauler', 'Great Ox');
    await player.waitForText('You fly it');
    expect(await page.getByText('Kestrel', { exact: true }).count()).toBe(0);
  });
});

describe('the new ship', () => {
  it('is refitted and flown', async () => {
    const player = await game.openPlayer();
    const { page } = player;
    await player.logIn('keel_layer');
    await player.waitForLive();
    await player.open('Ships');
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
