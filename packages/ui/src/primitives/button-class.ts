import { clsx } from 'clsx';
import styles from './Button.module.css';

/**
 * `next` is the one filled button of a screen; `plain` everything else that
 * acts; `quiet` what is rarely needed; `bare` inside dense rows; `danger` what
 * cannot be taken back.
 */
export type ButtonVariant = 'plain' | 'next' | 'quiet' | 'danger' | 'bare';

/** `large` is the thumb-sized act at the end of a panel. */
export type ButtonSize = 'small' | 'regular' | 'large';

export interface ButtonLook {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  /** Fills the width of its container. */
  readonly wide?: boolean | undefined;
}

/** Class names of a button, for a router link that must look like one. */
export function buttonClass({ variant = 'plain', size = 'regular', wide = false }: ButtonLook = {}): string {
  return clsx(
    styles.button,
    variant !== 'plain' && styles[variant],
    size !== 'regular' && styles[size],
    wide && styles.wide,
  );
}
