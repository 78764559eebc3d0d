import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE } from '../browser/phone.ts';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';
import type { TestPlayer } from '../players/sign-up.ts';
import { signUpPlayer } from '../players/sign-up.ts';
import { beginTrail } from '../players/trail.ts';

const GOAL = 10;
/** Dead ends cost a way back each. */
const MOST_MOVES = 40;
/** Level of what somebody knows of a sector he has been in. */
const VISITED = 3;

const game = setUpGame();

/** How somebody leaves the dock, looks around, flies to a neighbour, and asks what is known. */
interface Hands {
  undock(): Promise<void>;
  scan(): Promise<void>;
  flyTo(number: number): Promise<void>;
  openMap(): Promise<void>;
  openDossier(): Promise<void>;
}

type Grip = (player: PlayerPage) => Hands;

const button = ({ page }: PlayerPage, name: string | RegExp) => page.getByRole('button', { name }).first();
/** In the list, not on the ring, where a touch only chooses. */
const warpTo = ({ page }: PlayerPage, number: number) =>
  page
    .getByRole('region', { name: 'Warps', exact: true })
    .or(page.getByRole('tabpanel'))
    .getByRole('button', { name: new RegExp(`#${number}\\b`) })
    .first();
const dossier = ({ page }: PlayerPage) => page.getByRole('link', { name: 'Dossier' });

const mouse: Grip = (player) => ({
  undock: () => button(player, /^(U )?Undock$/).click(),
  scan: () => button(player, /^(S )?Scan/).click(),
  flyTo: (number) => warpTo(player, number).click(),
  openMap: () => player.open('Map'),
  openDossier: () => dossier(player).click(),
});

const thumb: Grip = (player) => ({
  undock: () => button(player, /^Undock$/).tap(),
  scan: () => button(player, /^(S )?Scan/).tap(),
  flyTo: (number) => warpTo(player, number).tap(),
  openMap: () => player.tapTab('Map'),
  openDossier: () => dossier(player).tap(),
});

const keys: Grip = (player) => {
  const { keyboard } = player.page;
  const pressAll = async (...names: readonly string[]) => {
    for (const name of names) await keyboard.press(name);
  };
  return {
    undock: () => keyboard.press('u'),
    scan: () => keyboard.press('s'),
    flyTo: async (number) => {
      const key = await warpTo(player, number).getAttribute('aria-keyshortcuts');
      await (key === null ? pressAll('m', ...String(number), 'Enter', 'Escape') : keyboard.press(key));
    },
    openMap: () => pressAll('g', 'm'),
    openDossier: async () => {
      await dossier(player).focus();
      await keyboard.press('Enter');
    },
  };
};

const comeAboard = async ({ username }: TestPlayer, options: BrowserContextOptions): Promise<PlayerPage> => {
  const player = await game.openPlayer(options);
  await player.logIn(username);
  await player.waitForLive();
  return player;
};

const byNumber = (a: number, b: number) => a - b;

/** Numbers of the sectors the chart of the region knows from a visit. */
const visitedOnChart = async ({ api }: TestPlayer): Promise<number[]> => {
  const { location } = await api.getPlayerState();
  const { n, level } = await api.getRegionChart({ params: { regionName: location?.regionName ?? '' } });
  return n.filter((_, row) => level[row] === VISITED).toSorted(byNumber);
};

describe.each([
  ['with the mouse', 'far_mouse', mouse, {}],
  ['under the thumb of a phone', 'far_thumb', thumb, PHONE],
  ['with the keyboard alone', 'far_keys', keys, {}],
] as const)('%s', (_name, username, grip, options) => {
  it('ten sectors are explored, looked around from, and known to chart and dossier', async () => {
    const pilot = await signUpPlayer(game.stack.origin, username);
    const player = await comeAboard(pilot, options);
    const hands = grip(player);
    await button(player, /^(U )?Undock$/).waitFor();
    await hands.undock();
    await player.waitForText('Undocked.');
    const trail = await beginTrail(pilot.api);
    let last = 0;
    for (let moves = 0; moves < MOST_MOVES && trail.visited.length <= GOAL; moves += 1) {
      const next = await trail.next();
      if (next === null) throw new Error('There is no way on');
      await hands.flyTo(next.number);
      await player.page.locator('#sector-name', { hasText: new RegExp(`#${next.number}\\b`) }).waitFor();
      await player.waitForText(`Moved to #${next.number}`);
      trail.arriveIn(next);
      last = next.number;
    }
    expect(trail.visited.length).toBeGreaterThan(GOAL);
    await hands.scan();
    await player.waitForText(/^Scanned|neighbours/);
    await hands.openDossier();
    await player.page.getByRole('heading', { level: 1, name: new RegExp(`#${last}\\b`) }).waitFor();
    await player.waitForText(/Flew in|first ever/);
    await hands.openMap();
    await player.page
      .locator('#map-selected', { hasText: new RegExp(`#${last}\\b`) })
      .waitFor({ state: 'attached' });
    expect(await visitedOnChart(pilot)).toEqual(trail.visited.map(({ number }) => number).toSorted(byNumber));
    await player.page.context().close();
  });
});
