import { useEffect, useState } from 'react';
import type * as engine from './line-engine.ts';

export type LineEngine = typeof engine;

export const loadLineEngine = (): Promise<LineEngine> => import('./line-engine.ts');

const WAIT_MS = 1_500;

/** What understands and runs commands: loaded after the first view, at the latest with the first key. Null until then. */
export function useLineEngine(isTyping: boolean): LineEngine | null {
  const [loaded, setLoaded] = useState<LineEngine | null>(null);
  useEffect(() => {
    if (loaded !== null) return;
    const load = () => loadLineEngine().then(setLoaded, () => undefined);
    const timer = setTimeout(load, isTyping ? 0 : WAIT_MS);
    return () => clearTimeout(timer);
  }, [loaded, isTyping]);
  return loaded;
}
