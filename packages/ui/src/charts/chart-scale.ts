/** A point of a series, in the units of its axes. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface ChartBox {
  readonly width: number;
  readonly height: number;
  /** Room inside the box that no point may enter, for line width and end dot. */
  readonly inset: number;
}

/**
 * Maps points into a box, y upwards, both axes from their own minimum to
 * maximum; a series without extent lies in the middle. Rounded to a tenth of
 * a pixel, which is what a path needs.
 */
export function scalePoints(points: readonly ChartPoint[], box: ChartBox): readonly ChartPoint[] {
  const x = scaler(
    points.map((point) => point.x),
    box.inset,
    box.width - box.inset,
  );
  const y = scaler(
    points.map((point) => point.y),
    box.height - box.inset,
    box.inset,
  );
  return points.map((point) => ({ x: x(point.x), y: y(point.y) }));
}

function scaler(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return (value) => {
    const share = high > low ? (value - low) / (high - low) : 0.5;
    return Math.round((from + share * (to - from)) * 10) / 10;
  };
}
