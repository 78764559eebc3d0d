import type { ReactElement } from 'react';
import { lazy, Suspense } from 'react';
import styles from './PriceSummary.module.css';

const PriceTable = lazy(() =>
  import('../features/trading/PriceTable.tsx').then((module) => ({ default: module.PriceTable })),
);

/** The prices of a station, wherever one is selected. Loaded with the first station somebody looks at. */
export function PriceSummary({ stationId }: { readonly stationId: string }): ReactElement {
  return (
    <Suspense fallback={<div className={styles.waiting} />}>
      <PriceTable stationId={stationId} />
    </Suspense>
  );
}
