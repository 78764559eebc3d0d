import type { ReactElement } from 'react';
import { useSyncExternalStore } from 'react';
import type { Announcer } from './announcer.ts';
import styles from './VisuallyHidden.module.css';

export interface LiveRegionProps {
  readonly announcer: Announcer;
}

/** The two live regions of an app, mounted once and never empty of their element. */
export function LiveRegion({ announcer }: LiveRegionProps): ReactElement {
  const { polite, assertive } = useSyncExternalStore(
    announcer.subscribe,
    announcer.current,
    announcer.current,
  );
  return (
    <>
      <div role="status" aria-live="polite" aria-atomic="true" className={styles.hidden}>
        {polite}
      </div>
      <div role="alert" aria-live="assertive" aria-atomic="true" className={styles.hidden}>
        {assertive}
      </div>
    </>
  );
}
