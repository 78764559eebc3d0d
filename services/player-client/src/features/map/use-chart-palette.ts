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
    // Canvas text asks for its font only when it is drawn, and does not follow it by itself.
    document.fonts.addEventListener('loadingdone', update);
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', update);
    };
  }, [element]);
  return palette;
}
