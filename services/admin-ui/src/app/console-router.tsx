import { createBrowserRouter } from 'react-router';
import { StatusPage } from '../features/system/StatusPage.tsx';
import { Gate } from '../shell/Gate.tsx';
import { Shell } from '../shell/Shell.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RouteError } from './RouteError.tsx';

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
        errorElement: <RouteError />,
        children: [
          { index: true, element: <StatusPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
    { basename: '/admin' },
  );
