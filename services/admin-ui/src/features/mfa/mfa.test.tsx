import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConsoleApp } from '../../app/ConsoleApp.tsx';
import { createConsoleServices } from '../../app/console-services.ts';
import { FakeServer, problem, sampleHealth, signedIn } from '../../testing/fake-server.ts';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().answer('GET /admin/system/health', { status: 200, body: sampleHealth() });
  history.replaceState(null, '', '/admin/');
});
afterEach(cleanup);

const open = async () =>
  render(<ConsoleApp services={await createConsoleServices({ language: 'en', fetch: server.fetch })} />);

const without = () => {
  const answer = signedIn();
  if (answer instanceof Error) throw answer;
  return { ...answer, body: { ...(answer.body as object), mustEnrollMfa: true } };
};

describe('signing in to the console with a second factor', () => {
  it('asks for the code after the password', async () => {
    const challenge = { mfaRequired: true, mfaToken: 'challenge', methods: ['totp', 'backup'] };
    server.answer('POST /admin/auth/login', { status: 200, body: challenge });
    await open();
    await userEvent.type(await screen.findByLabelText('Name'), 'admin');
    await userEvent.type(screen.getByLabelText('Password'), 'gorse lamp ferry');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await userEvent.type(await screen.findByLabelText('Code'), '000000');
    server.answer('POST /admin/auth/mfa/verify', problem(401, 'invalid_credentials'));
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    server.answer('POST /admin/auth/mfa/verify', signedIn());
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'Operations' })).toBeDefined();
  });
});

describe('an operator who must enrol', () => {
  it('scans, proves the code, keeps the backup codes, and is let in', async () => {
    server
      .answer('POST /admin/auth/refresh', without())
      .answer('POST /auth/mfa/setup', {
        status: 201,
        body: { secret: 'ABCDEFGHIJKLMNOP', otpauthUri: 'otpauth://totp/x?secret=ABCDEFGHIJKLMNOP' },
      })
      .answer('POST /auth/mfa/confirm', {
        status: 200,
        body: { backupCodes: ['ABCDE-23456', 'FGHJK-34567'] },
      });
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Set it up' }));
    expect(await screen.findByRole('img', { name: /QR code/ })).toBeDefined();
    expect(screen.getByText('ABCD EFGH IJKL MNOP')).toBeDefined();
    await userEvent.type(screen.getByLabelText('Code'), '123456');
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText('ABCDE-23456')).toBeDefined();
    server.answer('POST /admin/auth/refresh', signedIn());
    await userEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(await screen.findByRole('heading', { name: 'Operations' })).toBeDefined();
  });
});
