import type { ReactElement } from 'react';
import { isCommodityKey } from '../glyphs/commodity-glyphs.ts';
import styles from './HoldCells.module.css';
import type { HoldSegment } from './hold-layout.ts';
import { layOutHold } from './hold-layout.ts';

export interface HoldCellsProps {
  readonly segments: readonly HoldSegment[];
  /** Holds of the ship. */
  readonly capacity: number;
  /** Pixels; every cell ends in a 1 px cut. */
  readonly width?: number;
  readonly height?: number;
  /** The row in words: "30 equipment, 8 fuel, 12 free". */
  readonly label: string;
}

/** One cell per hold, coloured by commodity, in the order of the cargo list. */
export function HoldCells({
  segments,
  capacity,
  width = 150,
  height = 12,
  label,
}: HoldCellsProps): ReactElement {
  const { cells, bars } = layOutHold(segments, capacity);
  const pitch = width / cells;
  const cuts = Array.from(
    { length: cells - 1 },
    (_, cell) => `M${round((cell + 1) * pitch - 0.5)} 0V${height}`,
  );
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.cells}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <rect className={styles.free} width={width - 1} height={height} />
      {bars.map((bar) => (
        <rect
          key={bar.commodity}
          className={isCommodityKey(bar.commodity) ? styles[bar.commodity] : styles.other}
          x={round(bar.from * pitch)}
          width={round(bar.cells * pitch - (bar.from + bar.cells >= cells ? 1 : 0))}
          height={height}
        />
      ))}
      <path className={styles.cut} d={cuts.join('')} />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
