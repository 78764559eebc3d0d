import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';

freshPage();

describe('the settings', () => {
  it('change at once, on the screen, on the server and for the first paint of the next visit', async () => {
    const { server } = await renderGame('/game/settings');
    fireEvent.click(await screen.findByRole('radio', { name: /Terminal/ }));
    expect(document.documentElement.dataset['theme']).toBe('terminal');
    await waitFor(() =>
      expect(server.calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ theme: 'terminal' }),
    );
    expect(localStorage.getItem('sw.settings')).toMatch(/terminal/);
  });

  it('go back when the server refuses', async () => {
    const { server } = await renderGame('/game/settings');
    const terminal = await screen.findByRole('radio', { name: /Terminal/ });
    server.refuse('/player/settings', 429, 'rate_limited', { retryAfterS: 5 });
    fireEvent.click(terminal);
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('cockpit'));
  });

  it('keep what a flight keeps to', async () => {
    const { server } = await renderGame('/game/settings');
    fireEvent.click(await screen.findByRole('switch', { name: 'Flights may leave the region' }));
    await waitFor(() =>
      expect(server.calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ crossRegions: false }),
    );
    expect(screen.getByRole('spinbutton', { name: /Least hull/ })).toHaveProperty('value', '50');
  });

  it('end a session on another device', async () => {
    const { server } = await renderGame('/game/settings');
    const panel = await screen.findByRole('region', { name: 'Signed in' });
    fireEvent.click(await within(panel).findByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
  });
});
