import type { Point } from './map-view.ts';
import type { Shape } from './overlay-looks.ts';

export interface ShapeStyle {
  readonly shape: Shape;
  readonly radius: number;
  readonly colour: string;
  /** What lies under a ring. */
  readonly ground: string;
  readonly lineWidth: number;
}

const ROUND = Math.PI * 2;

type Trace = (context: CanvasRenderingContext2D, at: Point, radius: number) => void;

function corners(places: readonly (readonly [number, number])[]): Trace {
  return (context, { x, y }, radius) => {
    for (const [index, [dx, dy]] of places.entries()) {
      if (index === 0) context.moveTo(x + dx * radius, y + dy * radius);
      else context.lineTo(x + dx * radius, y + dy * radius);
    }
    context.closePath();
  };
}

const circle: Trace = (context, { x, y }, radius) => {
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, ROUND);
};

const ARM = 0.34;
const STAR = Array.from({ length: 10 }, (_, index): readonly [number, number] => {
  const reach = index % 2 === 0 ? 1.15 : 0.5;
  const angle = (index * Math.PI) / 5 - Math.PI / 2;
  return [Math.cos(angle) * reach, Math.sin(angle) * reach];
});

const TRACES: Readonly<Record<Shape, Trace>> = {
  dot: circle,
  ring: circle,
  square: corners([
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ]),
  triangle: corners([
    [0, -1.1],
    [1.05, 0.8],
    [-1.05, 0.8],
  ]),
  diamond: corners([
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ]),
  plus: corners([
    [-ARM, -1.1],
    [ARM, -1.1],
    [ARM, -ARM],
    [1.1, -ARM],
    [1.1, ARM],
    [ARM, ARM],
    [ARM, 1.1],
    [-ARM, 1.1],
    [-ARM, ARM],
    [-1.1, ARM],
    [-1.1, -ARM],
    [-ARM, -ARM],
  ]),
  star: corners(STAR),
};

/** One shape at many places with one path. */
export function drawShape(
  context: CanvasRenderingContext2D,
  places: readonly Point[],
  { shape, radius, colour, ground, lineWidth }: ShapeStyle,
): void {
  if (places.length === 0) return;
  const trace = TRACES[shape];
  context.beginPath();
  for (const place of places) trace(context, place, radius);
  if (shape !== 'ring') {
    context.fillStyle = colour;
    context.fill();
    return;
  }
  context.fillStyle = ground;
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = lineWidth;
  context.stroke();
}
