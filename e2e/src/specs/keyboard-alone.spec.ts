import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasVisibleFocus, tabTo } from '../browser/keyboard.ts';
import type { Home } from '../pages/look-around.ts';
import { lookAround } from '../pages/look-around.ts';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';
import { TEST_PASSWORD } from '../players/sign-up.ts';

const game = setUpGame();
let home: Home;
let page: Page;
let player: PlayerPage;

beforeAll(async () => {
  home = await lookAround(game.stack.origin);
  player = await game.openPlayer();
  page = player.page;
});

const type = (text: string) => page.keyboard.type(text);
const press = (key: string) => page.keyboard.press(key);

const runCommand = async (line: string) => {
  await press(':');
  await type(line);
  await press('Enter');
  await press('Escape');
};

/* One story in chapters, and the mouse is never touched. */
describe('with the keyboard alone', () => {
  it('a newcomer registers', async () => {
    await page.goto(game.stack.origin);
    await tabTo(page, 'Play free');
    expect(await hasVisibleFocus(page)).toBe(true);
    await press('Enter');
    await page.getByRole('button', { name: 'Create account' }).waitFor();
    await tabTo(page, 'Name');
    await type('north_keel');
    await tabTo(page, 'Password');
    await type(TEST_PASSWORD);
    await tabTo(page, 'Create account');
    await press('Enter');
    await page.waitForURL('**/welcome', { waitUntil: 'commit' });
  });

  it('chooses the two names', async () => {
    await page.getByRole('textbox', { name: 'Your callsign' }).waitFor();
    await tabTo(page, 'Your callsign');
    await press('Control+a');
    await type('NorthKeel');
    await tabTo(page, "Your ship's name");
    await press('Control+a');
    await type('Plain Sailing');
    await press('Enter');
    await page.waitForURL('**/game', { waitUntil: 'commit' });
    await player.waitForLive();
  });

  it('undocks, flies by the number of the warp, and back by the number of the sector', async () => {
    await press('u');
    await player.waitForLine('Undocked.');
    await press(String(home.neighbour.position % 10));
    await player.waitForLine(`Moved to #${home.neighbour.number}`);
    await press('m');
    await type(String(home.sectorNumber));
    await press('Enter');
    await player.waitForLine(`Moved to #${home.sectorNumber}`);
    await press('Escape');
  });

  it('docks and trades', async () => {
    await press('p');
    await player.waitForLine(`Docked at ${home.stationName}`);
    await runCommand(`buy 4 ${home.sold}`);
    await player.waitForLine(/Bought 4/);
    await runCommand(`sell 1 ${home.sold}`);
    await player.waitForText(/Sold 1|does not buy|not trade/);
  });

  it('speaks, and finds its way around by chords', async () => {
    await runCommand('say Fair winds');
    for (const [key, path] of [
      ['y', '**/game/comms'],
      ['m', '**/game/map**'],
      ['l', '**/game/log'],
      ['k', '**/game/station/**'],
      ['c', '**/game'],
    ] as const) {
      await press('g');
      await press(key);
      await page.waitForURL(path, { waitUntil: 'commit' });
    }
  });

  it('is told the keys, and closes them again', async () => {
    await press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
  });
});
