import { useSyncExternalStore } from 'react';

const QUERY = '(prefers-reduced-motion: reduce)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(QUERY);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-motion'] });
  media.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', changed);
  };
}

/** The setting decides; without one the system does. */
export function isStill(): boolean {
  const setting = document.documentElement.dataset['motion'];
  if (setting === 'reduced') return true;
  return setting !== 'full' && matchMedia(QUERY).matches;
}

/** Whether nothing may move: one still frame is drawn. */
export function useStill(): boolean {
  return useSyncExternalStore(subscribe, isStill);
}
