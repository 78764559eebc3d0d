import type { Point } from './ring-geometry.ts';
import type { SceneRandom } from './scene-random.ts';

function write(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Dots of one size as a single path: lines of no length with round caps. */
export function starPath(random: SceneRandom, count: number, width: number, height: number): string {
  let path = '';
  for (let star = 0; star < count; star += 1)
    path += `M${write(random() * width)} ${write(random() * height)}h0`;
  return path;
}

/** An irregular rock of nine corners. */
export function rockPath(random: SceneRandom, { x, y }: Point, radius: number): string {
  const corners = Array.from({ length: 9 }, (_, corner) => {
    const angle = (corner / 9) * Math.PI * 2;
    const reach = radius * (0.65 + random() * 0.45);
    return `${write(x + Math.cos(angle) * reach)} ${write(y + Math.sin(angle) * reach)}`;
  });
  return `M${corners.join('L')}z`;
}

/** Rocks along a belt through the middle, many small and few large. */
export function beltPath(random: SceneRandom, count: number, width: number, height: number): string {
  let path = '';
  for (let rock = 0; rock < count; rock += 1) {
    const off = random() + random() - 1;
    const at = { x: random() * width, y: height * (0.52 + off * 0.38) };
    path += rockPath(random, at, height * (0.004 + 0.022 * random() ** 4));
  }
  return path;
}
