import type { ChartMarks, ChartShape } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import type { Point } from './map-view.ts';
import { toScreen } from './map-view.ts';
import type { Box } from './place-labels.ts';

const ROUND = Math.PI * 2;
const HOP_RADIUS = 8.5;
const ME_RADIUS = 9.5;
const SELECTED_PX = 13;

const around = ({ x, y }: Point, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
});

function circle(context: CanvasRenderingContext2D, at: Point, radius: number): void {
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, ROUND);
}

function drawCourse(
  { context, palette }: Layer,
  hops: readonly (Point & { readonly turns: number })[],
): void {
  if (hops.length < 2) return;
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  for (const [index, { x, y }] of hops.entries()) {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.strokeStyle = palette['bg-0'];
  context.lineWidth = 7;
  context.stroke();
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.5;
  context.stroke();
  context.restore();
}

/** A node of the course with the turns spent on arriving there. */
function drawHop({ context, palette }: Layer, at: Point & { readonly turns: number }): void {
  const text = String(at.turns);
  context.font = `600 10px ${palette['font-num']}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  circle(context, at, text.length > 2 ? HOP_RADIUS + 3 : HOP_RADIUS);
  context.fillStyle = palette['bg-0'];
  context.fill();
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = palette['text-hi'];
  context.fillText(text, at.x, at.y + 0.5);
}

/** The ship: a ring with four ticks, the only mark of its kind. */
function drawMe({ context, palette }: Layer, at: Point): void {
  circle(context, at, ME_RADIUS);
  context.fillStyle = palette['bg-0'];
  context.fill();
  context.strokeStyle = palette['text-hi'];
  context.fillStyle = palette['text-hi'];
  context.lineWidth = 1.5;
  context.stroke();
  circle(context, at, 3.5);
  context.fill();
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(at.x + dx * 13, at.y + dy * 13);
    context.lineTo(at.x + dx * 20, at.y + dy * 20);
  }
  context.stroke();
}

function drawSelected({ context, palette }: Layer, { x, y }: Point): void {
  context.strokeStyle = palette['bg-0'];
  for (const [width, colour] of [
    [5, palette['bg-0']],
    [2, palette.accent],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.beginPath();
    context.moveTo(x, y - SELECTED_PX);
    context.lineTo(x + SELECTED_PX, y);
    context.lineTo(x, y + SELECTED_PX);
    context.lineTo(x - SELECTED_PX, y);
    context.closePath();
    context.stroke();
  }
}

function drawAvoided({ context, palette }: Layer, at: Point): void {
  circle(context, at, 7.5);
  context.strokeStyle = palette.red;
  context.lineWidth = 1.5;
  context.moveTo(at.x - 5.3, at.y - 5.3);
  context.lineTo(at.x + 5.3, at.y + 5.3);
  context.stroke();
}

/** What the player has set on the chart; returns the room it takes, which labels must leave free. */
export function drawMarks(layer: Layer, shape: ChartShape, marks: ChartMarks): readonly Box[] {
  const { context, view, size } = layer;
  const place = (row: number): Point =>
    toScreen(view, size, { x: shape.model.x[row] ?? 0, y: shape.model.y[row] ?? 0 });
  const taken: Box[] = [];
  context.save();
  const hops = marks.course.map(({ row, turns }) => ({ ...place(row), turns, row }));
  drawCourse(layer, hops);
  for (const row of marks.avoided) drawAvoided(layer, place(row));
  for (const hop of hops.slice(1)) {
    if (hop.row === marks.selected) continue;
    drawHop(layer, hop);
    taken.push(around(hop, HOP_RADIUS));
  }
  if (marks.hovered !== null && marks.hovered !== marks.me && marks.hovered !== marks.selected) {
    circle(context, place(marks.hovered), 8.5);
    context.strokeStyle = layer.palette.accent;
    context.lineWidth = 1;
    context.stroke();
  }
  if (marks.me !== null) {
    const at = place(marks.me);
    drawMe(layer, at);
    taken.push(around(at, 20));
  }
  if (marks.selected !== null) {
    const at = place(marks.selected);
    if (marks.selected !== marks.me) drawSelected(layer, at);
    taken.push(around(at, SELECTED_PX));
  }
  context.restore();
  return taken;
}
