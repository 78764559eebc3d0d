import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeGame } from '../../testing/fake-game.ts';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';
import { useBasketStore } from './basket-store.ts';

freshPage();

const press = (key: string) => fireEvent.keyDown(document.body, { key });

const opened = async (docked: boolean) => {
  const game = new FakeGame();
  game.docked = docked;
  useBasketStore.getState().clear();
  const rendered = await renderGame(`/game/station/${game.sector.station?.id}`, game);
  await screen.findByRole('row', { name: /Equipment/ });
  return rendered;
};

const basket = () => screen.getByRole('region', { name: /Basket/ });
const commit = () => screen.getByRole<HTMLButtonElement>('button', { name: /Commit|Look/ });
/** A basket is sent as it was quoted, so its quote has to have arrived. */
const quoted = () => waitFor(() => expect(commit().getAttribute('aria-busy')).not.toBe('true'));
const executed = ({ server }: Awaited<ReturnType<typeof opened>>) =>
  server.calls.filter(({ target }) => target === '/trading/execute');

describe('the market of the station one is docked at', () => {
  it('sells the hold and buys a new one with Space, Space, Space, Enter', async () => {
    const game = await opened(true);
    for (const [index, expected] of ['Sell 30 equipment', 'Sell 8 fuel', 'Buy'].entries()) {
      press(' ');
      expect(await within(basket()).findByText(new RegExp(expected))).toBeTruthy();
      await waitFor(() => expect(within(basket()).getAllByRole('listitem')).toHaveLength(index + 1));
    }
    await quoted();
    press('Enter');
    await waitFor(() => expect(executed(game)).toHaveLength(1));
    const lines = executed(game)[0]?.body['lines'] as Record<string, unknown>[];
    expect(lines).toHaveLength(3);
    // What was shown is the limit of what may happen.
    for (const line of lines) expect(line['limitTotal']).toEqual(expect.any(Number));
    await waitFor(() =>
      expect(game.services.log.getState().lines.at(-1)?.text).toMatch(
        /Sold 30 equipment.*1 rank point earned\.$/,
      ),
    );
  });

  it('says what the limit is in words', async () => {
    await opened(true);
    press('1');
    press('x');
    expect(await screen.findByText(/limited by what you hold/)).toBeTruthy();
  });

  it('asks to look again when the price has moved, and trades nothing meanwhile', async () => {
    const game = await opened(true);
    press(' ');
    expect(await within(basket()).findByText(/Sell 30 equipment/)).toBeTruthy();
    await quoted();
    game.server.refuse('/trading/execute', 409, 'price_changed');
    press('Enter');
    await waitFor(() => expect(game.services.log.getState().lines.at(-1)?.tone).toBe('warning'));
    expect(within(basket()).getAllByRole('listitem')).toHaveLength(1);
    expect(game.game.credits).toBe(18_406);
  });
});

describe('the market of a station one is not at', () => {
  it('shows what is known of it with its age, and offers a course instead of a trade', async () => {
    const game = await opened(false);
    expect(screen.queryByRole('button', { name: /Commit/ })).toBeNull();
    expect(screen.getByText(/last visit/)).toBeTruthy();
    press(' ');
    press('Enter');
    expect(executed(game)).toEqual([]);
  });
});
