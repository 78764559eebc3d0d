import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeGame } from '../../testing/fake-game.ts';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';

freshPage();

const newcomer = (): FakeGame => {
  const game = new FakeGame();
  game.firstLogin = 'not_started';
  return game;
};

const enter = (name: RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

describe('the first login', () => {
  it('comes before the game, whichever screen was asked for', async () => {
    const { router } = await renderGame('/game/ship', newcomer());
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/welcome');
  });

  it('lets the newcomer in with a callsign and a ship of his own', async () => {
    const { router, server } = await renderGame('/welcome', newcomer());
    await screen.findByRole('textbox', { name: /callsign/i });
    enter(/callsign/i, 'Okonjo_V');
    enter(/ship/i, 'Second Chance');
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(router.state.location.pathname).toBe('/game'));
    expect(
      server.calls.find(({ method, target }) => method === 'POST' && target.startsWith('/first-login')),
    ).toMatchObject({ body: { callsign: 'Okonjo_V', shipName: 'Second Chance' } });
  });

  it('ties a refusal of the callsign to its field', async () => {
    const { server } = await renderGame('/welcome', newcomer());
    await screen.findByRole('textbox', { name: /callsign/i });
    server.refuse('/first-login/complete', 409, 'callsign_taken');
    enter(/callsign/i, 'Okonjo_V');
    enter(/ship/i, 'Second Chance');
    fireEvent.submit(screen.getByRole('form'));
    const field = screen.getByRole('textbox', { name: /callsign/i });
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    const described = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id));
    expect(described.some((element) => /Somebody has this callsign/.test(element?.textContent ?? ''))).toBe(
      true,
    );
  });
});
