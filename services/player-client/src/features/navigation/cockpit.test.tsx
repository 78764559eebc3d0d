import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeGame } from '../../testing/fake-game.ts';
import { FAKE_NOW } from '../../testing/fake-moment.ts';
import { freshPage, onPhone } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';
import { useSelectionStore } from './selection-store.ts';

freshPage();

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { key, ...more });

const opened = async (game = new FakeGame()) => {
  const rendered = await renderGame('/game', game);
  const warps = await screen.findByRole('region', { name: /Warps/ });
  await within(warps).findByRole('button', { name: /#143/ });
  return { ...rendered, warps };
};

const moves = ({ server }: Awaited<ReturnType<typeof opened>>) =>
  server.calls.filter(({ target }) => target === '/nav/move');

describe('the cockpit in flight', () => {
  it('flies a warp by its number, once however long the key is held', async () => {
    const game = await opened();
    press('1');
    press('1', { repeat: true });
    press('1', { repeat: true });
    press('2');
    await screen.findByRole('heading', { level: 1, name: /#143/ });
    expect(moves(game).map(({ body }) => body['to'])).toEqual([143]);
    expect(within(screen.getByRole('region', { name: 'Ship status' })).getByText(/#143/)).toBeTruthy();
  });

  it('docks with P and then has Undock as its one next act', async () => {
    await opened();
    press('p');
    expect(await screen.findByRole('button', { name: /Undock/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Dock/ })).toBeNull();
  });

  it('keeps its fingers off single keys while somebody types', async () => {
    const game = await opened();
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Command' }), { key: '1' });
    press('1', { ctrlKey: true });
    expect(moves(game)).toEqual([]);
  });

  it('says why an act is not possible instead of hiding it', async () => {
    const poor = new FakeGame();
    poor.turns = 0;
    await opened(poor);
    const dock = screen.getByRole('button', { name: /Dock/ });
    expect(dock.getAttribute('aria-disabled')).toBe('true');
    const reason = document.getElementById(dock.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toMatch(/turn/);
  });
});

describe('a pod among the contacts', () => {
  // A selection outlives the page it was made on, and with it the act it leads to.
  afterEach(() => useSelectionStore.getState().select(0, null));

  const selected = async (reason: string | null) => {
    const game = new FakeGame();
    game.castaway = { reason };
    const rendered = await opened(game);
    const contacts = screen.getByRole('region', { name: /Contacts/ });
    fireEvent.click(await within(contacts).findByRole('button', { name: /Driftwood/ }));
    expect(within(contacts).getAllByText(/suspect/)).toHaveLength(1);
    return { ...rendered, assist: await screen.findByRole('button', { name: /Assist the pod/ }) };
  };

  it('is assisted for what the button says', async () => {
    const { server, assist } = await selected(null);
    expect(assist.textContent).toMatch(/5 turns/);
    fireEvent.click(assist);
    await waitFor(() =>
      expect(server.calls.map(({ target }) => target)).toContainEqual(
        '/players/00000000-0000-4000-8000-0000000000c3/rescue',
      ),
    );
  });

  it('says why it is not, and nothing is offered for other ships', async () => {
    const { assist } = await selected('must_undock');
    expect(assist.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getAllByRole('button', { name: /Mara_K/ })[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('button', { name: /Assist the pod/ })).toBeNull());
  });
});

describe('the cockpit in an empty sector', () => {
  const empty = () => {
    const game = new FakeGame();
    const lone = game.world.sectors.find(
      ({ number, station, level }) => station === null && level === 3 && number % 2 === 1,
    );
    if (lone === undefined) throw new Error('The fake galaxy has no empty sector');
    game.sector = lone;
    return game;
  };

  it('offers the way to the task once, with one key', async () => {
    await renderGame('/game', empty());
    // The other one leads to the nearest station and comes with the chart.
    await screen.findByRole('button', { name: /Plot to/ });
    await screen.findByRole('button', { name: /Plot your task/ });
    expect(screen.getAllByRole('button', { name: /Plot/ })).toHaveLength(2);
  });

  it('offers it under the thumb of a phone once', async () => {
    onPhone();
    await renderGame('/game', empty());
    expect(await screen.findAllByRole('button', { name: /Plot/ })).toHaveLength(1);
  });
});

describe('alerts', () => {
  it('are words, with moments as the time until then', async () => {
    const game = new FakeGame();
    game.alerts = [
      {
        id: '00000000-0000-4000-8000-0000000000e1',
        kind: 'system',
        severity: 'warning',
        key: 'shelter_ending',
        params: { station: 'Halden Exchange', until: new Date(FAKE_NOW + 3_600_000).toISOString() },
        link: null,
        at: new Date(FAKE_NOW).toISOString(),
      },
    ];
    await opened(game);
    expect(screen.getByText(/^Halden Exchange shelters you for .* more$/).textContent).not.toContain('Z ');
  });
});

describe('the cockpit on a phone', () => {
  it('has five tabs at the bottom, the next act above them and commands behind a key', async () => {
    onPhone();
    await renderGame('/game');
    expect(await screen.findByRole('button', { name: /Dock/ })).toBeTruthy();
    const tabs = within(screen.getByRole('navigation')).getAllByRole('link');
    expect(tabs.map(({ textContent }) => textContent)).toEqual(['Fly', 'Trade', 'Map', 'Comms', 'More']);
    fireEvent.click(screen.getByRole('button', { name: 'Command' }));
    const sheet = await screen.findByRole('dialog');
    expect(within(sheet).getByRole('textbox', { name: 'Command' })).toBeTruthy();
  });
});

describe('the command line', () => {
  const type = async (line: string) => {
    const field = screen.getByRole('textbox', { name: 'Command' });
    fireEvent.change(field, { target: { value: line } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(field).toHaveProperty('value', ''));
  };

  it('answers each command with one line', async () => {
    const { services } = await opened();
    await type('turns');
    await waitFor(() => expect(services.log.getState().lines.at(-1)?.text).toMatch(/847/));
    await type('frobnicate');
    await waitFor(() => expect(services.log.getState().lines.at(-1)?.text).toMatch(/frobnicate/));
    expect(services.log.getState().lines).toHaveLength(2);
  });

  it('flies to a neighbour as the button does', async () => {
    const game = await opened();
    await type('m 215');
    await screen.findByRole('heading', { level: 1, name: /#215/ });
    expect(moves(game)).toHaveLength(1);
  });
});

describe('when the server does not answer as hoped', () => {
  it('offers another try with the number of the request, panel by panel', async () => {
    const { server } = await renderGame('/game/settings', new FakeGame(), (fake) =>
      fake.refuse('/auth/sessions', 403, 'forbidden'),
    );
    const panel = await screen.findByRole('region', { name: 'Signed in' });
    const again = await within(panel).findByRole('button', { name: 'Try again' });
    expect(within(panel).getByText(/dead/)).toBeTruthy();
    server.allow('/auth/sessions');
    fireEvent.click(again);
    expect(await within(panel).findByText('this device')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Display' })).toBeTruthy();
  });

  it('says so when nobody answers, and keeps what it knows on the screen', async () => {
    const { server, services } = await opened();
    server.setReachable(false);
    press('1');
    await waitFor(() => expect(services.link.getState().kind).toBe('offline'));
    expect(screen.getByRole('heading', { name: /Halden Reach/ })).toBeTruthy();
    const dock = screen.getByRole('button', { name: /Dock/ });
    await waitFor(() => expect(dock.getAttribute('aria-disabled')).toBe('true'));
  });
});
