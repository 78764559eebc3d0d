/** Up to this many holds each hold is a cell; above, cells are proportional. */
const MAX_CELLS = 50;

/** Quantity of one commodity aboard, in units of hold. */
export interface HoldSegment {
  readonly commodity: string;
  readonly quantity: number;
}

export interface HoldBar {
  readonly commodity: string;
  /** Cells from the left, fractions allowed on proportional rows. */
  readonly from: number;
  readonly cells: number;
}

export interface HoldLayout {
  readonly cells: number;
  readonly bars: readonly HoldBar[];
}

/**
 * Lays cargo out in cells, in the order given. At most 50 cells: a larger ship
 * gets 50 proportional ones. Quantities of zero are left out; what exceeds the
 * capacity is cut at the end of the row.
 */
export function layOutHold(segments: readonly HoldSegment[], capacity: number): HoldLayout {
  const cells = Math.min(MAX_CELLS, Math.max(1, Math.floor(capacity)));
  const unit = capacity > 0 ? cells / capacity : 0;
  const bars: HoldBar[] = [];
  let from = 0;
  for (const { commodity, quantity } of segments) {
    const width = Math.min(cells - from, Math.max(0, quantity) * unit);
    if (width <= 0) continue;
    bars.push({ commodity, from, cells: width });
    from += width;
  }
  return { cells, bars };
}
