import type { Page } from 'playwright-core';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Longer than what counts as a long press. */
const LONG_MS = 900;
const STEPS = 6;

export interface Touch {
  readonly tap: (at: Spot) => Promise<void>;
  readonly longPress: (at: Spot) => Promise<void>;
  /** Two fingers around a place, each going from one distance from it to another. */
  readonly pinch: (around: Spot, fromPx: number, toPx: number) => Promise<void>;
}

/** Real touches, more than one finger at once. */
export const createTouch = async (page: Page): Promise<Touch> => {
  const session = await page.context().newCDPSession(page);
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Spot[]): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: [...at] });
  };
  return {
    tap: async ({ x, y }) => page.touchscreen.tap(x, y),
    longPress: async (at) => {
      await send('touchStart', [at]);
      await new Promise((resolve) => setTimeout(resolve, LONG_MS));
      await send('touchEnd', []);
    },
    pinch: async ({ x, y }, fromPx, toPx) => {
      const fingers = (distance: number): Spot[] => [
        { x: x - distance, y },
        { x: x + distance, y },
      ];
      await send('touchStart', fingers(fromPx));
      for (let step = 1; step <= STEPS; step += 1)
        await send('touchMove', fingers(fromPx + ((toPx - fromPx) * step) / STEPS));
      await send('touchEnd', []);
    },
  };
};
