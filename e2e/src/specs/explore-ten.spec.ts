import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Grip } from '../browser/grip.ts';
import { keys, mouse, thumb } from '../browser/grip.ts';
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

const button = ({ page }: PlayerPage, name: string | RegExp) => page.getByRole('button', { name }).first();

/** In the list, not on the ring, where a touch only chooses. */
const warpTo = ({ page }: PlayerPage, number: number) =>
  page
    .getByRole('region', { name: 'Warps', exact: true })
    .or(page.getByRole('tabpanel'))
    .getByRole('button', { name: new RegExp(`#${number}\\b`) })
    .first();

/** The keys a pilot knows by heart; whoever has no keyboard presses what he sees. */
interface Hands {
  undock(): Promise<void>;
  scan(): Promise<void>;
  flyTo(number: number): Promise<void>;
  openMap(): Promise<void>;
}

const byTouch =
  ({ press }: Grip, openMap: (player: PlayerPage) => Promise<void>) =>
  (player: PlayerPage): Hands => ({
    undock: () => press(button(player, /^(U )?Undock$/)),
    scan: () => press(button(player, /^(S )?Scan/)),
    flyTo: (number) => press(warpTo(player, number)),
    openMap: () => openMap(player),
  });

const byKeys = (player: PlayerPage): Hands => {
  const pressAll = async (...names: readonly string[]) => {
    for (const name of names) await player.page.keyboard.press(name);
  };
  return {
    undock: () => pressAll('u'),
    scan: () => pressAll('s'),
    flyTo: async (number) => {
      const key = await warpTo(player, number).getAttribute('aria-keyshortcuts');
      await (key === null ? pressAll('m', ...String(number), 'Enter', 'Escape') : pressAll(key));
    },
    openMap: () => pressAll('g', 'm'),
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
  ['with the mouse', 'far_mouse', mouse, byTouch(mouse, ({ open }) => open('Map')), {}],
  ['under the thumb of a phone', 'far_thumb', thumb, byTouch(thumb, ({ tapTab }) => tapTab('Map')), PHONE],
  ['with the keyboard alone', 'far_keys', keys, byKeys, {}],
] as const)('%s', (_name, username, grip, handsOf, options) => {
  it('ten sectors are explored, looked around from, and known to chart and dossier', async () => {
    const pilot = await signUpPlayer(game.stack.origin, username);
    const player = await comeAboard(pilot, options);
    const hands = handsOf(player);
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
    await grip.press(player.page.getByRole('link', { name: 'Dossier' }));
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
