import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import styles from './TradeCode.module.css';

/** What a station does with a good: it sells it, buys it, both, or neither. */
export type TradeSide = 'sells' | 'buys' | 'both' | null;

/** Ore, organics, equipment, fuel: always in this order. */
export type TradeSides = readonly [
  ore: TradeSide,
  organics: TradeSide,
  equipment: TradeSide,
  fuel: TradeSide,
];

export interface TradeCodeProps {
  readonly sides: TradeSides;
  /** The code in words: "sells ore, organics; buys equipment". */
  readonly label: string;
}

/** Keys by position: the four goods never change places. */
const PLACES = ['ore', 'organics', 'equipment', 'fuel'] as const;

/** Four letters: a filled B, they buy; a plain S, they sell; T, a TradeDock does both. */
export function TradeCode({ sides, label }: TradeCodeProps): ReactElement {
  return (
    <span role="img" aria-label={label} className={styles.code}>
      {sides.map((side, place) => (
        <span key={PLACES[place]} className={clsx(styles.letter, styleOf(side))}>
          {letterOf(side)}
        </span>
      ))}
    </span>
  );
}

function letterOf(side: TradeSide): string {
  if (side === 'sells') return 'S';
  if (side === 'buys') return 'B';
  return side === 'both' ? 'T' : '·';
}

function styleOf(side: TradeSide): string | undefined {
  if (side === 'sells') return styles.sells;
  return side === null ? styles.none : styles.buys;
}
