import type { UserDetail } from '@sw/contracts/admin';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, operator, problem } from '../../testing/fake-server.ts';
import { renderInConsole } from '../../testing/render-in-console.tsx';
import { UsersPage } from './UsersPage.tsx';

const ID = '01900000-0000-7000-8000-0000000000aa';
const mara: UserDetail = {
  id: ID,
  username: 'mara_k',
  emailMasked: 'm•••@example.org',
  status: 'active',
  suspendedUntil: null,
  isAdmin: false,
  callsign: 'Mara',
  createdAt: '2102-01-01T00:00:00.000Z',
  lastLoginAt: null,
  version: 3,
  statusReason: null,
  emailVerified: true,
  mustChangePassword: false,
  playerId: null,
  scopes: [],
  sessions: [],
  logins: [],
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .answer('GET /admin/users', { status: 200, body: { items: [mara], nextCursor: null, total: 1 } })
    .answer(`GET /admin/users/${ID}`, { status: 200, body: mara })
    .answer('GET /admin/session', { status: 200, body: operator(['users.read', 'users.write']) });
});
afterEach(cleanup);

const open = (address = `/users/${ID}`) =>
  renderInConsole(<UsersPage />, { server, address, path: '/users/:id?' });
const drawer = () => screen.findByRole('complementary', { name: 'mara_k' });

describe('an account', () => {
  it('is suspended with a reason and a time, on the version that was seen', async () => {
    server.answer(`POST /admin/users/${ID}/suspend`, { status: 200, body: { ...mara, status: 'suspended' } });
    await open();
    await userEvent.click(await within(await drawer()).findByRole('button', { name: 'Suspend' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Reason'), 'insults everybody she meets');
    await userEvent.click(dialog.getByRole('button', { name: 'Suspend' }));
    expect(await screen.findByText('mara_k is suspended.')).toBeDefined();
    const call = server.calls.find(({ path }) => path.endsWith('/suspend'));
    expect(call?.body).toMatchObject({ reason: 'insults everybody she meets' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows what changed meanwhile instead of overwriting it', async () => {
    server.answer(`POST /admin/users/${ID}/ban`, () => {
      server.answer(`GET /admin/users/${ID}`, {
        status: 200,
        body: { ...mara, status: 'suspended', version: 4 },
      });
      return problem(412, 'precondition_failed');
    });
    await open();
    await userEvent.click(await within(await drawer()).findByRole('button', { name: 'Ban' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    await userEvent.type(dialog.getByLabelText('Reason'), 'sells accounts to others');
    await userEvent.type(dialog.getByLabelText('Type mara_k to confirm'), 'mara_k');
    await userEvent.click(dialog.getByRole('button', { name: 'Ban' }));
    expect(await dialog.findByRole('row', { name: 'State active Ban suspended' })).toBeDefined();
  });

  it('shows the address only when asked, and a new password only once', async () => {
    server
      .answer(`POST /admin/users/${ID}/email`, { status: 200, body: { email: 'mara@example.org' } })
      .answer(`POST /admin/users/${ID}/password-reset`, {
        status: 200,
        body: { user: { ...mara, version: 4 }, password: 'otter-kettle-vexx' },
      });
    await open();
    const panel = within(await drawer());
    expect(await panel.findByText('m•••@example.org')).toBeDefined();
    await userEvent.click(panel.getByRole('button', { name: 'Show' }));
    expect(await panel.findByText('mara@example.org')).toBeDefined();
    await userEvent.click(panel.getByRole('button', { name: 'New password' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Reason'), 'forgot her password again');
    await userEvent.click(dialog.getByRole('button', { name: 'New password' }));
    expect(await screen.findByText('otter-kettle-vexx')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByText('otter-kettle-vexx')).toBeNull());
  });

  it('offers nothing to whoever may only read, and says why', async () => {
    server.answer('GET /admin/session', { status: 200, body: operator(['users.read']) });
    await open();
    const button = await within(await drawer()).findByRole('button', { name: 'Suspend' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    expect(within(await drawer()).getAllByText('Needs the scope users.write.').length).toBeGreaterThan(0);
  });
});
