import { clsx } from 'clsx';
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { ObjectGlyph } from '../glyphs/signs.tsx';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the close button, or a press beside the dialog. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly closeLabel: string;
  /** Acts at the foot, the next one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** What cannot be taken back: a press beside it does not close it. */
  readonly danger?: boolean;
  readonly children: ReactNode;
}

/**
 * A modal dialog on the native element, which keeps focus inside, makes the
 * rest inert, and gives focus back to where it came from.
 */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  actions,
  wide = false,
  danger = false,
  children,
}: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  function handlePress(event: MouseEvent<HTMLDialogElement>): void {
    if (!danger && event.target === dialog.current) onClose();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the press closes by the backdrop; its key is Escape, which the element handles.
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      role={danger ? 'alertdialog' : undefined}
      className={clsx(styles.dialog, wide && styles.wide)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={handlePress}
    >
      {open && (
        <>
          <header className={styles.head}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <IconButton label={closeLabel} icon={<ObjectGlyph kind="cross" />} onClick={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions !== undefined && <footer className={styles.acts}>{actions}</footer>}
        </>
      )}
    </dialog>
  );
}
