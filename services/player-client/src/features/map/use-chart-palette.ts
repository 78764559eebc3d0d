import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { ChartPalette } from './chart-palette.ts';
import { readChartPalette } from './chart-palette.ts';

/** The palette of an element, following the theme; null until it is mounted. */
export function useChartPalette(element: RefObject<HTMLElement | null>): ChartPalette | null {
  const [palette, setPalette] = useState<ChartPalette | null>(null);
  useEffect(() => {
    const update = () => {
      if (element.current !== null) setPalette(readChartPalette(element.current));
    };
    update();
    // Canvas text does not follow a late font by itself.
    void document.fonts.ready.then(update);
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [element]);
  return palette;
}
