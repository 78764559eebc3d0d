import type { Page } from 'playwright-core';

/** A place on the screen in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Steps along a line that a mouse does not jump over a sector with, in pixels. */
const STEP_PX = 8;
const NEAREST_PX = 16;

const along = (from: Spot, { x, y }: Spot, distance: number): Spot => {
  const length = Math.hypot(x, y);
  return { x: from.x + (x / length) * distance, y: from.y - (y / length) * distance };
};

/** The map as somebody uses it who sees it. */
export interface ChartPage {
  /** Number of the sector the panel is about. */
  selected(): Promise<number>;
  /** Waits until the panel is about this sector. */
  waitForSelected(number: number): Promise<void>;
  /** The middle of what is seen of the chart. */
  middle(): Promise<Spot>;
  /**
   * Goes from the middle along a direction (upwards counts up) and touches the chart at every step, until
   * this sector is selected; says where that is, well within reach.
   */
  findAlong(number: number, direction: Spot, touch: (spot: Spot) => Promise<void>): Promise<Spot>;
}

/** Drives the map of a page. `coveredPx` is what lies over the bottom of the chart. */
export const createChartPage = (page: Page, coveredPx: number): ChartPage => {
  const selected = async (): Promise<number> => {
    const words = await page.locator('#map-selected').textContent();
    return Number(/#(\d+)/.exec(words ?? '')?.[1] ?? 0);
  };
  const fieldBox = async () => {
    const box = await page.locator('main canvas').first().boundingBox();
    if (box === null) throw new Error('There is no chart on the screen');
    return box;
  };
  const middle = async (): Promise<Spot> => {
    const box = await fieldBox();
    return { x: box.x + box.width / 2, y: box.y + (box.height - coveredPx) / 2 };
  };
  return {
    selected,
    waitForSelected: (number) =>
      page.locator('#map-selected', { hasText: new RegExp(`#${number}\\b`) }).waitFor({ state: 'attached' }),
    middle,
    async findAlong(number, direction, touch) {
      const [from, box] = [await middle(), await fieldBox()];
      for (let distance = NEAREST_PX; ; distance += STEP_PX) {
        const spot = along(from, direction, distance);
        const isOff = spot.x < box.x || spot.x > box.x + box.width || spot.y < box.y;
        if (isOff || spot.y > box.y + box.height - coveredPx)
          throw new Error(`Sector #${number} was not found on the chart`);
        await touch(spot);
        // What was touched is on the panel with the next frame.
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        if ((await selected()) === number) return along(from, direction, distance + STEP_PX);
      }
    },
  };
};
