import { useEffect, useState } from 'react';
import type { ChartGround, ChartShape } from './chart-scene.ts';
import { groundOf } from './chart-scene.ts';
import { loadLand } from './load-land.ts';
import { landInputOf } from './zone-field.ts';

const made = new WeakMap<ChartShape, ChartGround>();

/**
 * The ground of a chart; null until it has been computed for the first time. After a discovery the ground
 * of before stays until the new one is there.
 */
export function useChartGround(shape: ChartShape): ChartGround | null {
  const { name } = shape.model.chart.region;
  const [known, setKnown] = useState<{ readonly region: string; readonly ground: ChartGround } | null>(() => {
    const ground = made.get(shape);
    return ground === undefined ? null : { region: name, ground };
  });
  useEffect(() => {
    let isGone = false;
    const there = made.get(shape);
    if (there !== undefined) {
      setKnown({ region: name, ground: there });
      return;
    }
    void loadLand(landInputOf(shape.model, shape.spacing)).then((land) => {
      const ground = groundOf(land);
      made.set(shape, ground);
      if (!isGone) setKnown({ region: name, ground });
    });
    return () => {
      isGone = true;
    };
  }, [shape, name]);
  return known?.region === name ? known.ground : null;
}
