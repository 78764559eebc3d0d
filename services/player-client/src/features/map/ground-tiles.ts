import type { ChartPicture } from './chart-picture.ts';
import type { Layer } from './draw-ground.ts';
import { DOT_STEP, drawGround } from './draw-ground.ts';
import { drawNames } from './draw-names.ts';
import { drawNodes } from './draw-nodes.ts';
import { drawWarps } from './draw-warps.ts';
import type { MapView, Size } from './map-view.ts';

/**
 * What of the chart does not move with the player's choices, in squares that are painted once and then only
 * moved. A frame paints as many missing squares as its time allows, so that no zoom, however many sectors it
 * shows, holds the page up; until they are there the squares of before stand in, stretched.
 */
export interface GroundTiles {
  /** Shows what there is and paints what is missing, within `budgetMs`. True while something is missing. */
  paint(context: CanvasRenderingContext2D, picture: ChartPicture, budgetMs: number): boolean;
}

/** A multiple of the step of the fog, so that its dots meet at the edges. */
const TILE_PX = DOT_STEP * 32;
const MOST_TILES = 60;
/** So long after the last change of the zoom its squares are painted anew. */
const REST_MS = 90;

interface TileSet {
  readonly picture: ChartPicture;
  readonly scale: number;
  readonly density: number;
  readonly tiles: Map<string, HTMLCanvasElement>;
}

interface Place {
  readonly column: number;
  readonly row: number;
}

const keyOf = ({ column, row }: Place): string => `${column},${row}`;

/** What of a picture its squares show; the rest is drawn over them. */
function isSameGround(a: ChartPicture, b: ChartPicture): boolean {
  return (
    a.shape === b.shape &&
    a.ground === b.ground &&
    a.palette === b.palette &&
    a.density === b.density &&
    a.marks.overlay === b.marks.overlay &&
    a.marks.looks === b.marks.looks &&
    a.marks.prices === b.marks.prices &&
    a.marks.zoneNames === b.marks.zoneNames
  );
}

/** The squares on screen, those around the middle first. */
function placesOf(view: MapView, size: Size): readonly Place[] {
  const [left, top] = [view.x * view.scale - size.width / 2, -view.y * view.scale - size.height / 2];
  const places: Place[] = [];
  for (let row = Math.floor(top / TILE_PX); row * TILE_PX < top + size.height; row += 1)
    for (let column = Math.floor(left / TILE_PX); column * TILE_PX < left + size.width; column += 1)
      places.push({ column, row });
  const away = ({ column, row }: Place): number =>
    Math.hypot(
      (column + 0.5) * TILE_PX - left - size.width / 2,
      (row + 0.5) * TILE_PX - top - size.height / 2,
    );
  return places.sort((a, b) => away(a) - away(b));
}

function paintTile(set: TileSet, { column, row }: Place): HTMLCanvasElement | null {
  const { picture, scale, density } = set;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(TILE_PX * density);
  canvas.height = canvas.width;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  context.setTransform(density, 0, 0, density, 0, 0);
  const view = {
    x: ((column + 0.5) * TILE_PX) / scale,
    y: -((row + 0.5) * TILE_PX) / scale,
    scale,
  };
  const size = { width: TILE_PX, height: TILE_PX };
  const layer: Layer = { context, view, size, palette: picture.palette, density };
  drawGround(layer, picture.shape, picture.ground, picture.marks);
  drawNames(layer, picture.shape, picture.ground, picture.marks);
  drawWarps(layer, picture.shape);
  drawNodes(layer, picture.shape, picture.marks);
  return canvas;
}

/** Puts a painted square where it belongs under a view, to whole device pixels so that no seam shows. */
function putTile(
  context: CanvasRenderingContext2D,
  { view, size, density }: ChartPicture,
  set: TileSet,
  [key, tile]: readonly [string, HTMLCanvasElement],
): void {
  const [column = 0, row = 0] = key.split(',').map(Number);
  const stretch = view.scale / set.scale;
  const edge = (index: number, origin: number): number =>
    Math.round((index * TILE_PX * stretch + origin) * density);
  const [originX, originY] = [size.width / 2 - view.x * view.scale, size.height / 2 + view.y * view.scale];
  const [left, top] = [edge(column, originX), edge(row, originY)];
  const [right, bottom] = [edge(column + 1, originX), edge(row + 1, originY)];
  if (right <= 0 || bottom <= 0 || left >= size.width * density || top >= size.height * density) return;
  context.drawImage(tile, left, top, right - left, bottom - top);
}

/** Forgets the squares furthest from sight. */
function trim(set: TileSet, wanted: ReadonlySet<string>): void {
  for (const key of set.tiles.keys()) {
    if (set.tiles.size <= MOST_TILES) return;
    if (!wanted.has(key)) set.tiles.delete(key);
  }
}

/** Makes an empty store of squares; `onRest` is called when a zoom has come to rest. */
export function createGroundTiles(onRest: () => void): GroundTiles & { stop(): void } {
  let current: TileSet | null = null;
  let before: TileSet | null = null;
  let zoomedMs = Number.NEGATIVE_INFINITY;
  let lastScale = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const begin = (picture: ChartPicture): TileSet => {
    if (current !== null && current.tiles.size > 0) before = current;
    current = { picture, scale: picture.view.scale, density: picture.density, tiles: new Map() };
    return current;
  };

  /** The squares a picture is made of now: those of before while the zoom still moves. */
  const setFor = (picture: ChartPicture): TileSet => {
    const nowMs = performance.now();
    if (current === null || !isSameGround(current.picture, picture)) {
      lastScale = picture.view.scale;
      return begin(picture);
    }
    if (picture.view.scale !== lastScale) {
      lastScale = picture.view.scale;
      zoomedMs = nowMs;
      clearTimeout(rest);
      rest = setTimeout(onRest, REST_MS + 10);
    }
    if (current.scale === picture.view.scale || nowMs - zoomedMs < REST_MS) return current;
    return begin(picture);
  };

  /** Paints what is missing as long as there is time; true while something still is. */
  const fill = (set: TileSet, places: readonly Place[], untilMs: number): boolean => {
    let painted = 0;
    for (const place of places) {
      const key = keyOf(place);
      if (set.tiles.has(key)) continue;
      // At least one a frame, else a slow machine would never see it.
      if (painted > 0 && performance.now() > untilMs) return true;
      const tile = paintTile(set, place);
      if (tile !== null) set.tiles.set(key, tile);
      painted += 1;
    }
    return false;
  };

  return {
    paint: (context, picture, budgetMs) => {
      const untilMs = performance.now() + budgetMs;
      const set = setFor(picture);
      const isStretched = set.scale !== picture.view.scale;
      const { palette, view, size, density } = picture;
      const places = isStretched ? [] : placesOf(view, size);
      const isMissing = fill(set, places, untilMs);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = palette['bg-0'];
      context.fillRect(0, 0, Math.ceil(size.width * density), Math.ceil(size.height * density));
      if (!isMissing && !isStretched) before = null;
      for (const shown of [before, set])
        for (const tile of shown?.tiles ?? []) putTile(context, picture, shown ?? set, tile);
      trim(set, new Set(places.map(keyOf)));
      return isMissing;
    },
    stop: () => clearTimeout(rest),
  };
}
