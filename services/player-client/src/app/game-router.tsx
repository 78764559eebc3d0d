import type { Namespace } from '@sw/i18n';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { createBrowserRouter, redirect } from 'react-router';
import { restoreCourse } from '../courses/restore-course.ts';
import { gameQueries } from './game-queries.ts';
import type { GameServices } from './game-services.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { loginPathFor, PUBLIC_PATHS } from './public-routes.ts';
import { RouteError } from './RouteError.tsx';
import { SCREEN_CHUNKS } from './screen-chunks.ts';

/** Shown while the first screen of a visit loads: nothing, because it takes less time than reading. */
function BlankPage(): null {
  return null;
}

/** Leaves for a page of the other half of the client: a full load, which this promise never survives. */
function leaveFor(path: string): Promise<never> {
  location.assign(path);
  return new Promise<never>(() => undefined);
}

const pathOf = (request: Request): string => {
  const url = new URL(request.url);
  return url.pathname + url.search;
};

/** Signed in, or on the way to the sign-in page. */
async function requireSession({ session }: GameServices, request: Request): Promise<void> {
  const state = session.state();
  const signedIn = state.status === 'unknown' ? await session.restore() : state.status === 'signed_in';
  if (!signedIn) await leaveFor(loginPathFor(pathOf(request)));
}

type ScreenLoader = () => Promise<{ Component: ComponentType }>;

/** A screen together with texts the first view does without. */
const withTexts =
  ({ i18n }: GameServices, texts: Namespace[], load: ScreenLoader): ScreenLoader =>
  async () => {
    const [screen] = await Promise.all([load(), i18n.loadNamespaces(texts)]);
    return screen;
  };

const withTradeTexts = (services: GameServices, load: ScreenLoader): ScreenLoader =>
  withTexts(services, ['trade'], load);

/** Counters that are tabs of the ship one flies. */
const SHIP_COUNTERS = [
  ['refit', 'upgrades'],
  ['repair', 'maintenance'],
  ['insurance', 'insurance'],
] as const;

/** The routes of the game; each screen is a chunk of its own. */
export function gameRoutes(services: GameServices): RouteObject[] {
  const { api, queries } = services;
  return [
    {
      ErrorBoundary: RouteError,
      HydrateFallback: BlankPage,
      children: [
        {
          path: '/game',
          loader: async ({ request }) => {
            await requireSession(services, request);
            void queries.prefetchQuery(gameQueries.settings(api));
            void queries.prefetchQuery(gameQueries.rules(api));
            const state = await queries.ensureQueryData(gameQueries.state(api));
            if (state.player.firstLoginState !== 'completed') return redirect('/welcome');
            void restoreCourse(api);
            if (new URL(request.url).pathname === '/game')
              void queries.prefetchQuery(gameQueries.sector(api));
            return null;
          },
          // The shell stays; a change of screen asks nothing of it.
          shouldRevalidate: () => false,
          lazy: async () => ({ Component: (await import('../shell/GameShell.tsx')).GameShell }),
          children: [
            {
              // A screen that does not open leaves the shell, its keys and its link chip where they are.
              ErrorBoundary: RouteError,
              children: [
                { index: true, lazy: SCREEN_CHUNKS.cockpit },
                { path: 'map', lazy: withTexts(services, ['map'], SCREEN_CHUNKS.map) },
                { path: 'markets', lazy: withTradeTexts(services, SCREEN_CHUNKS.markets) },
                { path: 'station/:id', lazy: withTradeTexts(services, SCREEN_CHUNKS.station) },
                {
                  path: 'station/:id/jobs',
                  lazy: withTexts(services, ['trade', 'jobs'], SCREEN_CHUNKS.board),
                },
                { path: 'sector/:number', lazy: withTexts(services, ['explore'], SCREEN_CHUNKS.sector) },
                { path: 'jobs', lazy: withTexts(services, ['jobs'], SCREEN_CHUNKS.jobs) },
                {
                  path: 'station/:id/shipyard',
                  lazy: withTexts(services, ['trade', 'ships'], SCREEN_CHUNKS.shipyard),
                },
                ...SHIP_COUNTERS.map(([venue, tab]) => ({
                  path: `station/:id/${venue}`,
                  loader: () => redirect(`/game/ships/active/${tab}`),
                })),
                {
                  path: 'station/:id/:venue',
                  lazy: withTexts(services, ['trade', 'services', 'log'], SCREEN_CHUNKS.services),
                },
                { path: 'ship', loader: () => redirect('/game/ships') },
                {
                  path: 'ships/:id?/:tab?',
                  lazy: withTexts(services, ['trade', 'ships'], SCREEN_CHUNKS.ships),
                },
                { path: 'comms', lazy: SCREEN_CHUNKS.comms },
                { path: 'log', lazy: withTexts(services, ['trade', 'services', 'log'], SCREEN_CHUNKS.log) },
                { path: 'settings', lazy: SCREEN_CHUNKS.settings },
                { path: 'account', lazy: withTexts(services, ['account'], SCREEN_CHUNKS.account) },
                { path: 'more', lazy: SCREEN_CHUNKS.more },
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
        {
          path: '/welcome',
          loader: async ({ request }) => {
            await requireSession(services, request);
            const state = await queries.ensureQueryData(gameQueries.firstLogin(api));
            return state.state === 'completed' ? redirect('/game') : null;
          },
          lazy: async () => {
            const [{ WelcomePage }] = await Promise.all([
              import('../features/first-login/WelcomePage.tsx'),
              services.i18n.loadNamespaces(['auth']),
            ]);
            return { Component: WelcomePage };
          },
        },
        {
          path: '/help/:topic?',
          lazy: async () => {
            const [{ HelpPage }] = await Promise.all([
              import('../features/help/HelpPage.tsx'),
              services.i18n.loadNamespaces(['help']),
            ]);
            return { Component: HelpPage };
          },
        },
        ...PUBLIC_PATHS.map((path) => ({
          path,
          loader: ({ request }: { request: Request }) => leaveFor(pathOf(request)),
        })),
        { path: '*', Component: NotFoundPage },
      ],
    },
  ];
}

/** The router of the game over its services. */
export function createGameRouter(services: GameServices): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(gameRoutes(services));
}
