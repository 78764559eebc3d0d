import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, operator, problem, sampleHealth, signedIn } from '../testing/fake-server.ts';
import { ConsoleApp } from './ConsoleApp.tsx';
import { createConsoleServices } from './console-services.ts';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
  history.replaceState(null, '', '/admin/');
});
afterEach(cleanup);

const open = async () => {
  const services = await createConsoleServices({ language: 'en', fetch: server.fetch });
  render(<ConsoleApp services={services} />);
  return services;
};

const openLoaded = async () => {
  await open();
  await screen.findByText(/refreshed every/);
};

const panel = (name: string) => screen.findByRole('region', { name });

describe('signing in', () => {
  it('asks whoever has no session, and says what is wrong', async () => {
    server.answer('POST /admin/auth/login', problem(401, 'invalid_credentials'));
    await open();
    await userEvent.type(await screen.findByLabelText('Name'), 'admin');
    await userEvent.type(screen.getByLabelText('Password'), 'not the one');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Name or password is not right.');

    server.answer('POST /admin/auth/login', signedIn()).answer('GET /admin/system/health', {
      status: 200,
      body: sampleHealth(),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'Operations' })).toBeDefined();
    expect(server.calls.find(({ path }) => path === '/admin/auth/login')?.body).toEqual({
      login: 'admin',
      password: 'not the one',
    });
  });

  it('names the time to wait after too many tries', async () => {
    server.answer('POST /admin/auth/login', problem(429, 'login_throttled', { retryAfterS: 900 }));
    await open();
    await userEvent.type(await screen.findByLabelText('Name'), 'admin');
    await userEvent.type(screen.getByLabelText('Password'), 'x');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toContain('900 seconds');
  });

  it('lets nobody past a password somebody else chose', async () => {
    server.answer('POST /admin/auth/refresh', signedIn(true)).answer(
      'PUT /auth/password',
      problem(400, 'validation_failed', {
        errors: [{ path: '/newPassword', code: 'too_common', message: 'x' }],
      }),
    );
    await open();
    await userEvent.type(await screen.findByLabelText('Current password'), 'given to me');
    await userEvent.type(screen.getByLabelText('New password'), 'password1234');
    await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('This is among the passwords everybody tries first.')).toBeDefined();
    expect(screen.getByLabelText('New password').getAttribute('aria-invalid')).toBe('true');

    server
      .answer('PUT /auth/password', { status: 204 })
      .answer('POST /admin/auth/refresh', signedIn(false))
      .answer('GET /admin/system/health', { status: 200, body: sampleHealth() });
    await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByRole('heading', { name: 'Operations' })).toBeDefined();
  });

  it('is offered again when the server cannot be reached', async () => {
    server.answer('POST /admin/auth/refresh', new TypeError('broken'));
    await open();
    expect((await screen.findByRole('alert')).textContent).toContain('The link is down.');
    server.answer('POST /admin/auth/refresh', problem(401, 'unauthenticated'));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('Name')).toBeDefined();
  });
});

describe('the page of the system', () => {
  beforeEach(() => {
    server.answer('POST /admin/auth/refresh', signedIn());
    history.replaceState(null, '', '/admin/system');
  });
  const healthy = (change: object = {}) =>
    server.answer('GET /admin/system/health', { status: 200, body: { ...sampleHealth(), ...change } });

  it('shows every part with its figures', async () => {
    healthy();
    await openLoaded();
    expect(within(await panel('Players')).getByText('1,204')).toBeDefined();
    expect(within(await panel('Database')).getByText('2 of 16')).toBeDefined();
    expect(within(await panel('Ledger audit')).getByText('everything adds up')).toBeDefined();
    expect(within(await panel('Ledger audit')).getByText('7 min. ago')).toBeDefined();
    const jobs = within(await panel('Jobs'));
    expect(jobs.getAllByText('every minute').length).toBeGreaterThan(0);
    expect(jobs.getByText('not yet')).toBeDefined();
    expect(within(await panel('Galaxy')).getByText('Terran Space')).toBeDefined();
    expect(screen.getByText('PRODUCTION')).toBeDefined();
    expect(screen.getByText('Nothing needs you.')).toBeDefined();
  });

  it('says of a silent part that it is silent, and invents no figure', async () => {
    healthy({ database: null, realtime: null, status: 'degraded' });
    await openLoaded();
    expect(within(await panel('Database')).getByRole('alert').textContent).toContain('gave no answer');
    const players = within(await panel('Players'));
    expect(players.getByText('1,204')).toBeDefined();
    expect(players.getAllByText('no answer')).toHaveLength(4);
    expect(screen.getByText("Database gave no answer. The server's log names the cause.")).toBeDefined();
  });

  it('tells a ledger that was never audited from one that does not add up', async () => {
    healthy({ ledger: { isTradingHalted: false, lastAudit: null } });
    await openLoaded();
    expect((await panel('Ledger audit')).textContent).toContain('Not audited yet');
    const audit = { ...sampleHealth().ledger?.lastAudit, ok: false, mismatches: 1, sumOfAccounts: '5' };
    healthy({ ledger: { isTradingHalted: true, lastAudit: audit } });
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(screen.getByText('Trading halted')).toBeDefined());
    expect(within(await panel('Ledger audit')).getByText('does not add up')).toBeDefined();
    expect(screen.getByText(/1 entry does not add up/)).toBeDefined();
  });

  it('keeps what it saw, stamped, when the server stops answering', async () => {
    healthy();
    await openLoaded();
    await panel('Players');
    server.answer('GET /admin/system/health', problem(503, 'dependency_unavailable'));
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('stopped answering'), {
      timeout: 8_000,
    });
    expect(within(await panel('Players')).getByText(/as of/)).toBeDefined();
    expect(within(await panel('Players')).getByText('1,204')).toBeDefined();
  }, 15_000);

  it('says which scope is missing', async () => {
    server.answer('GET /admin/session', { status: 200, body: operator(['audit.read']) });
    await open();
    expect((await screen.findByRole('alert')).textContent).toContain('system.read');
    expect(screen.queryByRole('link', { name: 'System' })).toBeNull();
  });

  it('claims no environment before the server named it', async () => {
    server.answer('GET /admin/session', problem(503, 'dependency_unavailable'));
    await open();
    expect(await screen.findByText('Environment not known yet')).toBeDefined();
  });

  it('finds pages by name from everywhere', async () => {
    healthy();
    await openLoaded();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Search the console' }), 'syst');
    expect(screen.getByRole('option', { name: /System/ })).toBeDefined();
    await userEvent.type(screen.getByRole('combobox'), 'zzz');
    expect(screen.getByText('Nothing found.')).toBeDefined();
  });

  it('signs out', async () => {
    healthy();
    server.answer('POST /admin/auth/logout', { status: 204 });
    await openLoaded();
    await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByLabelText('Name')).toBeDefined();
  });

  it('has a page for addresses without one', async () => {
    history.replaceState(null, '', '/admin/nowhere');
    healthy();
    await open();
    expect(await screen.findByRole('heading', { name: 'No such page' })).toBeDefined();
    await userEvent.click(screen.getByRole('link', { name: 'To the status page' }));
    expect(await screen.findByRole('heading', { name: 'Operations' })).toBeDefined();
  });
});
