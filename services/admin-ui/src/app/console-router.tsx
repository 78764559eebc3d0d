import type { RouteObject } from 'react-router';
import { createBrowserRouter } from 'react-router';
import { ALL_PAGES } from '../pages/all-pages.ts';
import type { ConsolePage } from '../pages/console-page.ts';
import { PageGuard } from '../pages/PageGuard.tsx';
import { Gate } from '../shell/Gate.tsx';
import { Shell } from '../shell/Shell.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RouteError } from './RouteError.tsx';

const routeOf = (page: ConsolePage): RouteObject => ({
  ...(page.path === '/'
    ? { index: true as const }
    : { path: `${page.path.slice(1)}${page.detail === undefined ? '' : `/${page.detail}`}` }),
  lazy: async () => {
    const Page = await page.load();
    return {
      element: (
        <PageGuard page={page}>
          <Page />
        </PageGuard>
      ),
    };
  },
  errorElement: <RouteError />,
});

/** The pages of the console. The gate stands before all of them, at whatever address. */
export const createConsoleRouter = () =>
  createBrowserRouter(
    [
      {
        element: (
          <Gate>
            <Shell />
          </Gate>
        ),
        hydrateFallbackElement: <></>,
        errorElement: <RouteError />,
        children: [...ALL_PAGES.map(routeOf), { path: '*', element: <NotFoundPage /> }],
      },
    ],
    { basename: '/admin' },
  );
