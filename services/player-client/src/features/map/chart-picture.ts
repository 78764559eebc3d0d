import type { ChartPalette } from './chart-palette.ts';
import type { ChartGround, ChartMarks, ChartShape } from './chart-scene.ts';
import type { MapView, Size } from './map-view.ts';

/** Everything one frame of the flat chart shows. */
export interface ChartPicture {
  readonly shape: ChartShape;
  readonly ground: ChartGround | null;
  readonly marks: ChartMarks;
  readonly palette: ChartPalette;
  readonly view: MapView;
  readonly size: Size;
  /** Device pixels a CSS pixel. */
  readonly density: number;
}
