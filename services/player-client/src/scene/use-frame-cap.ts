import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';

/** Thirty frames a second are enough for what drifts slower than one notices. */
const FRAME_MS = 1000 / 30;

/**
 * Asks for frames at the cap while the window is visible and may move; a hidden
 * tab gets none. The loop of the canvas itself is `demand`, so without this hook
 * nothing is drawn.
 */
export function useFrameCap(isMoving: boolean): void {
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => {
    if (!isMoving) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    const start = () => {
      clearInterval(timer);
      timer = document.hidden ? undefined : setInterval(() => invalidate(), FRAME_MS);
    };
    start();
    document.addEventListener('visibilitychange', start);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', start);
    };
  }, [isMoving, invalidate]);
}
