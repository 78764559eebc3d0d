import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeGame } from '../../testing/fake-game.ts';
import { fakeJob } from '../../testing/fake-job.ts';
import { freshPage } from '../../testing/fresh-page.ts';
import { renderGame } from '../../testing/render-game.tsx';

freshPage();

const press = (key: string) => fireEvent.keyDown(document.body, { key });

/** A game docked at home, with one job from there to the next station. */
const withJob = (state: 'posted' | 'accepted' | 'in_transit' = 'posted', isThere = false): FakeGame => {
  const game = new FakeGame();
  game.docked = true;
  const here = game.sector;
  const there = game.world.sectors.find(({ station, number }) => station !== null && number !== here.number);
  const place = (sector: typeof here, turns: number) => ({
    stationId: sector.station?.id ?? '',
    stationName: sector.station?.name ?? '',
    sectorId: sector.number,
    sectorNumber: sector.number,
    regionName: 'terran-space',
    turns,
    knownHops: turns / 3,
  });
  if (there === undefined) throw new Error('one station only');
  const target = isThere ? place(here, 0) : place(there, 15);
  const deadlineAt = state === 'posted' ? null : '2102-11-20T20:03:00.000Z';
  game.jobs = [fakeJob(place(here, 0), target, { state, deadlineAt })];
  return game;
};

const boardOf = async (game: FakeGame) => {
  const rendered = await renderGame(`/game/station/${game.sector.station?.id}/jobs`, game);
  await screen.findByRole('heading', { level: 1, name: game.sector.station?.name ?? '' });
  return rendered;
};
const posts = (calls: readonly { readonly target: string }[]): string[] =>
  calls.flatMap(({ target }) => /\/(accept|pickup|deliver|abandon)$/.exec(target)?.[1] ?? []);

describe('the job board', () => {
  it('says what a job pays, costs and risks, and loads what is accepted', async () => {
    const { server, services } = await boardOf(withJob());
    const job = (await screen.findByText(/Freight, 12 units/)).closest('li');
    if (job === null) throw new Error('no row');
    expect(within(job).getByText('1,350 cr')).toBeTruthy();
    expect(within(job).getByText('90 cr a turn')).toBeTruthy();
    expect(within(job).getByText(/failing costs 675 cr/)).toBeTruthy();
    fireEvent.click(within(job).getByRole('button', { name: /Accept and load/ }));
    await waitFor(() => expect(posts(server.calls)).toEqual(['accept', 'pickup']));
    const open = await screen.findByRole('region', { name: /Open jobs/ });
    expect(await within(open).findByText(/Bring it to/)).toBeTruthy();
    expect(services.log.getState().lines.at(-1)?.text).toMatch(/Accepted: Freight.*Loaded 12/);
  });

  it('keeps the job when there is no room for its cargo, and says so', async () => {
    const game = withJob();
    const { server, services } = await boardOf(game);
    server.refuse(`/contracts/${game.jobs[0]?.id}/pickup`, 409, 'cargo_full');
    fireEvent.click(await screen.findByRole('button', { name: /Accept and load/ }));
    await waitFor(() => expect(services.log.getState().lines.at(-1)?.text).toMatch(/Not loaded yet/));
    expect(await screen.findByRole('button', { name: /Load 12 units/ })).toBeTruthy();
  });

  it('does not promise to load what does not fit', async () => {
    const game = withJob();
    game.cargo.set('fuel', { quantity: 20, avgCost: 36 });
    await boardOf(game);
    expect(await screen.findByText(/Does not fit: 0 free/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Accept and load/ })).toBeNull();
  });

  it('shows one kind, and says when there is none of it', async () => {
    await boardOf(withJob());
    await screen.findByText(/Freight, 12 units/);
    fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'express' } });
    expect(await screen.findByText(/No job of this kind/)).toBeTruthy();
  });

  it('is read at its station only', async () => {
    const game = withJob();
    game.docked = false;
    await renderGame(`/game/station/${game.sector.station?.id}/jobs`, game);
    expect(await screen.findByText(/A board is read at its station/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: /^Dock/ })).toBeTruthy();
  });

  it('opens with Q where the ship is docked', async () => {
    const { router } = await renderGame('/game', withJob());
    await screen.findByRole('button', { name: /Undock/ });
    press('q');
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/jobs$/));
  });
});

describe('open jobs', () => {
  it('are delivered where they belong', async () => {
    const { server, services } = await renderGame('/game/jobs', withJob('in_transit', true));
    fireEvent.click(await screen.findByRole('button', { name: 'Deliver' }));
    await waitFor(() => expect(posts(server.calls)).toEqual(['deliver']));
    await waitFor(() => expect(services.log.getState().lines.at(-1)?.tone).toBe('good'));
    expect(await screen.findByText(/You have no open job/)).toBeTruthy();
  });

  it('are abandoned only after the penalty was read', async () => {
    const { server } = await renderGame('/game/jobs', withJob('in_transit'));
    fireEvent.click(await screen.findByRole('button', { name: 'Abandon' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText(/The penalty of 675 cr/)).toBeTruthy();
    expect(posts(server.calls)).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Abandon' }));
    await waitFor(() => expect(posts(server.calls)).toEqual(['abandon']));
  });

  it('stand in the cockpit with their next step and the time left', async () => {
    await renderGame('/game', withJob('in_transit'));
    const tracker = await screen.findByRole('region', { name: 'Open jobs' });
    expect(within(tracker).getByText(/Bring it to/)).toBeTruthy();
    expect(await screen.findByRole('link', { name: /1 job/ })).toBeTruthy();
  });
});
