import { Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useText } from '../app/text.ts';
import { useOverlayStore } from '../shell/overlay-store.ts';
import { KeyTable } from './KeyTable.tsx';
import { keyboardStore } from './keyboard-store.ts';

/** The keys that work on the screen behind this dialog. */
export function KeysDialog(): ReactElement {
  const t = useText();
  const contexts = useStore(keyboardStore, (state) => state.contexts);
  const show = useOverlayStore((state) => state.show);
  return (
    <Dialog
      open
      wide
      onClose={() => show(null)}
      title={t('game:keys.title')}
      closeLabel={t('common:action.close')}
    >
      <KeyTable contexts={contexts} />
    </Dialog>
  );
}
