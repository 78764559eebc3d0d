import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';

freshPage();

describe('comms', () => {
  it('shows what was said here as text, never as markup', async () => {
    await renderGame('/game/comms');
    expect(await screen.findByText(/who still buys equipment/)).toBeTruthy();
  });

  it('keeps a line that could not be sent, marked as such', async () => {
    await renderGame('/game/comms');
    const field = await screen.findByRole('textbox', { name: 'Say something in this sector' });
    fireEvent.change(field, { target: { value: 'hello <b>there</b>' } });
    const form = field.closest('form');
    if (form === null) throw new Error('The field stands in no form');
    fireEvent.submit(form);
    expect(await screen.findByText('hello <b>there</b>')).toBeTruthy();
    expect(await screen.findByText('not sent')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('not sent')).toBeTruthy();
    expect(screen.getAllByText('hello <b>there</b>')).toHaveLength(1);
  });
});
