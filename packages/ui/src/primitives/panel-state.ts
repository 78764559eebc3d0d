import type { ReactNode } from 'react';

/**
 * The standard states of a panel (rule book, front ends 1.6). Every text comes
 * from the caller; a state keeps the panel's header and its place.
 */
export type PanelState =
  | { readonly kind: 'ready' }
  /** First load: a skeleton with the geometry of what will come. */
  | {
      readonly kind: 'loading';
      readonly label: string;
      readonly rows?: number;
      readonly skeleton?: ReactNode;
    }
  /** Old data stays, a 2 px line says that new data is on its way. */
  | { readonly kind: 'refetching' }
  /** One sentence of what would be here and the act that fills it. */
  | { readonly kind: 'empty'; readonly text: ReactNode; readonly action?: ReactNode }
  | {
      readonly kind: 'error';
      readonly message: ReactNode;
      readonly retryLabel: string;
      readonly onRetry: () => void;
      readonly requestId?: string | undefined;
      readonly requestIdLabel?: string;
    }
  /** Old data, dimmed and stamped with its age: "as of 14:02:10". */
  | { readonly kind: 'stale'; readonly stamp: string }
  /** What it is and what unlocks it. */
  | { readonly kind: 'forbidden'; readonly text: ReactNode; readonly unlock?: ReactNode };
