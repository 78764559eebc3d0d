import type { ReactElement, ReactNode } from 'react';
import styles from './MapPage.module.css';
import type { Look, Shape } from './overlay-looks.ts';

/** The shapes of `draw-shape` on a 16 grid. */
const PATHS: Readonly<Record<Shape, ReactNode>> = {
  dot: <circle cx="8" cy="8" r="4" />,
  ring: <circle cx="8" cy="8" r="4" />,
  square: <path d="M4.500 4.500h7v7h-7z" />,
  triangle: <path d="M8 3.500 12.500 11.500h-9z" />,
  diamond: <path d="M8 3 13 8 8 13 3 8z" />,
  plus: <path d="M6.500 3h3v3.500H13v3H9.500V13h-3V9.500H3v-3h3.500z" />,
  star: <path d="M8 2.500 9.500 6l4 .3-3 2.500 1 4L8 10.600 4.500 12.800l1-4-3-2.500 4-.3z" />,
};

/** A sector as an overlay draws it, for the legend. */
export function LookSign({ look: { tone, shape, alpha } }: { readonly look: Look }): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={shape === 'ring' ? styles.outlined : styles.solid}
      style={{ color: `var(--${tone})`, opacity: Math.max(0.45, alpha / 255) }}
    >
      {PATHS[shape]}
    </svg>
  );
}
