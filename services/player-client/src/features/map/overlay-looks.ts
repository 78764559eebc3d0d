import type { ChartModel } from '../../sectors/chart-model.ts';
import type { BookmarkMark } from './bookmark-mark.ts';
import type { OverlayId } from './map-store.ts';
import type { PriceMarks } from './price-marks.ts';

/** The roles of the theme a sector can be drawn in; the place in this list is its number on the palette. */
export const TONES = [
  'node-known',
  'node-stub',
  'accent',
  'green',
  'amber',
  'red',
  'violet',
  'text-hi',
  'c-ore',
  'c-organics',
  'c-equipment',
  'c-fuel',
  'c-gourmet',
  'c-luxury',
  'c-exotic',
  'c-precious',
] as const;
export type Tone = (typeof TONES)[number];

/** How a sector can be drawn: nothing is said by its colour alone. */
export const SHAPES = ['dot', 'ring', 'square', 'triangle', 'diamond', 'plus', 'star'] as const;
export type Shape = (typeof SHAPES)[number];

export interface Look {
  readonly tone: Tone;
  readonly shape: Shape;
  /** Radius in tenths of a pixel. */
  readonly size: number;
  /** 0 to 255. */
  readonly alpha: number;
}

/** The look of every row, as columns. */
export interface Looks {
  readonly tone: Uint8Array;
  readonly shape: Uint8Array;
  readonly size: Uint8Array;
  readonly alpha: Uint8Array;
}

export interface LooksInput {
  readonly overlay: OverlayId;
  readonly prices: PriceMarks | null;
  readonly bookmarks: ReadonlyMap<number, BookmarkMark>;
  readonly nowMs: number;
}

/** The colours a bookmark can have, by its number. */
export const BOOKMARK_TONES: readonly Tone[] = TONES.slice(8);

const look = (tone: Tone, shape: Shape, size: number, alpha = 255): Look => ({ tone, shape, size, alpha });

/** Sector types by their number on the chart; standard space keeps its usual look. */
export const TYPE_LOOKS: readonly (Look | null)[] = [
  null,
  look('violet', 'ring', 42),
  look('c-ore', 'plus', 44),
  look('amber', 'triangle', 46),
  look('red', 'ring', 48),
  look('c-fuel', 'star', 48),
  look('node-stub', 'diamond', 38),
];

/** Zones by their number on the chart. */
export const ZONE_LOOKS: readonly Look[] = [
  look('green', 'dot', 28),
  look('amber', 'diamond', 34),
  look('red', 'triangle', 36),
  look('violet', 'dot', 28),
];
export const PROTECTED_LOOK = look('green', 'square', 40);

const HAZARDOUS = new Set([3, 4]);
const ROUGH = new Set([1, 2, 6]);
export const DANGER_LOOKS = {
  hazard: look('red', 'triangle', 50),
  lawless: look('red', 'dot', 26, 200),
  rough: look('amber', 'diamond', 38),
  watched: look('amber', 'dot', 20, 150),
  calm: look('green', 'dot', 20, 130),
} as const;

/** Own traffic: how long ago one looked at a sector, in hours, newest first. */
export const HEAT_STEPS = [
  { hours: 6, look: look('amber', 'dot', 46) },
  { hours: 24, look: look('amber', 'dot', 38, 200) },
  { hours: 96, look: look('amber', 'dot', 30, 140) },
  { hours: Number.POSITIVE_INFINITY, look: look('amber', 'dot', 24, 80) },
] as const;
export const UNVISITED_LOOK = look('accent', 'plus', 26, 170);

const DIM = look('node-stub', 'dot', 16, 140);
const CLUSTER_SHAPES: readonly Shape[] = ['dot', 'square', 'diamond'];
const HOUR_MS = 3_600_000;

/** What a sector looks like when no overlay says otherwise: as much as is known of it. */
function plainLook(model: ChartModel, row: number): Look {
  const level = model.levelAt(row);
  if (model.hasStation(row)) return look('node-known', 'ring', 38, level >= 3 ? 255 : 150);
  if (level >= 3) return look('node-known', 'dot', 21, 242);
  return level === 2 ? look('node-known', 'dot', 17, 128) : look('node-stub', 'dot', 14, 220);
}

function heatLook(model: ChartModel, row: number, nowMs: number): Look {
  if (!model.isVisited(row)) return UNVISITED_LOOK;
  const hours = (nowMs - (model.chart.seenAt[row] ?? 0) * HOUR_MS) / HOUR_MS;
  return (HEAT_STEPS.find((step) => hours <= step.hours) ?? HEAT_STEPS[3]).look;
}

function dangerLook(model: ChartModel, row: number): Look {
  const type = model.typeAt(row) ?? -1;
  if (HAZARDOUS.has(type)) return DANGER_LOOKS.hazard;
  if (ROUGH.has(type)) return DANGER_LOOKS.rough;
  if (model.isProtected(row)) return DANGER_LOOKS.calm;
  const zone = model.chart.zone[row] ?? 0;
  return zone === 0 ? DANGER_LOOKS.calm : zone === 1 ? DANGER_LOOKS.watched : DANGER_LOOKS.lawless;
}

function clusterLook(model: ChartModel, row: number): Look {
  const cluster = model.chart.cluster[row] ?? 0;
  return look(
    BOOKMARK_TONES[cluster % BOOKMARK_TONES.length] ?? 'c-ore',
    CLUSTER_SHAPES[Math.floor(cluster / BOOKMARK_TONES.length) % CLUSTER_SHAPES.length] ?? 'dot',
    model.hasStation(row) ? 44 : 30,
    model.levelAt(row) >= 2 ? 255 : 130,
  );
}

function bookmarkLook(mark: BookmarkMark | undefined): Look {
  return mark === undefined ? DIM : look(BOOKMARK_TONES[mark.colour] ?? 'c-ore', 'diamond', 60);
}

function priceLook(model: ChartModel, row: number, prices: PriceMarks | null): Look {
  const price = prices?.marks.get(model.numberAt(row));
  if (price === undefined) return plainLook(model, row);
  return look('amber', 'dot', 32 + Math.round(price.share * 32), Math.round(price.freshness * 255));
}

/** The look of one row under an overlay. */
export function lookOf(model: ChartModel, row: number, input: LooksInput): Look {
  switch (input.overlay) {
    case 'security':
      return model.isProtected(row)
        ? PROTECTED_LOOK
        : (ZONE_LOOKS[model.chart.zone[row] ?? 0] ?? plainLook(model, row));
    case 'type':
      return TYPE_LOOKS[model.typeAt(row) ?? 0] ?? plainLook(model, row);
    case 'pays':
    case 'asks':
      return priceLook(model, row, input.prices);
    case 'danger':
      return dangerLook(model, row);
    case 'visited':
      return heatLook(model, row, input.nowMs);
    case 'territory':
      return clusterLook(model, row);
    case 'bookmarks':
      return bookmarkLook(input.bookmarks.get(row));
    case 'trade':
      return plainLook(model, row);
  }
}

/** The looks of a whole chart. One pass over its rows. */
export function looksOf(model: ChartModel, input: LooksInput): Looks {
  const looks: Looks = {
    tone: new Uint8Array(model.count),
    shape: new Uint8Array(model.count),
    size: new Uint8Array(model.count),
    alpha: new Uint8Array(model.count),
  };
  for (let row = 0; row < model.count; row += 1) {
    const { tone, shape, size, alpha } = lookOf(model, row, input);
    looks.tone[row] = TONES.indexOf(tone);
    looks.shape[row] = SHAPES.indexOf(shape);
    looks.size[row] = size;
    looks.alpha[row] = alpha;
  }
  return looks;
}
