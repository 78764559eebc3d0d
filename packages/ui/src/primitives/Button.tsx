import { clsx } from 'clsx';
import type { ComponentPropsWithRef, MouseEvent, ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import styles from './Button.module.css';
import type { ButtonLook } from './button-class.ts';
import { buttonClass } from './button-class.ts';
import { KeyCap } from './KeyCap.tsx';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'>, ButtonLook {
  /** The single key that does the same; printed as a cap and announced. */
  readonly hotkey?: string | undefined;
  /** What it costs, at the far end: "1 turn". */
  readonly cost?: ReactNode;
  readonly icon?: ReactNode;
  /**
   * Why it cannot be done now, in words. Setting it disables the button; the
   * button stays focusable so that the reason can be reached and read.
   */
  readonly disabledReason?: string | undefined;
  /** Where the reason stands: under the button, or in a tip on hover and focus. */
  readonly reasonPlacement?: 'below' | 'tip';
  /** The act is on its way: presses are ignored, the button keeps its place. */
  readonly pending?: boolean;
}

/** The button. A native one: Enter, Space and form submission are the browser's. */
export function Button({
  variant,
  size,
  wide,
  hotkey,
  cost,
  icon,
  disabledReason,
  reasonPlacement = 'below',
  pending = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps): ReactElement {
  const reasonId = useId();
  const disabled = disabledReason !== undefined;

  function handleClick(event: MouseEvent<HTMLButtonElement>): void {
    if (disabled || pending) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    onClick?.(event);
  }

  const button = (
    <button
      {...rest}
      type={type}
      className={clsx(buttonClass({ variant, size, wide }), cost !== undefined && styles.hasCost, className)}
      aria-disabled={disabled || pending || undefined}
      aria-busy={pending || undefined}
      aria-describedby={disabled ? reasonId : rest['aria-describedby']}
      aria-keyshortcuts={hotkey}
      onClick={handleClick}
    >
      {hotkey !== undefined && <KeyCap>{hotkey}</KeyCap>}
      {icon}
      {children}
      {cost !== undefined && <span className={styles.cost}>{cost}</span>}
    </button>
  );
  if (!disabled) return button;
  const isTip = reasonPlacement === 'tip';
  return (
    <span className={clsx(isTip ? styles.withTip : styles.withReason, wide && styles.wide)}>
      {button}
      <span id={reasonId} className={isTip ? styles.tip : styles.reason}>
        {disabledReason}
      </span>
    </span>
  );
}
