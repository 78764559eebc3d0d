import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import styles from './Panel.module.css';
import { PanelNotice } from './PanelNotice.tsx';
import type { PanelState } from './panel-state.ts';
import { Skeleton } from './Skeleton.tsx';

export interface PanelProps {
  readonly title: ReactNode;
  /** `subject` is the large title of the context panel. */
  readonly look?: 'list' | 'subject';
  readonly headingLevel?: 2 | 3;
  /** Makes the heading the target of a skip link or of moved focus. */
  readonly headingId?: string;
  /** Said beside the title in a low voice: a count, a unit, an age. */
  readonly note?: ReactNode;
  /** At the end of the header. */
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly state?: PanelState;
  readonly padded?: boolean;
  readonly scroll?: boolean;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

const READY: PanelState = { kind: 'ready' };

/** A region with a heading, a body and the standard states. */
export function Panel({
  title,
  look = 'list',
  headingLevel = 2,
  headingId,
  note,
  actions,
  footer,
  state = READY,
  padded = false,
  scroll = false,
  className,
  children,
}: PanelProps): ReactElement {
  const ownId = useId();
  const id = headingId ?? ownId;
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const busy = state.kind === 'loading' || state.kind === 'refetching';
  return (
    <section
      className={clsx(styles.panel, look === 'subject' && styles.subject, className)}
      aria-labelledby={id}
      aria-busy={busy || undefined}
    >
      {state.kind === 'refetching' && <span className={styles.refetch} aria-hidden="true" />}
      <header className={styles.head}>
        <Heading id={id} tabIndex={-1} className={styles.title}>
          {title}
        </Heading>
        {note !== undefined && <span>{note}</span>}
        {state.kind === 'stale' && <span className={styles.stamp}>{state.stamp}</span>}
        {actions !== undefined && <span className={styles.actions}>{actions}</span>}
      </header>
      <div
        className={clsx(
          styles.body,
          padded && styles.padded,
          scroll && styles.scroll,
          state.kind === 'stale' && styles.stale,
        )}
      >
        <PanelBody state={state}>{children}</PanelBody>
      </div>
      {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
    </section>
  );
}

function PanelBody({ state, children }: { state: PanelState; children: ReactNode }): ReactNode {
  switch (state.kind) {
    case 'ready':
    case 'refetching':
    case 'stale':
      return children;
    case 'loading':
      return state.skeleton ?? <Skeleton rows={state.rows ?? 4} label={state.label} />;
    case 'empty':
    case 'error':
    case 'forbidden':
      return <PanelNotice state={state} />;
  }
}
