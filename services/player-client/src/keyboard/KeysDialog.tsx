import { Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { useStore } from 'zustand';
import { useText } from '../app/text.ts';
import { helpPathOf } from '../shell/help-topic.ts';
import { useOverlayStore } from '../shell/overlay-store.ts';
import { KeyTable } from './KeyTable.tsx';
import { keyboardStore } from './keyboard-store.ts';

/** The keys that work on the screen behind this dialog. */
export function KeysDialog(): ReactElement {
  const t = useText();
  const contexts = useStore(keyboardStore, (state) => state.contexts);
  const { pathname } = useLocation();
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
      <p>
        <Link to={helpPathOf(pathname)} state={{ from: pathname }} onClick={() => show(null)}>
          {t('game:keys.manual')}
        </Link>
      </p>
    </Dialog>
  );
}
