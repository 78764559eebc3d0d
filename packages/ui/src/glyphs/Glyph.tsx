import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import styles from './Glyph.module.css';

export interface GlyphProps {
  /** Path data on a 16 grid, drawn as one stroke of 1.25. */
  readonly path: string;
  readonly className?: string | undefined;
  /** A name makes it an image; without one the text beside it speaks. */
  readonly label?: string | undefined;
}

/** One of our own signs. Colour is the text colour of its place. */
export function Glyph({ path, className, label }: GlyphProps): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      className={clsx(styles.glyph, className)}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={path} />
    </svg>
  );
}
