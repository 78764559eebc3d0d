import { useEffect, useEffectEvent, useState } from 'react';

const CALM_MS = 400;

/**
 * The value once its key has stayed the same for a moment: an act changes the player's state, the screen and the course
 * one after the other, and the guide speaks only when all of it has come to rest. The first value is there at once.
 */
export function useSettled<T>(value: T, key: string): T {
  const [settled, setSettled] = useState({ value, key });
  const settle = useEffectEvent(() => setSettled({ value, key }));
  useEffect(() => {
    if (key === settled.key) return;
    const timer = setTimeout(settle, CALM_MS);
    return () => clearTimeout(timer);
  }, [key, settled.key]);
  return settled.key === key ? value : settled.value;
}
