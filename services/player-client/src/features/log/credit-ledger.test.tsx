import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeGame } from '../../testing/fake-game.ts';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';

freshPage();

it('asks for the kind, the account and the time that are chosen', async () => {
  const { server } = await renderGame('/game/log?tab=credits', new FakeGame());
  const asked = () =>
    server.calls.filter(({ target }) => target.startsWith('/player/ledger')).at(-1)?.target ?? '';
  await screen.findByRole('heading', { name: 'Credits' });
  fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'jobs' } });
  await waitFor(() => expect(asked()).toContain('kind=jobs'));
  fireEvent.click(screen.getByRole('radio', { name: 'Bank' }));
  await waitFor(() => expect(asked()).toMatch(/kind=jobs.*account=bank|account=bank.*kind=jobs/));
  fireEvent.change(screen.getByLabelText('Time'), { target: { value: '24' } });
  await waitFor(() => expect(asked()).toContain('since='));
});
