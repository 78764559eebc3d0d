import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import styles from './IconButton.module.css';

export interface IconButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'disabled' | 'aria-label'> {
  /** What it does, in words: the icon's only name. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly hotkey?: string | undefined;
  /** Draws the border of a control; without it the icon stands alone. */
  readonly framed?: boolean;
  /** 24 px, for rows; 44 px under a finger. */
  readonly tight?: boolean;
  /** Why it cannot be done now; read with the label. */
  readonly disabledReason?: string | undefined;
}

/** A button that is only an icon. The label doubles as its tooltip. */
export function IconButton({
  label,
  icon,
  hotkey,
  framed = false,
  tight = false,
  disabledReason,
  className,
  onClick,
  type = 'button',
  ...rest
}: IconButtonProps): ReactElement {
  const disabled = disabledReason !== undefined;
  const name = disabled ? `${label}: ${disabledReason}` : label;
  return (
    <button
      {...rest}
      type={type}
      className={clsx(styles.icon, framed && styles.framed, tight && styles.tight, className)}
      aria-label={name}
      title={name}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={hotkey}
      onClick={disabled ? (event) => event.preventDefault() : onClick}
    >
      {icon}
    </button>
  );
}
