import { Button, Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import { useFleetActs } from './use-fleet-acts.ts';

export interface JettisonDialogProps {
  readonly text: string;
  readonly onClose: () => void;
  readonly onThrow: () => Promise<void>;
}

/** Asks once before goods go overboard. */
export function JettisonDialog({ text, onClose, onThrow }: JettisonDialogProps): ReactElement {
  const t = useText();
  const { running } = useFleetActs();
  return (
    <Dialog
      open
      danger
      onClose={onClose}
      title={t('ships:cargo.jettison_title')}
      closeLabel={t('common:action.close')}
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="danger" pending={running === 'jettison'} onClick={() => void onThrow()}>
            {t('ships:act.jettison')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
