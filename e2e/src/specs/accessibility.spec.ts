import { createApi, createSession } from '@sw/api-client';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findSeriousProblems } from '../browser/check-accessibility.ts';
import { setUpGame } from '../pages/set-up-game.ts';
import type { PlayerApi } from '../players/sign-up.ts';
import { TEST_PASSWORD } from '../players/sign-up.ts';

const THEMES = PLAYER_ENDPOINTS.getSettings.reply.shape.settings.shape.theme.options;
const PUBLIC_ROUTES = ['/', '/login', '/register', '/help', '/help/trading', '/help/all'];
const GAME_ROUTES = [
  '/game',
  '/game/map',
  '/game/map?mode=list',
  '/game/markets',
  '/game/ships',
  '/game/comms',
  '/game/log',
  '/game/settings',
  '/game/more',
  '/game/no-such-screen',
];

const game = setUpGame();
let page: Page;
let api: PlayerApi;
let stationId: string;

beforeAll(async () => {
  const player = await game.openPlayer();
  page = player.page;
  await player.register('polar_lantern');
  await player.completeWelcome('PolarLantern', 'Evening Tide');

  const baseUrl = `${game.stack.origin}/api/v1`;
  const session = createSession({ baseUrl, delivery: 'body' });
  api = createApi(PLAYER_ENDPOINTS, { baseUrl, session });
  const reply = await api.login({
    body: { login: 'polar_lantern', password: TEST_PASSWORD, delivery: 'body' },
  });
  if ('mfaToken' in reply) throw new Error('this player has no second factor');
  session.adopt(reply);
  stationId = (await api.getPlayerState()).location?.stationId ?? '';
});

/** Problems of a route, each line naming it. */
const problemsOf = async (on: Page, route: string): Promise<string[]> => {
  await on.goto(game.stack.origin + route);
  await on.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await on.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  return (await findSeriousProblems(on)).map((problem) => `${route}: ${problem}`);
};

const problemsOfAll = async (on: Page, routes: readonly string[]): Promise<string[]> => {
  const problems: string[] = [];
  for (const route of routes) problems.push(...(await problemsOf(on, route)));
  return problems;
};

describe.each(THEMES)('in the theme %s nothing serious is found', (theme) => {
  beforeAll(async () => {
    await api.patchSettings({ body: { theme } });
    // The game tells the browser which theme to begin with, public pages included.
    await page.goto(`${game.stack.origin}/game`);
    await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
  });

  it('on the public pages', async () => {
    expect(await problemsOfAll(page, PUBLIC_ROUTES)).toEqual([]);
  });

  it('on the screens of the game', async () => {
    expect(await problemsOfAll(page, [...GAME_ROUTES, `/game/station/${stationId}`])).toEqual([]);
  });
});

describe('nothing serious is found', () => {
  it('on the welcome form', async () => {
    const newcomer = await game.openPlayer();
    await newcomer.register('dusk_tiller');
    expect(await problemsOf(newcomer.page, '/welcome')).toEqual([]);
    await newcomer.page.context().close();
  });

  it('in flight, with the keys shown', async () => {
    const undock = await api.undock({ params: { id: stationId } });
    expect(undock.rev).toBeGreaterThan(0);
    expect(await problemsOf(page, '/game')).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await findSeriousProblems(page)).toEqual([]);
  });
});
