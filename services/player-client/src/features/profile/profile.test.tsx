import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeServer } from '../../testing/fake-fetch.ts';
import { FakeGame } from '../../testing/fake-game.ts';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';

freshPage();

const ACCOUNT = {
  id: '00000000-0000-4000-8000-0000000000f1',
  username: 'okonjo',
  email: 'okonjo@example.org',
  emailVerified: false,
  pendingEmail: null,
  locale: 'en',
  createdAt: '2102-01-01T00:00:00.000Z',
  hasPassword: true,
  deletionAt: null,
};
const OFF = { enabled: false, confirmedAt: null, backupCodesLeft: 0, required: false };

const open = async (mfa: object = OFF): Promise<FakeServer> => {
  const { server } = await renderGame('/game/account', new FakeGame(), (fake) => {
    fake.answer('/users/me', ACCOUNT);
    fake.answer('/auth/mfa', mfa);
  });
  return server;
};

const panel = (name: string) => screen.findByRole('region', { name });
const callOf = (server: FakeServer, target: string) =>
  server.calls.findLast((call) => call.target === target);

describe('the account', () => {
  it('sends the link of an address that is not verified again', async () => {
    const server = await open();
    server.answer('/auth/email-verifications', { accepted: true });
    fireEvent.click(
      await within(await panel('E-mail')).findByRole('button', { name: 'Send the link again' }),
    );
    expect(await screen.findByText('Sent. Look into your mailbox.')).toBeDefined();
  });

  it('asks for a fresh proof when the server wants one, and goes on by itself', async () => {
    const server = await open();
    server.refuse('/auth/mfa/setup', 403, 'step_up_required', { methods: ['password'] });
    fireEvent.click(
      await within(await panel('Second factor')).findByRole('button', { name: 'Set up an authenticator' }),
    );
    const dialog = await screen.findByRole('alertdialog');
    server.refuse('/auth/step-up', 401, 'invalid_credentials');
    fireEvent.change(within(dialog).getByLabelText('Password'), {
      target: { value: 'long enough to be right' },
    });
    fireEvent.submit(within(dialog).getByRole('button', { name: 'Confirm' }));
    await waitFor(() =>
      expect(within(dialog).getByLabelText('Password').getAttribute('aria-invalid')).toBe('true'),
    );
    server.answer('/auth/step-up', {
      user: { id: ACCOUNT.id, username: 'okonjo', email: null, locale: 'en', createdAt: ACCOUNT.createdAt },
      accessToken: 'proved',
      expiresIn: 900,
      mustChangePassword: false,
    });
    server.answer('/auth/mfa/setup', { secret: 'ABCDEFGH', otpauthUri: 'otpauth://totp/x?secret=ABCDEFGH' });
    fireEvent.submit(within(dialog).getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByRole('img', { name: /QR code/ })).toBeDefined();
    expect(screen.getByText('ABCD EFGH')).toBeDefined();

    server.answer('/auth/mfa/confirm', { backupCodes: ['ABCDE-23456', 'FGHJK-34567'] });
    server.answer('/auth/mfa', { ...OFF, enabled: true, confirmedAt: ACCOUNT.createdAt, backupCodesLeft: 2 });
    fireEvent.change(screen.getByLabelText('Code'), { target: { value: '123456' } });
    fireEvent.submit(screen.getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText('ABCDE-23456')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(await screen.findByText(/2 backup codes are left/)).toBeDefined();
  });

  it('turns the second factor off by password and code', async () => {
    const server = await open({ ...OFF, enabled: true, confirmedAt: ACCOUNT.createdAt, backupCodesLeft: 1 });
    fireEvent.click(await within(await panel('Second factor')).findByRole('button', { name: 'Turn it off' }));
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'long enough to be right' } });
    fireEvent.change(screen.getByLabelText('Code'), { target: { value: '654321' } });
    server.refuse('/auth/mfa/disable', 401, 'invalid_credentials');
    fireEvent.submit(screen.getByRole('button', { name: 'Turn it off' }));
    await waitFor(() =>
      expect(callOf(server, '/auth/mfa/disable')?.body).toEqual({
        code: '654321',
        password: 'long enough to be right',
      }),
    );
    await waitFor(() => expect(screen.getByLabelText('Code').getAttribute('aria-invalid')).toBe('true'));
  });

  it('is deleted by its typed name only', async () => {
    const server = await open();
    fireEvent.click(await within(await panel('Your data')).findByRole('button', { name: 'Delete account' }));
    const dialog = await screen.findByRole('alertdialog');
    const confirm = within(dialog).getByRole('button', { name: /Delete in 14 days/ });
    fireEvent.click(confirm);
    expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(false);
    fireEvent.change(within(dialog).getByLabelText('Type okonjo to go on'), { target: { value: 'okonjo' } });
    fireEvent.click(within(dialog).getByRole('button', { name: /Delete in 14 days/ }));
    await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
  });
});
