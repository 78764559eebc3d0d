import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { mouse, thumb } from '../browser/grip.ts';
import { tabTo } from '../browser/keyboard.ts';
import { PHONE } from '../browser/phone.ts';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';

const game = setUpGame();
let page: Page;
let player: PlayerPage;

const newcomer = async (username: string, callsign: string, options?: BrowserContextOptions) => {
  player = await game.openPlayer(options);
  page = player.page;
  await player.register(username);
  await player.completeWelcome(callsign, 'Round Tripper');
  await page.getByRole('button', { name: 'Undock' }).first().waitFor();
};

const atStop = (stop: number) =>
  page.getByRole('region', { name: 'Trade route' }).getByText(`Stop ${stop} of`).waitFor();
const route = () => page.getByRole('listitem', { name: /^Route 1:/ });

/** Puts what the route plans for this stop into the basket and commits it, without a mouse. */
const tradeByKeys = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Put into the basket' }).waitFor();
  await page.keyboard.press('Space');
  await page
    .getByRole('button', { name: /^(Enter )?Commit/ })
    .and(page.locator(':not([aria-disabled="true"])'))
    .waitFor();
  await page.keyboard.press('Enter');
};

/** What the strip or the log says a sale gained. */
const gained = async (): Promise<number> => {
  const line = page.getByText(/profit \+[\d,]+/).first();
  await line.waitFor();
  const text = (await line.textContent()) ?? '';
  return Number(/profit \+([\d,]+)/.exec(text)?.[1]?.replaceAll(',', ''));
};

describe('a route found in the computer', () => {
  it('is flown with the keyboard alone, and gains', async () => {
    await newcomer('long_haul', 'LongHaul');
    await page.keyboard.press('c');
    await page.getByRole('tab', { name: 'Prices' }).waitFor();
    await tabTo(page, 'Prices');
    await page.keyboard.press('ArrowRight');
    await route().waitFor();
    await tabTo(page, 'Fly it');
    await page.keyboard.press('Enter');
    await atStop(1);
    await tradeByKeys();
    await page
      .getByRole('button', { name: /^Fly to #/ })
      .and(page.locator(':not([aria-busy="true"])'))
      .waitFor();
    await page.keyboard.press('Space');
    await atStop(2);
    await tradeByKeys();
    await page.getByRole('region', { name: 'Trade route' }).waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    expect(await gained()).toBeGreaterThan(0);
  });

  it.each([
    ['with the mouse', 'mid_haul', 'MidHaul', mouse, {}],
    ['under the thumb of a phone', 'short_haul', 'ShortHaul', thumb, PHONE],
  ] as const)('is flown %s, and gains', async (_name, username, callsign, { press }, options) => {
    await newcomer(username, callsign, options);
    const isPhone = options === PHONE;
    await (isPhone ? player.tapTab('Trade') : player.open('Markets'));
    await press(
      isPhone
        ? page.getByRole('link', { name: 'Prices and routes' })
        : page.getByRole('button', { name: /prices and routes$/ }),
    );
    await press(page.getByRole('tab', { name: 'Routes' }));
    await press(route().getByRole('button', { name: 'Fly it' }));
    await atStop(1);
    await press(page.getByRole('button', { name: 'Put into the basket' }));
    await player.commitBasket();
    await press(page.getByRole('button', { name: /Fly to #/ }));
    await atStop(2);
    await press(page.getByRole('button', { name: 'Put into the basket' }));
    await player.commitBasket();
    await page.getByRole('region', { name: 'Trade route' }).waitFor({ state: 'detached' });
    if (isPhone) {
      await player.tapTab('More');
      await press(page.getByRole('link', { name: /Log/ }));
    } else await player.open('Log');
    expect(await gained()).toBeGreaterThan(0);
    expect(await player.contentWidth()).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  });
});
