import type { ChartPalette } from './chart-palette.ts';

/** Drawn texts by what they say: text with a halo is dear to draw and cheap to copy. */
export interface TextSprites {
  /** A drawing of `width` × `height` pixels, drawn once by `draw` and then kept. */
  take(
    key: string,
    width: number,
    height: number,
    draw: (context: CanvasRenderingContext2D) => void,
  ): HTMLCanvasElement;
}

const MOST = 400;

function createSprites(density: number): TextSprites {
  const kept = new Map<string, HTMLCanvasElement>();
  return {
    take: (key, width, height, draw) => {
      const known = kept.get(key);
      if (known !== undefined) return known;
      if (kept.size >= MOST) kept.clear();
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.ceil(width * density));
      canvas.height = Math.max(1, Math.ceil(height * density));
      const context = canvas.getContext('2d');
      if (context !== null) {
        context.setTransform(density, 0, 0, density, 0, 0);
        draw(context);
      }
      kept.set(key, canvas);
      return canvas;
    },
  };
}

const sprites = new WeakMap<ChartPalette, Map<number, TextSprites>>();

/** The texts drawn in one theme at one density. */
export function textSpritesOf(palette: ChartPalette, density: number): TextSprites {
  const made = sprites.get(palette) ?? new Map<number, TextSprites>();
  sprites.set(palette, made);
  const known = made.get(density) ?? createSprites(density);
  made.set(density, known);
  return known;
}
