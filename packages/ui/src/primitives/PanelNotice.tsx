import type { ReactElement } from 'react';
import { Button } from './Button.tsx';
import styles from './Panel.module.css';
import type { PanelState } from './panel-state.ts';

export interface PanelNoticeProps {
  readonly state: Extract<PanelState, { kind: 'empty' | 'error' | 'forbidden' }>;
}

/** What a panel says instead of its content; also usable without a panel. */
export function PanelNotice({ state }: PanelNoticeProps): ReactElement {
  switch (state.kind) {
    case 'empty':
      return (
        <div className={styles.notice}>
          <p>{state.text}</p>
          {state.action}
        </div>
      );
    case 'forbidden':
      return (
        <div className={styles.notice}>
          <p>{state.text}</p>
          {state.unlock !== undefined && <p className="lo">{state.unlock}</p>}
        </div>
      );
    case 'error':
      return (
        <div className={styles.notice} role="alert">
          <p>
            <strong>{state.message}</strong>
          </p>
          <Button size="small" onClick={state.onRetry}>
            {state.retryLabel}
          </Button>
          {state.requestId !== undefined && (
            <p className={styles.request}>
              {state.requestIdLabel} <code>{state.requestId}</code>
            </p>
          )}
        </div>
      );
  }
}
