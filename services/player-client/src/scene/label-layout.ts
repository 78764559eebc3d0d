import type { Point } from './ring-geometry.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Side of its mark a label stands on; `hidden` shows only with the pointer or the focus. */
export type LabelSide = 'right' | 'left' | 'below' | 'above' | 'hidden';

export interface MarkedLabel extends Point, Size {
  readonly id: string;
}

/** Half a reticle: labels begin beyond it. */
export const MARK_RADIUS = 20;

/** From the mark's edge to the label. */
const GAP = 8;

/** Labels keep away from the edges of the window. */
const MARGIN = 8;

const SIDES = ['right', 'left', 'below', 'above'] as const;

/** Whether two boxes share any pixel. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The box of a size around a centre. */
export function boxAround({ x, y }: Point, { width, height }: Size): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

function isInside(box: Box, window: Size): boolean {
  return (
    box.left >= MARGIN &&
    box.top >= MARGIN &&
    box.right <= window.width - MARGIN &&
    box.bottom <= window.height - MARGIN
  );
}

/** Where a label lies on this side of its mark. */
export function labelBox(label: MarkedLabel, side: Exclude<LabelSide, 'hidden'>): Box {
  const { x, y, width, height } = label;
  const reach = MARK_RADIUS + GAP;
  switch (side) {
    case 'right':
      return boxAround({ x: x + reach + width / 2, y }, label);
    case 'left':
      return boxAround({ x: x - reach - width / 2, y }, label);
    case 'below':
      return boxAround({ x, y: y + MARK_RADIUS + height / 2 }, label);
    case 'above':
      return boxAround({ x, y: y - MARK_RADIUS - height / 2 }, label);
  }
}

export interface LabelLayout {
  readonly sides: ReadonlyMap<string, LabelSide>;
  /** What the labels cover, for whatever is placed after them. */
  readonly boxes: readonly Box[];
}

/**
 * Finds a side for each label, in order of importance: inside the window, and
 * free of the obstacles, of all marks and of the labels before it. A label
 * without room hides; its mark keeps its place.
 */
export function layOutLabels(
  labels: readonly MarkedLabel[],
  window: Size,
  obstacles: readonly Box[],
): LabelLayout {
  const marks = labels.map((label) => ({
    id: label.id,
    box: boxAround(label, { width: MARK_RADIUS * 2, height: MARK_RADIUS * 2 }),
  }));
  const sides = new Map<string, LabelSide>();
  const boxes: Box[] = [];
  for (const label of labels) {
    const taken = [
      ...obstacles,
      ...boxes,
      ...marks.filter((mark) => mark.id !== label.id).map((mark) => mark.box),
    ];
    const side = SIDES.find((candidate) => {
      const box = labelBox(label, candidate);
      return isInside(box, window) && !taken.some((other) => overlaps(box, other));
    });
    sides.set(label.id, side ?? 'hidden');
    if (side !== undefined) boxes.push(labelBox(label, side));
  }
  return { sides, boxes };
}

/** The first candidate where something of this size covers nothing, or null. */
export function findFreePlace(
  candidates: readonly Point[],
  size: Size,
  window: Size,
  obstacles: readonly Box[],
): Point | null {
  return (
    candidates.find((candidate) => {
      const box = boxAround(candidate, size);
      return isInside(box, window) && !obstacles.some((other) => overlaps(box, other));
    }) ?? null
  );
}
