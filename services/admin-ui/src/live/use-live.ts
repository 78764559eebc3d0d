import type { AdminEventData, AdminEventType } from '@sw/contracts/admin';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useConsole } from '../app/console-context.ts';
import type { LiveState } from './live-link.ts';

/** How the link to what happens is. */
export function useLiveState(): LiveState {
  const { live } = useConsole();
  return useSyncExternalStore(live.subscribe, live.state);
}

/** Calls `listener` with every event of a type, as long as the caller is on the page. */
export function useLiveEvent<T extends AdminEventType>(
  type: T,
  listener: (data: AdminEventData<T>) => void,
): void {
  const { live } = useConsole();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => live.on(type, (data) => latest.current(data)), [live, type]);
}

const WHILE_LIVE_MS = 60_000;
const WITHOUT_LINK_MS = 10_000;

/** How often a page asks by itself: seldom while it is told what changes, never while it is paused. */
export function useRefreshMs(): number | false {
  const { link, isPaused } = useLiveState();
  if (isPaused) return false;
  return link === 'live' ? WHILE_LIVE_MS : WITHOUT_LINK_MS;
}
