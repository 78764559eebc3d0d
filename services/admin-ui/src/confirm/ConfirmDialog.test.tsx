import { ApiProblem } from '@sw/api-client';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderInConsole } from '../testing/render-in-console.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';

afterEach(cleanup);

const open = async (onConfirm: (given: { reason: string }) => Promise<unknown>) => {
  const onClose = vi.fn();
  await renderInConsole(
    <ConfirmDialog
      level="C3"
      title="Ban mara_k"
      confirmLabel="Ban"
      target="mara_k"
      danger
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>She is signed out everywhere.</p>
    </ConfirmDialog>,
  );
  return onClose;
};

it('does nothing before reason and name are given, then hands the reason over', async () => {
  const ban = vi.fn(async (_given: { reason: string }) => undefined);
  const onClose = await open(ban);
  const confirm = () => userEvent.click(screen.getByRole('button', { name: 'Ban' }));
  await confirm();
  await userEvent.type(screen.getByLabelText('Reason'), 'sells accounts  ');
  await confirm();
  expect(ban).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('Type mara_k to confirm'), 'mara_k');
  await confirm();
  expect(ban).toHaveBeenCalledWith({ reason: 'sells accounts' });
  expect(onClose).toHaveBeenCalledOnce();
});

it('stays with what was written when the server refuses', async () => {
  const refusal = {
    status: 409,
    code: 'invalid_state',
    title: '',
    detail: '',
    instance: '',
    type: '',
    requestId: '',
  };
  const onClose = await open(async () => {
    throw new ApiProblem(refusal, null);
  });
  await userEvent.click(screen.getByRole('button', { name: 'Conduct' }));
  await userEvent.type(screen.getByLabelText('Type mara_k to confirm'), 'mara_k');
  await userEvent.click(screen.getByRole('button', { name: 'Ban' }));
  expect((await screen.findByRole('alert')).textContent).toContain('present state');
  expect(onClose).not.toHaveBeenCalled();
});
