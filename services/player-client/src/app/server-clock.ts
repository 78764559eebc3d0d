/** The server's time, from one offset to this device's clock. Only ever used to show time. */
export interface ServerClock {
  nowMs(): number;
  /** Takes over a time the server sent just now. */
  observe(serverMs: number): void;
}

/** The `Date` header counts whole seconds: within this distance a known offset is the better one. */
const HEADER_GRAIN_MS = 1_500;

/** Makes a clock that follows the server; before the first answer it is the device's own. */
export function createServerClock(deviceNowMs: () => number = Date.now): ServerClock {
  let offsetMs: number | null = null;
  return {
    nowMs: () => deviceNowMs() + (offsetMs ?? 0),
    observe: (serverMs) => {
      if (!Number.isFinite(serverMs)) return;
      const offered = serverMs - deviceNowMs();
      if (offsetMs === null || Math.abs(offered - offsetMs) > HEADER_GRAIN_MS) offsetMs = offered;
    },
  };
}
