import { I18nextProvider } from '@sw/i18n';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { StrictMode, Suspense, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { StepUpDialog } from '../features/step-up/StepUpDialog.tsx';
import { ConsoleContext } from './console-context.ts';
import { createConsoleRouter } from './console-router.tsx';
import type { ConsoleServices } from './console-services.ts';

/** The console with everything its pages need above them. */
export function ConsoleApp({ services }: { services: ConsoleServices }): ReactElement {
  const [router] = useState(createConsoleRouter);
  return (
    <StrictMode>
      <ConsoleContext value={services}>
        <I18nextProvider i18n={services.i18n}>
          <QueryClientProvider client={services.queries}>
            <Suspense>
              <RouterProvider router={router} />
              <StepUpDialog />
            </Suspense>
          </QueryClientProvider>
        </I18nextProvider>
      </ConsoleContext>
    </StrictMode>
  );
}
