import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PublicApp } from '../../app/PublicApp.tsx';
import { fakeServer } from '../../testing/fake-fetch.ts';
import { FakeGame } from '../../testing/fake-game.ts';
import { freshPage } from '../../testing/fresh-page.ts';

freshPage();

const open = (reachable: boolean) => {
  history.replaceState(null, '', '/');
  const server = fakeServer(new FakeGame());
  server.setReachable(reachable);
  vi.stubGlobal('fetch', server.fetch);
  render(<PublicApp enterGame={() => Promise.resolve()} />);
};

describe('the landing page', () => {
  it('shows how many are flying now, from the server', async () => {
    open(true);
    expect(await screen.findByText('412')).toBeTruthy();
  });

  it('says that the server does not answer, and opens no door that leads nowhere', async () => {
    open(false);
    expect((await screen.findByRole('alert')).textContent).toMatch(/does not answer/);
    for (const door of screen.getAllByRole('button', { name: /Log in|Play free/ }))
      expect(door.getAttribute('aria-disabled')).toBe('true');
  });
});
