import { createI18n, NAMESPACES } from '@sw/i18n';
import type { RenderResult } from '@testing-library/react';
import { render } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { GameApp } from '../app/GameApp.tsx';
import { gameRoutes } from '../app/game-router.tsx';
import type { GameServices } from '../app/game-services.ts';
import { createGameServices } from '../app/game-services.ts';
import type { SignInReply } from '../app/public-api.ts';
import type { FakeServer } from './fake-fetch.ts';
import { fakeServer } from './fake-fetch.ts';
import { FakeGame } from './fake-game.ts';
import { answerFake } from './fake-routes.ts';

export interface RenderedGame {
  readonly page: RenderResult;
  readonly services: GameServices;
  readonly server: FakeServer;
  readonly router: ReturnType<typeof createMemoryRouter>;
  readonly game: FakeGame;
}

/** The whole game over the fake server, at a path, signed in. Nothing is pushed: there is no socket. */
export async function renderGame(
  path: string,
  game = new FakeGame(),
  prepare: (server: FakeServer) => void = () => undefined,
): Promise<RenderedGame> {
  // The drawn sector needs a graphics card; its text does not.
  game.settings = { ...game.settings, view: 'text' };
  const server = fakeServer(game);
  prepare(server);
  const i18n = await createI18n({ language: 'en', namespaces: NAMESPACES });
  const services = createGameServices({
    config: { apiBase: '/api/v1', socketPath: '/api/v1/ws/connect' },
    i18n,
    signedIn: answerFake(game, 'POST', '/auth/login', {}).json as SignInReply,
    onFirstLoginOpen: () => void router.navigate('/welcome'),
    fetch: server.fetch,
  });
  const router = createMemoryRouter(gameRoutes(services), { initialEntries: [path] });
  const page = render(<GameApp services={services} router={router} />);
  return { page, services, server, router, game };
}
