import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PublicApp } from '../../app/PublicApp.tsx';
import type { FakeServer } from '../../testing/fake-fetch.ts';
import { fakeServer } from '../../testing/fake-fetch.ts';
import { FakeGame } from '../../testing/fake-game.ts';
import { freshPage } from '../../testing/fresh-page.ts';

freshPage();

const open = (path: string) => {
  history.replaceState(null, '', path);
  const server: FakeServer = fakeServer(new FakeGame());
  vi.stubGlobal('fetch', server.fetch);
  const enterGame = vi.fn(() => Promise.resolve());
  render(<PublicApp enterGame={enterGame} />);
  return { server, enterGame };
};

const enter = (name: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(name), { target: { value } });

const described = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

describe('signing in', () => {
  it('leads on to where the person was going', async () => {
    const { enterGame } = open('/login?return=%2Fgame%2Fmap');
    enter(/Name/, 'okonjo');
    enter(/^Password/, 'long enough to be right');
    fireEvent.submit(screen.getByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(enterGame).toHaveBeenCalledWith(expect.anything(), '/game/map'));
  });

  it('keeps what was typed when it was wrong, and says so where it is heard', async () => {
    const { server, enterGame } = open('/login');
    server.refuse('/auth/login', 401, 'invalid_credentials');
    enter(/Name/, 'okonjo');
    enter(/^Password/, 'wrong');
    fireEvent.submit(screen.getByRole('button', { name: 'Log in' }));
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    expect(screen.getByLabelText(/Name/)).toHaveProperty('value', 'okonjo');
    expect(enterGame).not.toHaveBeenCalled();
  });

  it('shows the password on request', () => {
    open('/login');
    const field = screen.getByLabelText(/^Password/);
    expect(field).toHaveProperty('type', 'password');
    fireEvent.click(screen.getByRole('button', { name: /Show/ }));
    expect(field).toHaveProperty('type', 'text');
  });
});

describe('a second factor', () => {
  it('is asked for after the password, and the sign-in goes on with it', async () => {
    const { server, enterGame } = open('/login');
    server.answer('/auth/login', { mfaRequired: true, mfaToken: 'challenge', methods: ['totp', 'backup'] });
    enter(/Name/, 'okonjo');
    enter(/^Password/, 'long enough to be right');
    fireEvent.submit(screen.getByRole('button', { name: 'Log in' }));
    await screen.findByRole('heading', { name: 'Second factor' });
    server.refuse('/auth/mfa/verify', 401, 'invalid_credentials');
    enter(/Code/, '123456');
    fireEvent.submit(screen.getByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
    expect(enterGame).not.toHaveBeenCalled();
    expect(server.calls.findLast(({ target }) => target === '/auth/mfa/verify')?.body).toEqual({
      mfaToken: 'challenge',
      code: '123456',
    });
    fireEvent.click(screen.getByRole('button', { name: 'Begin again' }));
    expect(await screen.findByRole('heading', { name: /Log in/ })).toBeDefined();
  });
});

describe('what mails lead to', () => {
  it('asks for a link and says the same whatever the address', async () => {
    const { server } = open('/forgot');
    server.answer('/auth/password-resets', { accepted: true });
    fireEvent.change(await screen.findByLabelText('E-mail'), { target: { value: 'okonjo@example.org' } });
    fireEvent.submit(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText(/a link is on its way/)).toBeDefined();
  });

  it('takes a new password by the link, whose secret leaves the address at once', async () => {
    const { server } = open('/reset#token=s3cret');
    fireEvent.change(await screen.findByLabelText(/^New password/), {
      target: { value: 'otter kettle vex' },
    });
    expect(location.hash).toBe('');
    server.refuse('/auth/password-resets/s3cret', 409, 'expired');
    fireEvent.submit(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/has run out or was used/)).toBeDefined();
    expect(server.calls.at(-1)).toMatchObject({ method: 'PUT', body: { password: 'otter kettle vex' } });
  });

  it('verifies an address by opening the link, and says when the link is not whole', async () => {
    const { server } = open('/verify-email');
    expect(await screen.findByText(/This link is not whole/)).toBeDefined();
    expect(server.calls.some(({ method }) => method === 'PUT')).toBe(false);
  });
});

describe('registering', () => {
  it('says while one types that a name is taken', async () => {
    open('/register');
    enter(/Name/, 'taken');
    await waitFor(() => expect(described(screen.getByLabelText(/Name/))).toMatch(/taken/));
  });

  it('ties a refused field to its reason', async () => {
    const { server } = open('/register');
    server.refuse('/auth/register', 422, 'validation_failed', {
      errors: [{ path: 'password', code: 'too_common' }],
    });
    enter(/Name/, 'mara');
    enter(/^Password/, 'password12345');
    fireEvent.submit(screen.getByRole('button', { name: /Create/ }));
    await waitFor(() => expect(screen.getByLabelText(/^Password/).getAttribute('aria-invalid')).toBe('true'));
    expect(described(screen.getByLabelText(/^Password/))).not.toBe('');
  });
});
