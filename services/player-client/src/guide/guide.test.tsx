import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeGame } from '../testing/fake-game.ts';
import { freshPage, onPhone } from '../testing/fresh-page.ts';
import { renderGame } from '../testing/render-game.tsx';
import { useGuideRun } from './guide-run-store.ts';

freshPage();
beforeEach(() => useGuideRun.getState().restart());

const guided = (mode: 'first' | 'again' = 'first') => {
  const game = new FakeGame();
  game.settings = { ...game.settings, guide: mode };
  return game;
};

const bar = () => screen.findByRole('region', { name: 'Guide' });
const ringed = () => document.querySelectorAll('[data-guided]');

describe('the guide', () => {
  it('says one sentence, rings the control it is about, and gives it the focus on request', async () => {
    await renderGame('/game', guided());
    const guide = await bar();
    expect(within(guide).getByRole('status').textContent).toMatch(/^Plot a course to/);
    await waitFor(() => expect(ringed()).toHaveLength(1));
    fireEvent.click(within(guide).getByRole('button', { name: 'Show me' }));
    expect(document.activeElement).toBe(ringed()[0]);
    expect(document.activeElement?.textContent).toMatch(/Plot/);
  });

  it('moves on with the player and blocks nothing', async () => {
    await renderGame('/game', guided());
    const guide = await bar();
    const says = (words: RegExp) =>
      waitFor(() => expect(within(guide).getByRole('status').textContent).toMatch(words));
    fireEvent.click(screen.getByRole('link', { name: 'Log' }));
    expect(await screen.findByRole('heading', { level: 1, name: /log/i })).toBeTruthy();
    await says(/^Back to the cockpit/);
    await waitFor(() => expect(ringed()[0]?.textContent).toBe('Cockpit'));
    fireEvent.click(screen.getByRole('link', { name: 'Cockpit' }));
    await says(/^Plot a course to/);
  });

  it('is closed for good, on this device and on others', async () => {
    const { server } = await renderGame('/game', guided());
    fireEvent.click(within(await bar()).getByRole('button', { name: 'Close the guide' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Guide' })).toBeNull());
    expect(ringed()).toHaveLength(0);
    expect(server.calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ guide: 'off' });
  });

  it('stands under the status of a phone without keys', async () => {
    onPhone();
    await renderGame('/game', guided());
    const guide = await bar();
    expect(within(guide).queryByText('Q')).toBeNull();
    await waitFor(() => expect(ringed()).toHaveLength(1));
  });

  it('is not there for those who closed it', async () => {
    await renderGame('/game');
    await screen.findByRole('region', { name: /Warps/ });
    expect(screen.queryByRole('region', { name: 'Guide' })).toBeNull();
  });

  it('begins again from the manual', async () => {
    const { router, server } = await renderGame('/help');
    fireEvent.click(await screen.findByRole('button', { name: 'Show me again' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/game'));
    expect(server.calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ guide: 'again' });
    expect(await bar()).toBeTruthy();
  });
});

describe('a run of the starter chain', () => {
  const run = () => useGuideRun.getState();

  it('is over when its sale is made, also as the last step of the chain', () => {
    run().observeChain({ kind: 'dock', done: [1, 2] });
    expect(run().hasSold).toBe(false);
    run().observeChain({ kind: 'sell', done: [1] });
    run().observeChain({ kind: 'course', done: [1, 2, 3] });
    expect(run().hasSold).toBe(true);
    run().restart();
    run().observeChain({ kind: 'sell', done: [1] });
    run().observeChain(null);
    expect(run().hasSold).toBe(true);
  });

  it('is not over when its sale is skipped', () => {
    run().observeChain({ kind: 'sell', done: [1] });
    run().observeChain({ kind: 'dock', done: [1] });
    expect(run().hasSold).toBe(false);
  });
});

describe('a run without a task', () => {
  const dock = { stationId: 'a', sectorId: 1 };

  it('begins where something is bought and ends where all is sold', () => {
    const run = () => useGuideRun.getState();
    run().observe(0, dock);
    run().observe(20, dock);
    expect(run()).toMatchObject({ boughtAt: dock, hasSold: false });
    run().observe(20, null);
    run().observe(0, { stationId: 'b', sectorId: 7 });
    expect(run().hasSold).toBe(true);
    run().restart();
    expect(run()).toMatchObject({ boughtAt: null, hasSold: false });
  });
});
