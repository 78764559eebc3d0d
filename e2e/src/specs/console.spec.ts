import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findSeriousProblems } from '../browser/check-accessibility.ts';
import { setUpGame } from '../pages/set-up-game.ts';

const NEW_PASSWORD = 'nine lanterns over the quay';

const game = setUpGame();
let page: Page;

beforeAll(async () => {
  page = await game.openPage();
});

const signIn = async (password: string) => {
  await page.getByRole('textbox', { name: 'Name' }).fill(game.stack.admin.username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const statusPage = () => page.getByRole('heading', { name: 'Operations' });

/* One story in chapters. */
describe('an operator', () => {
  it('signs in, is refused with a wrong password, and must choose a new one', async () => {
    await page.goto(`${game.stack.origin}/admin/`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await findSeriousProblems(page)).toEqual([]);
    await signIn('not the password at all');
    await page.getByRole('alert').first().waitFor();
    await signIn(game.stack.admin.password);
    await page.getByRole('heading', { name: 'Choose a password' }).waitFor();
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.getByLabel('Current password').fill(game.stack.admin.password);
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await statusPage().waitFor();
  });

  it('sees how the installation is, in both themes', async () => {
    for (const name of ['Server', 'Database', 'Players', 'Galaxy', 'Ledger audit', 'Jobs']) {
      await page.getByRole('heading', { name, exact: true }).waitFor();
    }
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /theme/ }).click();
    expect(await findSeriousProblems(page)).toEqual([]);
  });

  it('stays signed in over a reload, and not after signing out', async () => {
    await page.reload();
    await statusPage().waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('is nobody in the game: the console opens no door there', async () => {
    await page.goto(`${game.stack.origin}/game`);
    await page.waitForURL('**/login**', { waitUntil: 'commit' });
  });
});
