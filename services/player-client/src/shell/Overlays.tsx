import type { ReactElement } from 'react';
import { lazy, Suspense } from 'react';
import { useOverlayStore } from './overlay-store.ts';

const KeysDialog = lazy(() =>
  import('../keyboard/KeysDialog.tsx').then((module) => ({ default: module.KeysDialog })),
);
const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })));
const CommandSheet = lazy(() =>
  import('../command-line/CommandSheet.tsx').then((module) => ({ default: module.CommandSheet })),
);

/** Dialogs, each loaded when it is first opened. */
export function Overlays(): ReactElement {
  const overlay = useOverlayStore((state) => state.overlay);
  const asked = useOverlayStore((state) => state.commandFocus.ask);
  return (
    <Suspense>
      {overlay === 'keys' && <KeysDialog />}
      {overlay === 'palette' && <Palette />}
      {asked > 0 && <CommandSheet />}
    </Suspense>
  );
}
