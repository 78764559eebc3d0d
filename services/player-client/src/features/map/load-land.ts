import type { Land, LandInput } from './zone-field.ts';
import { shapeLand } from './zone-field.ts';

interface Answer {
  readonly id: number;
  readonly land: Land;
}

let worker: Worker | null | undefined;
let asked = 0;

/** The worker that computes land; null where there are none, or it did not start. */
function landWorker(): Worker | null {
  if (worker === undefined) {
    try {
      worker = new Worker(new URL('./land.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      worker = null;
    }
  }
  return worker;
}

/** The land of a chart: computed beside the page, else on it. */
export function loadLand(input: LandInput): Promise<Land> {
  const there = landWorker();
  if (there === null) return Promise.resolve(shapeLand(input));
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const stop = new AbortController();
    const { signal } = stop;
    there.addEventListener(
      'message',
      ({ data }: MessageEvent<Answer>) => {
        if (data.id !== id) return;
        stop.abort();
        resolve(data.land);
      },
      { signal },
    );
    there.addEventListener(
      'error',
      () => {
        stop.abort();
        worker = null;
        resolve(shapeLand(input));
      },
      { signal },
    );
    there.postMessage({ id, input });
  });
}
