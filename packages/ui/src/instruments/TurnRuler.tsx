import type { ReactElement } from 'react';
import styles from './TurnRuler.module.css';

/** Turns between two ticks, doubled until at most this many ticks fit. */
const TICK_TURNS = 100;
const MAX_TICKS = 20;

export interface TurnRulerProps {
  readonly turns: number;
  readonly cap: number;
  /** Pixels. */
  readonly width?: number;
  /** The ruler in words: "847 of 1000 turns". */
  readonly label: string;
}

/** Ticks of 100 turns; the fill is what is left. More than the cap, after a grant, fills it. */
export function TurnRuler({ turns, cap, width = 100, label }: TurnRulerProps): ReactElement {
  const share = cap > 0 ? Math.min(1, Math.max(0, turns / cap)) : 0;
  const fill = Math.round(share * width * 10) / 10;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.ruler}
      width={width}
      height="12"
      viewBox={`0 0 ${width} 12`}
    >
      <path className={styles.ticks} d={tickPath(cap, width)} />
      <rect className={styles.left} y="1" width={fill} height="3" />
      <rect className={styles.spent} x={fill} y="1" width={width - fill} height="3" />
    </svg>
  );
}

function tickPath(cap: number, width: number): string {
  let step = TICK_TURNS;
  while (cap / step > MAX_TICKS) step *= 2;
  const count = Math.floor(Math.max(0, cap) / step);
  const at = (tick: number) => Math.round((0.5 + ((tick * step) / cap) * (width - 1)) * 10) / 10;
  return Array.from(
    { length: count + 1 },
    (_, tick) => `M${cap > 0 ? at(tick) : 0.5} ${tick % 5 ? 8 : 6}V12`,
  ).join('');
}
