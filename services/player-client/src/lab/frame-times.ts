export interface FrameTimes {
  readonly frames: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly mostMs: number;
}

/** What frames took of the page, in milliseconds. */
export function frameTimes(spentMs: readonly number[]): FrameTimes {
  const sorted = [...spentMs].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { frames: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), mostMs: sorted.at(-1) ?? 0 };
}

/** Waits for so many frames. */
export async function framesPass(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}
