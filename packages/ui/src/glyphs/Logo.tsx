import type { ReactElement } from 'react';
import styles from './Logo.module.css';

/** Letters of the wide cut on a 100 × 60 box, with their place in the word. */
const S = 'M96 4H16Q4 4 4 16v4q0 10 12 10h68q12 0 12 12v2q0 12-12 12H4';
const R = 'M4 60V4h80q12 0 12 12v6q0 12-12 12H4M60 34l34 26';
const O = 'M16 4h68q12 0 12 12v28q0 12-12 12H16Q4 56 4 44V16Q4 4 16 4z';
const TWO = 'M4 4h80q12 0 12 12v4q0 10-12 10H16Q4 30 4 42v14h92';
const WORD: readonly (readonly [x: number, d: string])[] = [
  [0, S],
  [128, 'M96 4H16Q4 4 4 16v28q0 12 12 12h80M4 30h80'],
  [256, 'M96 4H16Q4 4 4 16v28q0 12 12 12h80'],
  [384, 'M0 4h100M50 4v56'],
  [512, O],
  [640, R],
  [768, 'M4 0v44q0 12 12 12h22q12 0 12-12V14M50 44q0 12 12 12h22q12 0 12-12V0'],
  [896, 'M4 60V16Q4 4 16 4h68q12 0 12 12v44M4 38h92'],
  [1024, R],
  [1152, S],
  [1324, TWO],
  [1452, 'M32 4h20v56'],
  [1536, O],
  [1664, TWO],
];

export interface LogoProps {
  /** The product's name; without it the logo is decoration beside text. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** The mark: a sector seen as a cube, its core lit. */
export function LogoMark({ label, className }: LogoProps): ReactElement {
  return (
    <svg
      viewBox="0 0 24 24"
      className={className ?? styles.mark}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d="M12 1.5 21.1 6.75v10.5L12 22.5 2.9 17.25V6.75z" />
      <path d="M12 22.5V12L2.9 6.75M12 12l9.1-5.25" />
      <circle className={styles.core} cx="12" cy="12" r="2.2" />
    </svg>
  );
}

/** The name in the wide cut, drawn: the only place this lettering exists. */
export function Wordmark({ label, className }: LogoProps): ReactElement {
  return (
    <svg
      viewBox="-4 -4 1772 70"
      className={className ?? styles.wordmark}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {WORD.map(([x, d]) => (
        <path key={x} transform={`translate(${x})`} d={d} />
      ))}
    </svg>
  );
}
