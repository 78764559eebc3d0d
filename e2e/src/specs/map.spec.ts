import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from '../browser/phone.ts';
import { createTouch } from '../browser/touch.ts';
import type { ChartPage, Spot } from '../pages/chart-page.ts';
import { createChartPage } from '../pages/chart-page.ts';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';
import type { Expedition } from '../players/explore.ts';
import { explore } from '../players/explore.ts';
import type { TestPlayer } from '../players/sign-up.ts';
import { signUpPlayer } from '../players/sign-up.ts';

/** More than the autopilot flies with one request, so that there is something to stop. */
const FAR_HOPS = 6;
const SLOW_MS = 800;
/** What the drawn-in sheet covers of the chart of a phone. */
const SHEET_PX = 134;

const game = setUpGame({ env: { NEXUS_ENABLED: 'true' } });
let pilot: TestPlayer;
let way: Expedition;
let page: Page;
let player: PlayerPage;
let chart: ChartPage;

beforeAll(async () => {
  pilot = await signUpPlayer(game.stack.origin, 'chart_hand');
  way = await explore(pilot, FAR_HOPS);
  player = await game.openPlayer();
  page = player.page;
  chart = createChartPage(page, 0);
});

/** A visited sector one hop away and where it lies from the ship. */
const visitedNeighbour = async (): Promise<{ readonly number: number; readonly direction: Spot }> => {
  const { location } = await pilot.api.getPlayerState();
  const { n, x, y, region } = await pilot.api.getRegionChart({
    params: { regionName: location?.regionName ?? '' },
  });
  const { moves } = await pilot.api.listMoves();
  const placeOf = (number: number): Spot => ({ x: x[n.indexOf(number)] ?? 0, y: y[n.indexOf(number)] ?? 0 });
  const here = placeOf(location?.sectorNumber ?? 0);
  const near = moves.find(({ to }) => way.visited.some(({ id }) => id === to));
  if (near === undefined) throw new Error(`Nothing known lies next to the ship in ${region.title}`);
  const there = placeOf(near.number);
  return { number: near.number, direction: { x: there.x - here.x, y: there.y - here.y } };
};

const waitForShipIn = (number: number): Promise<void> =>
  expect
    .poll(async () => (await pilot.api.getPlayerState()).location?.sectorNumber, { timeout: 20_000 })
    .toBe(number);

const hops = () => page.getByRole('list', { name: 'Hops of the route' });
const press = (key: string) => page.keyboard.press(key);
const address = () => new URL(page.url()).searchParams;

/* One story in chapters. */
describe('with the chart of known space', () => {
  it('a pilot comes back far from home and opens the map', async () => {
    await player.logIn(pilot.username);
    await player.waitForLive();
    await player.open('Map');
    await chart.waitForSelected(way.visited.at(-1)?.number ?? 0);
    await player.waitForText(/\d+ of [\d,]+ sectors known/);
  });

  it('selects, plots and flies with the mouse', async () => {
    const { number, direction } = await visitedNeighbour();
    await page.getByRole('button', { name: 'Centre on your ship' }).click();
    const spot = await chart.findAlong(number, direction, ({ x, y }) => page.mouse.click(x, y));
    expect(address().get('sel')).toBe(String(number));
    await page.mouse.click(spot.x + 200, spot.y + 200);
    await page.mouse.dblclick(spot.x, spot.y);
    await hops().waitFor();
    expect(address().get('route')).toBe(String(number));
    await page.getByRole('button', { name: /^Autopilot/ }).click();
    await waitForShipIn(number);
    await hops().waitFor({ state: 'detached' });
  });

  it('searches, plots and flies with the keyboard, and stops on the way', async () => {
    await press('/');
    await page.getByRole('dialog', { name: 'Find on the chart' }).waitFor();
    await page.keyboard.type(String(way.homeNumber));
    await page.getByRole('option', { name: new RegExp(`^#${way.homeNumber}\\b`) }).waitFor();
    await press('Enter');
    await chart.waitForSelected(way.homeNumber);
    await press('Enter');
    await hops().waitFor();
    await page.route('**/nav/autopilot', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      await route.continue();
    });
    await press('x');
    await page.getByRole('button', { name: /^(X )?Stop/ }).click();
    await page.getByRole('button', { name: /^(X )?Autopilot/ }).waitFor();
    await page.unroute('**/nav/autopilot');
    const { location } = await pilot.api.getPlayerState();
    expect(location?.sectorNumber).not.toBe(way.homeNumber);
    await press('x');
    await waitForShipIn(way.homeNumber);
  });

  it('walks along the warps with the arrows and looks around with the brackets', async () => {
    const here = way.homeNumber;
    await chart.waitForSelected(here);
    await press(']');
    await expect.poll(() => chart.selected()).not.toBe(here);
    const first = await chart.selected();
    await press('[');
    await press(']');
    await expect.poll(() => chart.selected()).toBe(first);
    for (const key of ['+', '-', 'Shift+ArrowLeft', 'Home']) await press(key);
    await expect.poll(() => chart.selected()).toBe(first);
  });

  it('keeps a bookmark and a note, and finds the sector by either', async () => {
    const number = await chart.selected();
    await press('k');
    await page.getByRole('textbox', { name: 'Label' }).fill('Lee shore');
    await press('Enter');
    await page.getByRole('button', { name: /Lee shore$/ }).waitFor();
    await page.getByRole('textbox', { name: 'Note' }).fill('No water here');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByRole('button', { name: 'Save note' }).waitFor({ state: 'detached' });
    for (const words of ['lee sh', 'no water']) {
      await page.getByRole('button', { name: /sector, station/ }).click();
      await page.keyboard.type(words);
      await page.getByRole('option', { name: new RegExp(`^#${number}\\b`) }).waitFor();
      await press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('switches what is marked, and is told what the signs mean', async () => {
    const legend = page.getByRole('list', { name: 'Signs of the chart' });
    for (const [overlay, label, sign] of [
      ['danger', 'Danger', 'lawless zone'],
      ['visited', 'Own traffic', 'seen within 6 h'],
      ['bookmarks', 'Bookmarks', 'bookmark'],
      ['security', 'Zones and protection', 'protected by law'],
    ] as const) {
      await press('o');
      await page.getByRole('combobox', { name: 'Overlay' }).selectOption({ label });
      await legend.getByText(sign).first().waitFor();
      await expect.poll(() => address().get('overlay')).toBe(overlay);
    }
  });

  it('sees the same again at the same address', async () => {
    const [before, number] = [page.url(), await chart.selected()];
    await page.reload();
    await chart.waitForSelected(number);
    await page.getByRole('list', { name: 'Signs of the chart' }).getByText('protected by law').waitFor();
    expect(page.url()).toBe(before);
  });

  it('reads the list, and plots from it', async () => {
    const near = way.visited[1]?.number ?? 0;
    await press('3');
    await page.getByRole('table', { name: /^Known sectors of/ }).waitFor();
    await page.getByRole('button', { name: `Plot to #${near}`, exact: true }).click();
    await hops().waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await hops().waitFor({ state: 'detached' });
    await press('2');
    await page.getByRole('table').waitFor({ state: 'detached' });
  });

  it('opens the chart of the Nexus and comes back', async () => {
    const regions = page.getByRole('combobox', { name: 'Region' });
    const home = await regions.inputValue();
    await regions.selectOption('central-nexus');
    await player.waitForText(/\d+ of 5,000 sectors known/);
    expect(address().get('region')).toBe('central-nexus');
    await page.getByRole('button', { name: 'Centre on your ship' }).click();
    await expect.poll(() => regions.inputValue()).toBe(home);
  });
});

describe('on a phone', () => {
  it('two fingers bring the chart nearer, a long press plots, and a tap flies', async () => {
    player = await game.openPlayer(PHONE);
    page = player.page;
    chart = createChartPage(page, SHEET_PX);
    const touch = await createTouch(page);
    await player.logIn(pilot.username);
    await player.waitForLive();
    await player.open('Map');
    await chart.waitForSelected(way.homeNumber);
    const { number, direction } = await visitedNeighbour();
    const find = () => chart.findAlong(number, direction, touch.tap);
    const distance = async () => {
      await page.getByRole('button', { name: 'Centre on your ship' }).tap();
      const [from, to] = [await chart.middle(), await find()];
      return Math.hypot(to.x - from.x, to.y - from.y);
    };
    const before = await distance();
    await touch.pinch(await chart.middle(), 60, 90);
    expect(await distance()).toBeGreaterThan(before * 1.2);
    await touch.longPress(await find());
    await page.getByRole('button', { name: /Autopilot|Undock and fly/ }).waitFor();
    expect(address().get('route')).toBe(String(number));
    await page.getByRole('button', { name: /Autopilot|Undock and fly/ }).tap();
    await waitForShipIn(number);
  });
});
