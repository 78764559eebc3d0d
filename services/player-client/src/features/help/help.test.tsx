import { rulesCatalogue } from '@sw/rules';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';
import { TOPICS } from './manual-topics.ts';

freshPage();

const rules = JSON.parse(JSON.stringify({ hash: 'h', ...rulesCatalogue() })) as Record<string, unknown>;

/** The manual over the rules as the real server has them. */
const opened = (path: string) => renderGame(path, undefined, (server) => server.answer('/rules', rules));

describe('the manual', () => {
  it('shows a topic with its table, and every topic in its list', async () => {
    await opened('/help/ships');
    const table = await screen.findByRole('table', { name: 'Ships' });
    expect(within(table).getByRole('row', { name: /Cargo Hauler.*50,000 cr/ })).toBeTruthy();
    const topics = within(screen.getByRole('navigation', { name: 'Topics' })).getAllByRole('link');
    expect(topics).toHaveLength(TOPICS.length + 1);
    expect(document.title).toContain('Ships');
  });

  it('finds passages by words and leads to their topic', async () => {
    const { router } = await opened('/help');
    fireEvent.change(await screen.findByRole('searchbox', { name: 'Search the manual' }), {
      target: { value: 'mooring' },
    });
    expect(await screen.findByText('1 passage')).toBeTruthy();
    fireEvent.click(within(screen.getByRole('main')).getByRole('link', { name: 'Stations and services' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/help/stations'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Stations and services' })).toBeTruthy();
  });

  it('puts everything on one page for the printer', async () => {
    await opened('/help/all');
    expect(await screen.findByRole('table', { name: 'Ranks' })).toBeTruthy();
    expect(screen.getByRole('table', { name: /^Commands/ })).toBeTruthy();
  });

  it('says so when the rules do not come, and can ask again', async () => {
    await renderGame('/help/turns', undefined, (server) => server.refuse('/rules', 503, 'maintenance'));
    expect(await screen.findByRole('button', { name: 'Try again' }, { timeout: 10_000 })).toBeTruthy();
  }, 15_000);
});

describe('help of a screen', () => {
  it('opens at what the panel is about and comes back to it', async () => {
    const { router } = await opened('/game');
    fireEvent.click(await screen.findByRole('link', { name: 'Help: Warps' }));
    await screen.findByRole('heading', { level: 1, name: 'Movement and sectors' });
    fireEvent.click(screen.getByRole('link', { name: 'Trading and prices' }));
    fireEvent.click(await screen.findByRole('link', { name: 'To the cockpit' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/game'));
  });

  it('opens with two keys', async () => {
    const { router } = await opened('/game/map');
    await screen.findByRole('navigation', { name: 'Screens' });
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'h' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/help/movement'));
  });
});
