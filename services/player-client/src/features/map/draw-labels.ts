import { tradeSidesOfChart } from '../../sectors/trade-sides.ts';
import type { ChartMarks, ChartShape } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import { stationRadius } from './draw-nodes.ts';
import { toScreen } from './map-view.ts';
import type { Box, LabelWish } from './place-labels.ts';
import { placeLabels } from './place-labels.ts';

const MOST_LABELS = 80;
/** Below this many pixels a lane only what the player chose is named. */
const NAMES_PX = 17;
const CELL_PX = 8;
const GAP_PX = 5;
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
  const name = model.nameAt(row);
  const sides = marks.overlay === 'trade' ? tradeSidesOfChart(model.chart.tradeCode[row] ?? -1) : null;
  return {
    row,
    isStrong,
    figure: marks.prices?.marks.get(number)?.bid.toString() ?? '',
    code: sides === null ? [] : sides.map((side) => (side === null ? '·' : LETTERS[side])),
    name: isStrong && name !== null ? `#${number} ${name}` : (name ?? `#${number}`),
  };
}

/** Rows in the order in which they deserve a name: what the player chose, then visited stations. */
export function labelOrder({ model }: ChartShape, marks: ChartMarks, isNear: boolean): readonly number[] {
  const chosen = [marks.selected, marks.me, marks.hovered, marks.course.at(-1)?.row ?? null];
  const rows = new Set(chosen.filter((row) => row !== null));
  if (isNear) {
    for (const { row } of marks.course) if (model.hasStation(row)) rows.add(row);
    const stations: number[] = [];
    for (let row = 0; row < model.count; row += 1) if (model.hasStation(row)) stations.push(row);
    const price = (row: number): number => marks.prices?.marks.get(model.numberAt(row))?.share ?? -1;
    stations.sort((a, b) => price(b) - price(a) || model.levelAt(b) - model.levelAt(a) || a - b);
    for (const row of stations) rows.add(row);
  }
  return [...rows];
}

const widths = new Map<string, number>();

function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
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

/** Names, codes and prices beside their sectors, most useful first, never over each other. */
export function drawLabels(layer: Layer, shape: ChartShape, marks: ChartMarks, taken: readonly Box[]): void {
  const { context, view, size, palette } = layer;
  const { model } = shape;
  const isNear = shape.spacing * view.scale >= NAMES_PX;
  const texts = new Map<number, Text>();
  const wishes: LabelWish[] = [];
  const obstacles = [...taken];
  const font = ({ px, weight }: typeof PLAIN): string => `${weight} ${px}px ${palette['font-ui']}`;
  for (const row of labelOrder(shape, marks, isNear)) {
    const at = toScreen(view, size, { x: model.x[row] ?? 0, y: model.y[row] ?? 0 });
    if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue;
    const isStrong = row === marks.selected || row === marks.me || row === marks.hovered;
    const text = textOf(shape, marks, row, isStrong);
    const look = isStrong ? STRONG : PLAIN;
    const figure = text.figure === '' ? 0 : widthOf(context, figureFont(palette, look), text.figure) + GAP_PX;
    const code = text.code.length === 0 ? 0 : text.code.length * CELL_PX + GAP_PX;
    texts.set(row, text);
    const radius = stationRadius(marks.prices?.marks.get(model.numberAt(row))?.share) + 1;
    if (model.hasStation(row))
      obstacles.push({ x: at.x - radius, y: at.y - radius, width: radius * 2, height: radius * 2 });
    wishes.push({
      id: row,
      ...at,
      width: figure + code + widthOf(context, font(look), text.name) + 2,
      height: look.height,
      gap: look.gap + (isStrong ? 2 : 0),
    });
  }
  context.save();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineJoin = 'round';
  for (const box of placeLabels(wishes, obstacles, size, MOST_LABELS)) {
    const text = texts.get(box.id);
    if (text !== undefined) drawText(layer, text, box, model.levelAt(box.id) >= 3);
  }
  context.restore();
}

const figureFont = (palette: Layer['palette'], { px }: typeof PLAIN): string =>
  `600 ${px}px ${palette['font-num']}`;

function drawText(layer: Layer, text: Text, box: Box, isVisited: boolean): void {
  const { context, palette } = layer;
  const look = text.isStrong ? STRONG : PLAIN;
  const y = box.y + box.height / 2;
  let x = box.x + 1;
  const halo = (words: string, font: string, colour: string): number => {
    context.font = font;
    context.lineWidth = 4;
    context.strokeStyle = palette['bg-0'];
    context.globalAlpha = 0.85;
    context.strokeText(words, x, y);
    context.globalAlpha = 1;
    context.fillStyle = colour;
    context.fillText(words, x, y);
    return widthOf(context, font, words);
  };
  if (text.figure !== '') x += halo(text.figure, figureFont(palette, look), palette.amber) + GAP_PX;
  if (text.code.length > 0) {
    drawCode(layer, text.code, x, y);
    x += text.code.length * CELL_PX + GAP_PX;
  }
  const colour = text.isStrong ? 'text-hi' : isVisited ? 'text-mid' : 'text-lo';
  halo(text.name, `${look.weight} ${look.px}px ${palette['font-ui']}`, palette[colour]);
}
