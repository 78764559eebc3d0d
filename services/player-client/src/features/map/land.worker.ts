import type { Land, LandInput } from './zone-field.ts';
import { shapeLand } from './zone-field.ts';

/** Computes the land of a chart beside the page: a large one takes longer than a frame. */
addEventListener('message', ({ data }: MessageEvent<{ readonly id: number; readonly input: LandInput }>) => {
  const land: Land = shapeLand(data.input);
  const lines = [
    ...land.coast,
    ...land.zones.flatMap(({ area }) => area),
    ...land.borders.flatMap((border) => border.lines),
  ];
  const transfer = [land.field.light.buffer, ...lines.map(({ points }) => points.buffer)];
  postMessage({ id: data.id, land }, { transfer: transfer as Transferable[] });
});
