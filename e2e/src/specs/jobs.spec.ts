import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from '../browser/phone.ts';
import type { PlayerPage } from '../pages/player-page.ts';
import { setUpGame } from '../pages/set-up-game.ts';

const WIDTH = PHONE.viewport.width;

const game = setUpGame();

/** Takes the nearest job of the kind that travels under seal; the number of the sector it goes to. */
const takeFreight = async (page: Page): Promise<number> => {
  await page.getByLabel('Kind').selectOption('freight');
  await page.getByLabel('Sort by').selectOption('near');
  await page
    .getByText(/units under seal/)
    .first()
    .waitFor({ timeout: 60_000 });
  const job = page.getByRole('listitem').filter({ hasText: 'units under seal' }).first();
  const [, number] = /#(\d+)/.exec((await job.textContent()) ?? '') ?? [];
  await job.getByRole('button', { name: /Accept and load/ }).click();
  await page
    .getByText(/Bring it to/)
    .first()
    .waitFor();
  return Number(number);
};

const creditsOf = async (page: Page): Promise<number> => {
  const status = await page
    .getByText(/^[\d,.]+[kM]?$/)
    .filter({ hasText: /\d,\d{3}/ })
    .first()
    .textContent();
  return Number((status ?? '').replaceAll(',', ''));
};

/* One job from the board to the pay, by keys and words. */
describe('a freight job at a desk', () => {
  let page: Page;
  let player: PlayerPage;
  let target = 0;

  beforeAll(async () => {
    player = await game.openPlayer();
    page = player.page;
    await player.register('long_haul');
    await player.completeWelcome('LongHaul', 'Second Wind');
    await page.getByRole('button', { name: /Undock/ }).waitFor();
  });

  it('is read with Q where the ship is docked, accepted and loaded', async () => {
    await page.keyboard.press('q');
    await page.waitForURL('**/game/station/*/jobs', { waitUntil: 'commit' });
    target = await takeFreight(page);
    expect(target).toBeGreaterThan(1);
    await player.waitForLine(/Loaded/);
  });

  it('is flown by a plotted course', async () => {
    await player.command('undock');
    await player.waitForLine('Undocked.');
    await player.command(`plot ${target}`);
    await player.waitForLine(/Course to/);
    await player.command('auto on');
    await page
      .getByRole('region', { name: 'Ship status' })
      .getByText(`#${target}`, { exact: true })
      .waitFor({ timeout: 60_000 });
    await player.command('dock');
    await player.waitForLine(/Docked at/);
  });

  it('is delivered and paid', async () => {
    const before = await creditsOf(page);
    await player.open('Jobs');
    await page.getByRole('button', { name: 'Deliver' }).click();
    await player.waitForLine(/Delivered/);
    await player.waitForText('You have no open job');
    await page.getByText(/^paid [\d,]+ cr$/).waitFor();
    expect(await creditsOf(page)).toBeGreaterThan(before);
  });
});

/* The same under the thumb. */
describe('a freight job on a phone', () => {
  let page: Page;
  let player: PlayerPage;

  const openJobs = async () => {
    await player.tapTab('More');
    await page.getByRole('link', { name: 'Jobs' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Your jobs' }).waitFor();
  };

  beforeAll(async () => {
    player = await game.openPlayer(PHONE);
    page = player.page;
    await player.register('short_haul');
    await player.completeWelcome('ShortHaul', 'Open Sky');
  });

  it('is taken from the board of the station', async () => {
    await page.getByRole('link', { name: 'Job board' }).tap();
    await page.waitForURL('**/game/station/*/jobs', { waitUntil: 'commit' });
    expect(await player.contentWidth()).toBeLessThanOrEqual(WIDTH);
    await takeFreight(page);
    expect(await player.contentWidth()).toBeLessThanOrEqual(WIDTH);
  });

  it('is plotted from the list of open jobs and flown', async () => {
    await player.tapTab('Fly');
    await page.getByRole('button', { name: 'Undock', exact: true }).tap();
    await player.waitForText('Undocked.');
    await openJobs();
    await page.getByRole('button', { name: 'Plot course' }).tap();
    await page.waitForURL('**/game/map**', { waitUntil: 'commit' });
    await player.tapTab('Fly');
    await page
      .getByRole('button', { name: /Autopilot/ })
      .first()
      .tap();
    await player.waitForText(/^Flew/);
  });

  it('is delivered where it belongs', async () => {
    await page.getByRole('button', { name: /^Dock/ }).first().tap();
    await player.waitForText(/Docked at/);
    await openJobs();
    expect(await player.contentWidth()).toBeLessThanOrEqual(WIDTH);
    await page.getByRole('button', { name: 'Deliver' }).tap();
    await player.waitForText('You have no open job');
  });
});
