import { ToastRegion } from '@sw/ui';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useGame } from '../app/game-context.ts';
import { useText } from '../app/text.ts';

const TONES = { info: 'neutral', good: 'gain', warning: 'warn', danger: 'danger' } as const;

/** What happened elsewhere on screen; everything shown here is also in the log. */
export function Notices(): ReactElement {
  const t = useText();
  const { log } = useGame();
  const notices = useStore(log, (state) => state.notices);
  return (
    <ToastRegion
      label={t('common:toast.region')}
      dismissLabel={t('common:action.dismiss')}
      onDismiss={log.dismiss}
      toasts={notices.map(({ id, text, tone }) => ({ id, text, tone: TONES[tone] }))}
    />
  );
}
