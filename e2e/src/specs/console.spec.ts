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

  it('sees at a glance what happens and what needs him, live', async () => {
    for (const name of ['Needs you', 'What happens', 'Players online and new']) {
      await page.getByRole('heading', { name, exact: true }).waitFor();
    }
    await page.getByRole('button', { name: 'Live', exact: true }).waitFor();
    expect(await findSeriousProblems(page)).toEqual([]);
  });

  it('sees how the installation is, in both themes', async () => {
    await page.getByRole('link', { name: 'System', exact: true }).click();
    for (const name of ['Server', 'Database', 'Players', 'Galaxy', 'Ledger audit', 'Jobs']) {
      await page.getByRole('heading', { name, exact: true }).waitFor();
    }
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /theme/ }).click();
    expect(await findSeriousProblems(page)).toEqual([]);
  });

  it('finds an account, bans it after proving himself once more, and sees that in a log that verifies', async () => {
    const player = await game.openPage();
    await player.request.post(`${game.stack.origin}/api/v1/auth/register`, {
      data: { username: 'mara_k', password: 'gorse lamp ferry' },
    });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('mara');
    await page.getByRole('option', { name: /mara_k/ }).click();
    await page.getByRole('complementary', { name: 'mara_k' }).waitFor();
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ban', exact: true }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Ban mara_k' });
    await dialog.getByLabel('Reason').fill('sells accounts to others');
    await dialog.getByLabel('Type mara_k to confirm').fill('mara_k');
    await dialog.getByRole('button', { name: 'Ban', exact: true }).click();
    await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('mara_k is banned.').waitFor();
    const refused = await player.request.post(`${game.stack.origin}/api/v1/auth/login`, {
      data: { login: 'mara_k', password: 'gorse lamp ferry' },
    });
    expect(refused.status()).toBe(403);

    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Audit log' }).click();
    await page
      .getByRole('row', { name: /users\.ban/ })
      .getByRole('button')
      .click();
    await page.getByRole('row', { name: 'status active banned' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Verify chain' }).click();
    await page.getByText('Every row is as it was written.').waitFor();
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('shuts no door behind himself: his own address and his own scopes stay', async () => {
    await page.getByRole('link', { name: 'Access' }).click();
    const own = page.getByRole('checkbox', { name: 'admin: scopes.grant' });
    await own.waitFor();
    expect(await own.isDisabled()).toBe(true);
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Alerts and blocks' }).click();
    await page.getByRole('tab', { name: 'Blocked addresses' }).click();
    await page.getByRole('button', { name: 'Block', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Block an address' });
    await dialog.getByLabel('Address').fill('127.0.0.0/8');
    await dialog.getByLabel('Reason').fill('a slip of the hand, surely');
    await dialog.getByRole('button', { name: 'Block', exact: true }).click();
    await dialog.getByText('This would shut yourself out.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Operations' }).click();
    await statusPage().waitFor();
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
