import type { Size } from './map-view.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text that wants to stand beside a place, in pixels. */
export interface LabelWish {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From the middle of the place to the text. */
  readonly gap: number;
}

export interface PlacedLabel extends Box {
  readonly id: number;
}

const EDGE_PX = 4;

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Of the distance beside a place, how far a text at its corners keeps in each direction. */
const CORNER = 0.7;

/** Right, left, below, above, then the corners: the first that is free is taken. */
function spots({ x, y, width, height, gap }: LabelWish): readonly Box[] {
  const corner = gap * CORNER;
  return [
    { x: x + gap, y: y - height / 2, width, height },
    { x: x - gap - width, y: y - height / 2, width, height },
    { x: x - width / 2, y: y + gap, width, height },
    { x: x - width / 2, y: y - gap - height, width, height },
    { x: x + corner, y: y - corner - height, width, height },
    { x: x + corner, y: y + corner, width, height },
    { x: x - corner - width, y: y - corner - height, width, height },
    { x: x - corner - width, y: y + corner, width, height },
  ];
}

export interface Room {
  readonly size: Size;
  /** What no label may cover. */
  readonly taken: readonly Box[];
  /** What a label covers only where it finds no other place. */
  readonly spared?: readonly Box[];
}

/**
 * Places labels in the order of their wishes, never over each other, over what is taken, or beyond the edge;
 * what finds no room is left out. At most `limit`.
 */
export function placeLabels(
  wishes: Iterable<LabelWish>,
  { size, taken, spared = [] }: Room,
  limit: number,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const isFree = (box: Box): boolean =>
    box.x >= EDGE_PX &&
    box.y >= EDGE_PX &&
    box.x + box.width <= size.width - EDGE_PX &&
    box.y + box.height <= size.height - EDGE_PX &&
    !taken.some((other) => overlaps(box, other)) &&
    !placed.some((other) => overlaps(box, other));
  for (const wish of wishes) {
    if (placed.length >= limit) break;
    const free = spots(wish).filter(isFree);
    const box = free.find((spot) => !spared.some((other) => overlaps(spot, other))) ?? free[0];
    if (box !== undefined) placed.push({ ...box, id: wish.id });
  }
  return placed;
}
