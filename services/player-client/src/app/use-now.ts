import { useEffect, useState } from 'react';
import { useGame } from './game-context.ts';

/** The server's time, told anew every `everyMs` while the page is looked at. */
export function useNow(everyMs = 30_000): number {
  const { clock } = useGame();
  const [now, setNow] = useState(() => clock.nowMs());
  useEffect(() => {
    const tick = () => {
      if (!document.hidden) setNow(clock.nowMs());
    };
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    tick();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [clock, everyMs]);
  return now;
}
