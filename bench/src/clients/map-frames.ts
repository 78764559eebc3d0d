import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface FrameTimes {
  readonly frames: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** What drawing the map takes of the page, in a browser without a graphics card. */
export interface MapFrames {
  readonly sectors: number;
  readonly drawCalls: number;
  /** Panning and zooming the flat chart. */
  readonly flat: FrameTimes;
  /** Orbiting in space; the drawing itself is left to the graphics card. */
  readonly space: FrameTimes;
  /** Only a dot for each sector. */
  readonly floor: FrameTimes;
}

const LAB = fileURLToPath(new URL('../../../e2e/src/lab/measure-galaxy.ts', import.meta.url));
const LIMIT_MS = 300_000;

/** Opens the lab of the map in a process of its own; null where there is no browser for it. */
export const measureMapFrames = async (sectors: number): Promise<MapFrames | null> => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [LAB, String(sectors)], {
      timeout: LIMIT_MS,
    });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as MapFrames;
  } catch {
    return null;
  }
};
