import { clsx } from 'clsx';
import type { CSSProperties, ReactElement } from 'react';
import styles from './PriceRule.module.css';
import { positionOnRange } from './price-rule-position.ts';

export interface PriceRuleProps {
  readonly price: number | bigint;
  /** Ends of the usual range. */
  readonly low: number | bigint;
  readonly high: number | bigint;
  /** What the player paid; a triangle left of the tick means a gain. */
  readonly ownCost?: number | bigint | undefined;
  /** Whether the price is good for the player, as the server says it. */
  readonly tone?: 'neutral' | 'gain' | 'loss';
  /** 132 px instead of 72 px, for the cards of a phone. */
  readonly wide?: boolean;
  /** The rule in words: "price 89 in the usual range 64 to 106, your cost 71". */
  readonly label: string;
}

/** The usual range as a hairline, a tick for the price now, a triangle for the own cost. */
export function PriceRule({
  price,
  low,
  high,
  ownCost,
  tone = 'neutral',
  wide = false,
  label,
}: PriceRuleProps): ReactElement {
  const place: Record<string, string> = { '--at': `${positionOnRange(price, low, high)}%` };
  if (ownCost !== undefined) place['--cost'] = `${positionOnRange(ownCost, low, high)}%`;
  return (
    <span
      role="img"
      aria-label={label}
      className={clsx(styles.rule, wide && styles.wide, tone !== 'neutral' && styles[tone])}
      style={place as CSSProperties}
    >
      <span className={styles.now} />
      {ownCost !== undefined && <span className={styles.cost} />}
    </span>
  );
}
