import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeGame } from '../../testing/fake-game.ts';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';
import { tradeRunStore } from '../../trade-run/trade-run-store.ts';

freshPage();

const asked = ({ server }: Awaited<ReturnType<typeof renderGame>>) =>
  server.calls.filter(({ target }) => target === '/trading/routes');

it('asks for what is chosen, and shows a route with its legs and its price in turns', async () => {
  const page = await renderGame('/game/markets?tab=routes', new FakeGame());
  const route = await screen.findByRole('listitem', { name: /^Route 1/ });
  expect(within(route).getByText(/buy 10/)).toBeTruthy();
  expect(within(route).getByText(/sell 10/)).toBeTruthy();
  expect(within(route).getByRole('button', { name: /Fly it.*turn/s })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Profit' }));
  await waitFor(() => expect(asked(page).at(-1)?.body).toMatchObject({ objective: 'profit', maxStops: 2 }));
});

it('says why there is none', async () => {
  const game = new FakeGame();
  // He has been nowhere but here, and one market gains nothing.
  for (const sector of game.world.sectors) if (sector !== game.sector && sector.level === 3) sector.level = 2;
  await renderGame('/game/markets?tab=routes', game);
  expect(await screen.findByText(/No known prices make a profit/)).toBeTruthy();
});

it('begins a run that waits for its first order', async () => {
  tradeRunStore.setState({ owner: null, run: null });
  await renderGame('/game/markets?tab=routes', new FakeGame());
  fireEvent.click(await screen.findByRole('button', { name: /Fly it/ }));
  await waitFor(() => expect(tradeRunStore.getState().run).toMatchObject({ at: 0, isTraded: false }));
  const bar = await screen.findByRole('region', { name: 'Trade route' });
  fireEvent.click(within(bar).getByRole('button', { name: 'End the route' }));
  await waitFor(() => expect(tradeRunStore.getState().run).toBeNull());
});
