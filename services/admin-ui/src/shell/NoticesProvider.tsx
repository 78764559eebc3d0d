import { useTranslation } from '@sw/i18n';
import type { Toast } from '@sw/ui';
import { Button, ToastRegion } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useCallback, useRef, useState } from 'react';
import type { Notice } from './notices.ts';
import { NoticesContext } from './notices.ts';

/** How long an act of level C0 can be taken back (rule book, front ends 6.2). */
const UNDO_MS = 10_000;

/** Keeps the notices of the console and draws them. */
export function NoticesProvider({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);

  const dismiss = useCallback(
    (id: string) => setToasts((kept) => kept.filter((toast) => toast.id !== id)),
    [],
  );
  const tell = useCallback(
    ({ text, tone, undo }: Notice) => {
      count.current += 1;
      const id = String(count.current);
      const takeBack = (): void => {
        dismiss(id);
        undo?.();
      };
      const toast: Toast = {
        id,
        text,
        ...(tone === undefined ? {} : { tone }),
        ...(undo === undefined
          ? {}
          : {
              action: (
                <Button size="small" onClick={takeBack}>
                  {t('common:action.undo')}
                </Button>
              ),
            }),
      };
      setToasts((kept) => [...kept, toast]);
    },
    [dismiss, t],
  );
  return (
    <NoticesContext value={tell}>
      {children}
      <ToastRegion
        label={t('common:toast.region')}
        toasts={toasts}
        onDismiss={dismiss}
        dismissLabel={t('common:action.dismiss')}
        durationMs={UNDO_MS}
      />
    </NoticesContext>
  );
}
