import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConsoleApp } from '../../app/ConsoleApp.tsx';
import { createConsoleServices } from '../../app/console-services.ts';
import { FakeServer, problem, sampleHealth, signedIn } from '../../testing/fake-server.ts';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .answer('POST /admin/auth/refresh', signedIn())
    .answer('GET /admin/system/health', { status: 200, body: sampleHealth() });
  history.replaceState(null, '', '/admin/system');
});
afterEach(cleanup);

/** An open console, and a call of it that the server holds back until a proof was given. */
const openWithHeldCall = async (methods: readonly string[]) => {
  const services = await createConsoleServices({ language: 'en', fetch: server.fetch });
  render(<ConsoleApp services={services} />);
  await screen.findByText(/refreshed every/);
  server.answer('PUT /auth/password', problem(403, 'step_up_required', { methods }));
  const call = services.api
    .changePassword({ body: { currentPassword: 'a', newPassword: 'otter kettle vex' } })
    .then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  await screen.findByRole('heading', { name: 'Confirm it is you' });
  return { call };
};

const changes = () => server.calls.filter(({ path }) => path === '/auth/password').length;

describe('the dialog for a fresh proof', () => {
  it('asks for the password, says when it is wrong, and repeats the call', async () => {
    const { call } = await openWithHeldCall(['password']);
    server.answer('POST /auth/step-up', problem(401, 'invalid_credentials'));
    await userEvent.type(screen.getByLabelText('Password'), 'gorse lamp ferry');
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Name or password is not right.');
    server.answer('POST /auth/step-up', signedIn()).answer('PUT /auth/password', { status: 204 });
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(await call).toBe('done');
    expect(changes()).toBe(2);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Confirm it is you' })).toBeNull());
  });

  it('asks for a code where the account has a second factor', async () => {
    const { call } = await openWithHeldCall(['totp', 'backup']);
    server.answer('POST /auth/step-up', signedIn()).answer('PUT /auth/password', { status: 204 });
    await userEvent.type(screen.getByLabelText('Code'), '123456{Enter}');
    expect(await call).toBe('done');
    expect(server.calls.find(({ path }) => path === '/auth/step-up')?.body).toEqual({ code: '123456' });
  });

  it('leaves the call refused when one declines', async () => {
    const { call } = await openWithHeldCall(['password']);
    await userEvent.click(screen.getByRole('button', { name: 'Leave it' }));
    expect(await call).toBe('step_up_required');
    expect(changes()).toBe(1);
  });
});
