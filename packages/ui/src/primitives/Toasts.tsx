import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { ObjectGlyph } from '../glyphs/signs.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Toasts.module.css';

export interface Toast {
  readonly id: string;
  readonly text: ReactNode;
  readonly tone?: 'neutral' | 'gain' | 'warn' | 'danger';
  /** One act at most, a small button or link. */
  readonly action?: ReactNode;
}

/** More wait until one goes; all of them are in the log anyway. */
const MAX_TOASTS = 3;

export interface ToastRegionProps {
  readonly label: string;
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: string) => void;
  readonly dismissLabel: string;
  /** At least 6 s; null keeps them until closed (settings, notifications). */
  readonly durationMs?: number | null;
}

/** What happened elsewhere on the screen. The clock stops under the pointer and with focus inside. */
export function ToastRegion({
  label,
  toasts,
  onDismiss,
  dismissLabel,
  durationMs = 6000,
}: ToastRegionProps): ReactElement {
  const [isHeld, setHeld] = useState(false);
  const shown = toasts.slice(0, MAX_TOASTS);
  return (
    <section
      aria-label={label}
      className={styles.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {shown.map((toast) => (
        <ToastItem
          key={toast.id}
          toast={toast}
          onDismiss={onDismiss}
          dismissLabel={dismissLabel}
          durationMs={isHeld ? null : durationMs}
        />
      ))}
    </section>
  );
}

interface ToastItemProps {
  readonly toast: Toast;
  readonly onDismiss: (id: string) => void;
  readonly dismissLabel: string;
  readonly durationMs: number | null;
}

function ToastItem({ toast, onDismiss, dismissLabel, durationMs }: ToastItemProps): ReactElement {
  const { id, text, tone = 'neutral', action } = toast;
  const dismiss = useRef(onDismiss);
  useEffect(() => {
    dismiss.current = onDismiss;
  }, [onDismiss]);
  useEffect(() => {
    if (durationMs === null) return;
    const timer = setTimeout(() => dismiss.current(id), durationMs);
    return () => clearTimeout(timer);
  }, [id, durationMs]);
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={clsx(styles.toast, tone !== 'neutral' && styles[tone])}
    >
      <div>
        {text}
        {action}
      </div>
      <IconButton
        tight
        label={dismissLabel}
        icon={<ObjectGlyph kind="cross" />}
        onClick={() => onDismiss(id)}
      />
    </div>
  );
}
