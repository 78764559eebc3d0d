import type { BrowserContextOptions, Page } from 'playwright-core';
import { errors } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE } from '../browser/phone.ts';
import { setUpGame } from '../pages/set-up-game.ts';

const game = setUpGame();

/**
 * Sixteen acts make a run: undock, plot, fly, back from the map, dock, market, amount, commit, and the same again to
 * sell. On a busy machine a sentence in passing may be counted as well.
 */
const MOST_ACTIONS = 18;
const TRIES = 5;
const TRY_MS = 8_000;
const DONE = /^Your run earned \+([\d,]+)/;

const sentence = (page: Page) => page.getByRole('region', { name: 'Guide' }).getByRole('status');

/** Presses what has the ring until the guide says something else; screens may change under the finger. */
async function pressUntilSaid(page: Page, now: string, press: (page: Page) => Promise<void>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      if ((await sentence(page).textContent()) !== now) return;
      await press(page);
      await page.waitForFunction(
        (before) =>
          document.querySelector('section[aria-label="Guide"] [role="status"]')?.textContent !== before,
        now,
        { timeout: TRY_MS },
      );
      return;
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
    }
  }
  throw new Error(`The guide stays at: ${now}`);
}

/** Does what the guide says and nothing else. Returns the sentences in order; the last one names the profit. */
async function follow(page: Page, press: (page: Page) => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  while (said.length <= MOST_ACTIONS) {
    const now = (await sentence(page).textContent()) ?? '';
    said.push(now);
    if (DONE.test(now)) return said;
    await pressUntilSaid(page, now, press);
  }
  throw new Error(`The guide did not end:\n${said.join('\n')}`);
}

const newcomer = async (name: string, options: BrowserContextOptions): Promise<Page> => {
  const player = await game.openPlayer(options);
  const { page } = player;
  await player.register(name);
  await player.completeWelcome(name.replaceAll('_', ''), 'Plain Sailing');
  await sentence(page).waitFor();
  return page;
};

const profitOf = (said: readonly string[]): number =>
  Number(DONE.exec(said.at(-1) ?? '')?.[1]?.replaceAll(',', '') ?? 0);

describe('a newcomer who does what the guide says', () => {
  it('earns a profit with the mouse in a few actions', async () => {
    const page = await newcomer('first_mouse', {});
    const said = await follow(page, async () => {
      await page.locator('[data-guided]').click({ timeout: TRY_MS });
    });
    expect(profitOf(said)).toBeGreaterThan(0);
    expect(said.length - 1).toBeLessThanOrEqual(MOST_ACTIONS);
    expect(said[0]).toMatch(/Undock/);
    await page.getByRole('button', { name: 'Close the guide' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    expect(await page.getByRole('region', { name: 'Guide' }).count()).toBe(0);
  });

  it('earns it with the keyboard alone', async () => {
    const page = await newcomer('first_keys', {});
    const said = await follow(page, async () => {
      const show = page.getByRole('button', { name: 'Show me' });
      await show.focus({ timeout: TRY_MS });
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.hasAttribute('data-guided') === true, null, {
        timeout: TRY_MS,
      });
      await page.keyboard.press('Enter');
    });
    expect(profitOf(said)).toBeGreaterThan(0);
    expect(said.length - 1).toBeLessThanOrEqual(MOST_ACTIONS);
  });

  it('earns it on a phone', async () => {
    const page = await newcomer('first_thumb', PHONE);
    const said = await follow(page, async () => {
      await page.locator('[data-guided]').tap({ timeout: TRY_MS });
    });
    expect(profitOf(said)).toBeGreaterThan(0);
    expect(said.length - 1).toBeLessThanOrEqual(MOST_ACTIONS);
  });
});
