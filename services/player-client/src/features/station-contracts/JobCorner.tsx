import type { ReactElement } from 'react';
import { lazy, Suspense } from 'react';

const Tracker = lazy(() => import('./JobTracker.tsx').then(({ JobTracker }) => ({ default: JobTracker })));
const Chip = lazy(() => import('./JobChip.tsx').then(({ JobChip }) => ({ default: JobChip })));

/** The open jobs in the cockpit; they come after the first view. */
export function JobTracker(props: { readonly sectorId: number | null }): ReactElement {
  return (
    <Suspense fallback={null}>
      <Tracker {...props} />
    </Suspense>
  );
}

/** The open jobs in the status bar; they come after the first view. */
export function JobChip(): ReactElement {
  return (
    <Suspense fallback={null}>
      <Chip />
    </Suspense>
  );
}
