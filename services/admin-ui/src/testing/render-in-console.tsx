import { I18nextProvider } from '@sw/i18n';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ConsoleContext } from '../app/console-context.ts';
import { createConsoleServices } from '../app/console-services.ts';
import { NoticesProvider } from '../shell/NoticesProvider.tsx';
import { FakeServer, signedIn } from './fake-server.ts';

export interface InConsole {
  readonly server: FakeServer;
  /** The address of the page now, below `/admin`. */
  readonly address: () => string;
}

/** Draws one page, or a part of one, with everything above it that the console has; somebody is signed in. */
export const renderInConsole = async (
  element: ReactElement,
  options: { readonly server?: FakeServer; readonly address?: string; readonly path?: string } = {},
): Promise<InConsole> => {
  const server = options.server ?? new FakeServer();
  server.answer('POST /admin/auth/refresh', signedIn());
  const services = await createConsoleServices({ language: 'en', fetch: server.fetch });
  await services.session.restore();
  const router = createMemoryRouter(
    [
      { path: options.path ?? '*', element },
      { path: '*', element: null },
    ],
    { initialEntries: [options.address ?? '/'] },
  );
  render(
    <ConsoleContext value={services}>
      <I18nextProvider i18n={services.i18n}>
        <QueryClientProvider client={services.queries}>
          <NoticesProvider>
            <RouterProvider router={router} />
          </NoticesProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </ConsoleContext>,
  );
  return { server, address: () => router.state.location.pathname + router.state.location.search };
};
