import type { ChartModel } from '../../sectors/chart-model.ts';
import { tradeSidesOfChart } from '../../sectors/trade-sides.ts';
import type { ChartPalette } from './chart-palette.ts';
import type { ChartMarks, ChartShape } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import type { PlaceOf } from './draw-marks.ts';
import { stationRadius } from './draw-nodes.ts';
import type { Box, LabelWish } from './place-labels.ts';
import { placeLabels } from './place-labels.ts';
import { textSpritesOf } from './text-sprites.ts';

const MOST_LABELS = 80;
/** Below this many pixels a lane only what the player chose is named. */
const NAMES_PX = 17;
const CELL_PX = 8;
const GAP_PX = 5;
/** Room around a text for its halo. */
const HALO_PX = 3;
const STRONG = { height: 18, gap: 20, px: 13, weight: 560 };
const PLAIN = { height: 15, gap: 8, px: 11, weight: 450 };

interface Text {
  readonly row: number;
  readonly isStrong: boolean;
  /** Price before the name. */
  readonly figure: string;
  /** Trade code before the name, a letter a cell. */
  readonly code: readonly ('B' | 'S' | 'T' | '·')[];
  readonly name: string;
}

const LETTERS = { buys: 'B', sells: 'S', both: 'T' } as const;

function textOf({ model }: ChartShape, marks: ChartMarks, row: number, isStrong: boolean): Text {
  const number = model.numberAt(row);
  const name = marks.bookmarks.get(row)?.label ?? model.nameAt(row);
  const sides = marks.overlay === 'trade' ? tradeSidesOfChart(model.chart.tradeCode[row] ?? -1) : null;
  return {
    row,
    isStrong,
    figure: marks.prices?.marks.get(number)?.price.toString() ?? '',
    code: sides === null ? [] : sides.map((side) => (side === null ? '·' : LETTERS[side])),
    name: isStrong && name !== null ? `#${number} ${name}` : (name ?? `#${number}`),
  };
}

const stationsOf = new WeakMap<ChartModel, readonly number[]>();

/** Rows with a station, visited ones first. */
function stationRows(model: ChartModel): readonly number[] {
  let rows = stationsOf.get(model);
  if (rows === undefined) {
    rows = Array.from({ length: model.count }, (_, row) => row)
      .filter((row) => model.hasStation(row))
      .sort((a, b) => model.levelAt(b) - model.levelAt(a) || a - b);
    stationsOf.set(model, rows);
  }
  return rows;
}

const MARKED_PX = 6;

function* wishedRows(
  { model }: Pick<ChartShape, 'model'>,
  marks: ChartMarks,
  lanePx: number,
): Generator<number | null> {
  yield* [marks.selected, marks.me, marks.hovered, marks.course.at(-1)?.row ?? null];
  yield* marks.waypoints;
  if (lanePx >= MARKED_PX) yield* marks.bookmarks.keys();
  if (lanePx < NAMES_PX) return;
  yield* marks.course.map(({ row }) => row).filter((row) => model.hasStation(row));
  const priced = [...(marks.prices?.marks ?? [])].sort(([, a], [, b]) => b.share - a.share);
  yield* priced.map(([number]) => model.rowOf(number));
  yield* stationRows(model);
}

/**
 * Rows in the order in which they deserve a name, each once: what the player chose and marked, then stations:
 * those that pay best, then visited ones.
 */
export function* labelOrder(
  shape: Pick<ChartShape, 'model'>,
  marks: ChartMarks,
  lanePx: number,
): Generator<number> {
  const given = new Set<number>();
  for (const row of wishedRows(shape, marks, lanePx)) {
    if (row === null || given.has(row)) continue;
    given.add(row);
    yield row;
  }
}

const measured = new WeakMap<ChartPalette, Map<string, number>>();

/** Width of a text; a palette is read anew when its fonts have come. */
function widthOf({ context, palette }: Layer, font: string, text: string): number {
  const widths = measured.get(palette) ?? new Map<string, number>();
  measured.set(palette, widths);
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

function drawCode({ context, palette }: Layer, code: Text['code'], x: number, y: number): void {
  context.font = `600 10px ${palette['font-num']}`;
  context.textAlign = 'center';
  code.forEach((letter, place) => {
    const left = x + place * CELL_PX;
    const isFilled = letter === 'B' || letter === 'T';
    context.fillStyle = isFilled ? palette['text-mid'] : palette['bg-0'];
    context.globalAlpha = isFilled ? 1 : 0.75;
    context.fillRect(left, y - 6, CELL_PX - 1, 12);
    context.globalAlpha = 1;
    context.fillStyle = isFilled ? palette['bg-0'] : letter === '·' ? palette['text-lo'] : palette['text-hi'];
    context.fillText(letter, left + (CELL_PX - 1) / 2, y + 0.5);
  });
  context.textAlign = 'left';
}

export interface LabelRoom {
  readonly place: PlaceOf;
  /** Pixels a usual lane takes. */
  readonly lanePx: number;
  /** What other things cover. */
  readonly taken: readonly Box[];
  /** What is better left free. */
  readonly spared?: readonly Box[];
}

interface Sized {
  readonly text: Text;
  readonly width: number;
  readonly isVisited: boolean;
}

/** Names, codes and prices beside their sectors, most useful first, never over each other. */
export function drawLabels(
  layer: Layer,
  shape: ChartShape,
  marks: ChartMarks,
  { place, lanePx, taken, spared = [] }: LabelRoom,
): void {
  const { context, size, palette, density } = layer;
  const { model } = shape;
  const texts = new Map<number, Sized>();
  const obstacles = [...taken];
  const isOff = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
    x < 0 || y < 0 || x > size.width || y > size.height;
  function* wishes(): Generator<LabelWish> {
    for (const row of labelOrder(shape, marks, lanePx)) {
      const at = place(row);
      if (isOff(at)) continue;
      const isStrong = row === marks.selected || row === marks.me || row === marks.hovered;
      const text = textOf(shape, marks, row, isStrong);
      const look = isStrong ? STRONG : PLAIN;
      const width = textWidth(layer, text);
      texts.set(row, { text, width, isVisited: model.levelAt(row) >= 3 });
      yield { id: row, ...at, width, height: look.height, gap: look.gap + (isStrong ? 2 : 0) };
    }
  }
  // No name lies on the sign of another station, nor on its own.
  if (lanePx >= NAMES_PX)
    for (const row of stationRows(model)) {
      const at = place(row);
      if (isOff(at)) continue;
      const radius = stationRadius(marks.prices?.marks.get(model.numberAt(row))?.share) + 1;
      obstacles.push({ x: at.x - radius, y: at.y - radius, width: radius * 2, height: radius * 2 });
    }
  const sprites = textSpritesOf(palette, density);
  for (const box of placeLabels(wishes(), { size, taken: obstacles, spared }, MOST_LABELS)) {
    const sized = texts.get(box.id);
    if (sized === undefined) continue;
    const { text, isVisited } = sized;
    const key = [text.figure, text.code.join(''), text.name, text.isStrong, isVisited].join('|');
    const [width, height] = [box.width + 2 * HALO_PX, box.height + 2 * HALO_PX];
    const sprite = sprites.take(key, width, height, (drawn) =>
      drawText({ ...layer, context: drawn }, text, height / 2, isVisited),
    );
    context.drawImage(sprite, Math.round(box.x) - HALO_PX, Math.round(box.y) - HALO_PX, width, height);
  }
}

const uiFont = (palette: Layer['palette'], { px, weight }: typeof PLAIN): string =>
  `${weight} ${px}px ${palette['font-ui']}`;

const figureFont = (palette: Layer['palette'], { px }: typeof PLAIN): string =>
  `600 ${px}px ${palette['font-num']}`;

function textWidth(layer: Layer, { figure, code, name, isStrong }: Text): number {
  const { palette } = layer;
  const look = isStrong ? STRONG : PLAIN;
  const figureWidth = figure === '' ? 0 : widthOf(layer, figureFont(palette, look), figure) + GAP_PX;
  const codeWidth = code.length === 0 ? 0 : code.length * CELL_PX + GAP_PX;
  return Math.ceil(figureWidth + codeWidth + widthOf(layer, uiFont(palette, look), name) + 2);
}

/** Writes a text into its own drawing, `y` being its middle. */
function drawText(layer: Layer, text: Text, y: number, isVisited: boolean): void {
  const { context, palette } = layer;
  const look = text.isStrong ? STRONG : PLAIN;
  let x = HALO_PX + 1;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineJoin = 'round';
  const halo = (words: string, font: string, colour: string): number => {
    context.font = font;
    context.lineWidth = 4;
    context.strokeStyle = palette['bg-0'];
    context.globalAlpha = 0.85;
    context.strokeText(words, x, y);
    context.globalAlpha = 1;
    context.fillStyle = colour;
    context.fillText(words, x, y);
    return widthOf(layer, font, words);
  };
  if (text.figure !== '') x += halo(text.figure, figureFont(palette, look), palette.amber) + GAP_PX;
  if (text.code.length > 0) {
    drawCode(layer, text.code, x, y);
    x += text.code.length * CELL_PX + GAP_PX;
  }
  const colour = text.isStrong ? 'text-hi' : isVisited ? 'text-mid' : 'text-lo';
  halo(text.name, uiFont(palette, look), palette[colour]);
}
