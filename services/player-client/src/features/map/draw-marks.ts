import type { ChartMarks } from './chart-scene.ts';
import type { Layer } from './draw-ground.ts';
import type { Point } from './map-view.ts';
import { BOOKMARK_TONES } from './overlay-looks.ts';
import type { Box } from './place-labels.ts';
import { bendOf } from './warp-bend.ts';

const ROUND = Math.PI * 2;
const HOP_RADIUS = 8.5;
const ME_RADIUS = 9.5;
const SELECTED_PX = 13;
const AVOIDED_PX = 7.5;

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

/** Where a row is on screen. */
export type PlaceOf = (row: number) => Point;

/** The course as a line; where the chart is drawn in space it is a line there. */
export function drawCourseLine({ context, palette }: Layer, marks: ChartMarks, place: PlaceOf): void {
  if (marks.course.length < 2) return;
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  let before: Point | null = null;
  for (const { row, side } of marks.course) {
    const at = place(row);
    if (before === null || side === null) context.moveTo(at.x, at.y);
    else {
      const bend = bendOf(before, at, side);
      context.quadraticCurveTo(bend.x, bend.y, at.x, at.y);
    }
    before = at;
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
  circle(context, at, AVOIDED_PX);
  context.strokeStyle = palette.red;
  context.lineWidth = 1.5;
  context.moveTo(at.x - 5.3, at.y - 5.3);
  context.lineTo(at.x + 5.3, at.y + 5.3);
  context.stroke();
}

/** A little flag up right of a bookmarked sector. */
function drawFlag({ context, palette }: Layer, { x, y }: Point, colour: number): void {
  context.strokeStyle = palette['text-hi'];
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x + 5.5, y - 4);
  context.lineTo(x + 5.5, y - 14);
  context.stroke();
  context.fillStyle = palette[BOOKMARK_TONES[colour] ?? 'text-hi'];
  context.fillRect(x + 6, y - 14, 7, 5);
}

/** Two short lines of writing, for a note. */
function drawNote({ context, palette }: Layer, { x, y }: Point): void {
  context.strokeStyle = palette['text-mid'];
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x - 13, y - 9.5);
  context.lineTo(x - 6, y - 9.5);
  context.moveTo(x - 13, y - 6.5);
  context.lineTo(x - 8, y - 6.5);
  context.stroke();
}

/** A waypoint: a square around the sector with its place in the order. */
function drawWaypoint({ context, palette }: Layer, { x, y }: Point, order: number): void {
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.strokeRect(x - 12, y - 12, 24, 24);
  context.fillStyle = palette.accent;
  context.fillRect(x + 7, y - 18, 11, 11);
  context.fillStyle = palette['bg-0'];
  context.font = `600 9px ${palette['font-num']}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(order), x + 12.5, y - 12);
}

/** What the player has set on the chart; returns the room it takes, which labels must leave free. */
export function drawMarks(layer: Layer, marks: ChartMarks, place: PlaceOf): readonly Box[] {
  const { context, size } = layer;
  const taken: Box[] = [];
  const isOn = ({ x, y }: Point): boolean =>
    x > -30 && y > -30 && x < size.width + 30 && y < size.height + 30;
  context.save();
  for (const [row, { colour }] of marks.bookmarks) {
    const at = place(row);
    if (!isOn(at)) continue;
    drawFlag(layer, at, colour);
    taken.push({ x: at.x + 5, y: at.y - 14, width: 9, height: 10 });
  }
  for (const row of marks.noted) {
    const at = place(row);
    if (isOn(at)) drawNote(layer, at);
  }
  for (const row of marks.avoided) {
    const at = place(row);
    drawAvoided(layer, at);
    taken.push(around(at, AVOIDED_PX));
  }
  for (const { row, turns } of marks.course.slice(1)) {
    if (row === marks.selected) continue;
    const hop = { ...place(row), turns };
    if (!isOn(hop)) continue;
    drawHop(layer, hop);
    taken.push(around(hop, HOP_RADIUS));
  }
  for (const [index, row] of marks.waypoints.entries()) drawWaypoint(layer, place(row), index + 1);
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
