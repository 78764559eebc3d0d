import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from '../browser/phone.ts';
import type { Home } from '../pages/look-around.ts';
import { lookAround } from '../pages/look-around.ts';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';

const WIDTH = PHONE.viewport.width;

const game = setUpGame();
let home: Home;
let page: Page;
let player: PlayerPage;

beforeAll(async () => {
  home = await lookAround(game.stack.origin);
  player = await game.openPlayer(PHONE);
  page = player.page;
});

/* One story in chapters, under the thumb. */
describe('on a phone', () => {
  it('a newcomer registers and takes the ship', async () => {
    await player.register('tidal_wake');
    expect(await player.contentWidth()).toBeLessThanOrEqual(WIDTH);
    await player.completeWelcome('TidalWake', 'Open Sky');
    await page.getByRole('button', { name: 'Undock', exact: true }).waitFor();
    expect(await player.contentWidth()).toBeLessThanOrEqual(WIDTH);
  });

  it('undocks, flies there and back, and docks', async () => {
    await page.getByRole('button', { name: 'Undock', exact: true }).tap();
    await player.waitForText('Undocked.');
    await page
      .getByRole('button', { name: `#${home.neighbour.number} ` })
      .first()
      .tap();
    await player.waitForText(`Moved to #${home.neighbour.number}`);
    await page
      .getByRole('button', { name: `#${home.sectorNumber} ` })
      .first()
      .tap();
    await player.waitForText(`Moved to #${home.sectorNumber}`);
    await page.getByRole('tab', { name: /Here/ }).tap();
    await page
      .getByRole('button', { name: new RegExp(home.stationName) })
      .first()
      .tap();
    await page.getByRole('button', { name: /^Dock/ }).tap();
    await player.waitForText(`Docked at ${home.stationName}`);
  });

  it('buys a whole hold with two taps', async () => {
    await player.tapTab('Trade');
    const offer = page.getByRole('region', { name: new RegExp(`^${home.soldName}`) });
    await offer.getByRole('button', { name: /^Buy/ }).tap();
    await player.commitBasket();
    await page
      .getByRole('img', { name: `50 ${home.sold}` })
      .first()
      .waitFor();
    await player.tapTab('Fly');
  });

  it('reaches every place from the bottom tabs, and none is wider than the phone', async () => {
    for (const [tab, path] of [
      ['Trade', '**/game/station/**'],
      ['Map', '**/game/map**'],
      ['Comms', '**/game/comms'],
      ['More', '**/game/more'],
      ['Fly', '**/game'],
    ] as const) {
      await player.tapTab(tab);
      await page.waitForURL(path, { waitUntil: 'commit' });
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      expect(await player.contentWidth(), tab).toBeLessThanOrEqual(WIDTH);
    }
  });

  it('offers nothing smaller than a finger needs', async () => {
    const small = await page.locator('main button:visible, nav a:visible').evaluateAll((elements) =>
      elements
        .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    expect(small).toEqual([]);
  });
});
