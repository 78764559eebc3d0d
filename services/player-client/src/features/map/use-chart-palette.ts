import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { ChartPalette } from './chart-palette.ts';
import { readChartPalette } from './chart-palette.ts';

/** The palette of an element, following the theme; null until it is mounted. */
export function useChartPalette(element: RefObject<HTMLElement | null>): ChartPalette | null {
  const [palette, setPalette] = useState<ChartPalette | null>(null);
  useEffect(() => {
    const read = (): ChartPalette | null => {
      const palette = element.current === null ? null : readChartPalette(element.current);
      if (palette !== null) setPalette(palette);
      return palette;
    };
    const update = () => {
      const palette = read();
      if (palette === null) return;
      // Canvas text neither asks for a font in time nor follows a late one: what was measured before is void.
      const fonts = [palette['font-ui'], palette['font-num']].map((font) => `12px ${font}`);
      if (fonts.some((font) => !document.fonts.check(font)))
        void Promise.all(fonts.map((font) => document.fonts.load(font))).then(read);
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [element]);
  return palette;
}
