import { useEffect, useState } from 'react';

/** Lines of the sample run, and the hops the third one flies. */
export const RUN_LINES = 5;
export const FLIGHT_LINE = 2;
export const FLIGHT_HOPS = 7;
const LINE_MS = 8_000;
const HOP_MS = 1_000;

export interface SampleRun {
  /** Line being told, null when the whole run is shown. */
  readonly line: number | null;
  /** Hops flown on the chart, null for all of them. */
  readonly flown: number | null;
  readonly isPlaying: boolean;
  start(): void;
  toggle(): void;
  step(by: 1 | -1): void;
  close(): void;
}

interface Position {
  readonly line: number | null;
  readonly hop: number;
  readonly isPlaying: boolean;
}

const CLOSED: Position = { line: null, hop: 0, isPlaying: false };

/** The next position of a running demonstration: hop by hop on the flight, else line by line. */
export function advance(position: Position): Position {
  if (position.line === null) return position;
  if (position.line === FLIGHT_LINE && position.hop < FLIGHT_HOPS)
    return { ...position, hop: position.hop + 1 };
  if (position.line + 1 >= RUN_LINES) return { ...position, isPlaying: false };
  return { ...position, line: position.line + 1 };
}

/** Where the chart stands at a position. */
export function flownAt(position: Position): number | null {
  if (position.line === null) return null;
  if (position.line < FLIGHT_LINE) return 0;
  return position.line === FLIGHT_LINE ? position.hop : FLIGHT_HOPS;
}

/** The 40 second demonstration: five lines of eight seconds, silent, stopped and stepped at will. */
export function useSampleRun(): SampleRun {
  const [position, setPosition] = useState(CLOSED);
  useEffect(() => {
    if (!position.isPlaying || position.line === null) return undefined;
    const isFlying = position.line === FLIGHT_LINE && position.hop < FLIGHT_HOPS;
    const timer = setTimeout(() => setPosition(advance), isFlying ? HOP_MS : LINE_MS);
    return () => clearTimeout(timer);
  }, [position]);

  return {
    line: position.line,
    flown: flownAt(position),
    isPlaying: position.isPlaying,
    start: () => setPosition({ line: 0, hop: 0, isPlaying: true }),
    toggle: () => setPosition((now) => ({ ...now, isPlaying: !now.isPlaying })),
    step: (by) =>
      setPosition((now) => {
        const line = Math.min(RUN_LINES - 1, Math.max(0, (now.line ?? 0) + by));
        return { line, hop: by > 0 ? FLIGHT_HOPS : 0, isPlaying: false };
      }),
    close: () => setPosition(CLOSED),
  };
}
