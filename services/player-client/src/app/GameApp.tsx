import { I18nextProvider } from '@sw/i18n';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { StrictMode, Suspense } from 'react';
import type { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { GameContext } from './game-context.ts';
import type { GameServices } from './game-services.ts';

export interface GameAppProps {
  readonly services: GameServices;
  readonly router: ReturnType<typeof createBrowserRouter>;
}

/** The game with everything its screens need above them. */
export function GameApp({ services, router }: GameAppProps): ReactElement {
  return (
    <StrictMode>
      <GameContext value={services}>
        <I18nextProvider i18n={services.i18n}>
          <QueryClientProvider client={services.queries}>
            <Suspense>
              <RouterProvider router={router} />
            </Suspense>
          </QueryClientProvider>
        </I18nextProvider>
      </GameContext>
    </StrictMode>
  );
}
