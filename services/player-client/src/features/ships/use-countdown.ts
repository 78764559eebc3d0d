import { useEffect, useRef, useState } from 'react';

export interface Countdown {
  /** Seconds left; null while it does not run. */
  readonly left: number | null;
  start(): void;
}

/** Counts seconds down and then calls `onEnd` once; leaving the page calls it off. */
export function useCountdown(seconds: number, onEnd: () => void): Countdown {
  const [left, setLeft] = useState<number | null>(null);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (left === null) return;
    if (left === 0) {
      setLeft(null);
      end.current();
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, start: () => setLeft((present) => present ?? seconds) };
}
