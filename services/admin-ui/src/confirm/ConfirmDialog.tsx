import { isProblem } from '@sw/api-client';
import { useTranslation } from '@sw/i18n';
import { Button, Dialog, TextField } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { useConsole } from '../app/console-context.ts';
import { refusalOf } from '../app/refusal.ts';
import styles from './Confirm.module.css';
import type { ConfirmLevel } from './confirm-level.ts';
import { missingFrom } from './confirm-level.ts';
import { ReasonField } from './ReasonField.tsx';

export interface ConfirmDialogProps {
  readonly level: ConfirmLevel;
  /** The act as a question or a command: "Suspend mara_k". */
  readonly title: string;
  /** The act in a word or two, on the button. */
  readonly confirmLabel: string;
  /** What will be different afterwards, fields of the act included. */
  readonly children?: ReactNode;
  /** C3: the name that must be typed. */
  readonly target?: string;
  /** Cannot be taken back. */
  readonly danger?: boolean;
  /** Does it. What it throws is shown here, and the dialog stays. */
  readonly onConfirm: (given: { readonly reason: string }) => Promise<unknown>;
  /** After success and after cancelling. Draw the dialog only while it is needed: each opening is a new draft. */
  readonly onClose: () => void;
  /** Instead of `onClose` when somebody leaves without confirming. */
  readonly onCancel?: () => void;
  /** Drawn instead of the refusal when the record changed meanwhile (412): usually a `ConflictNotice`. */
  readonly conflict?: ReactNode;
}

/** Asks as surely as the level of an act demands, and does it. */
export function ConfirmDialog({
  level,
  title,
  confirmLabel,
  children,
  target = '',
  danger = false,
  onConfirm,
  onClose,
  onCancel = onClose,
  conflict,
}: ConfirmDialogProps): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { i18n } = useConsole();
  const [reason, setReason] = useState('');
  const [typedName, setTypedName] = useState('');
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const missing = missingFrom(level, { reason, typedName }, target);

  const confirm = async (): Promise<void> => {
    setPending(true);
    setFailure(null);
    try {
      await onConfirm({ reason: reason.trim() });
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onCancel}
      title={title}
      closeLabel={t('common:action.close')}
      danger={danger}
      actions={
        <>
          <Button variant="quiet" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'next'}
            pending={isPending}
            disabledReason={missing === null ? undefined : t(`confirm.missing.${missing}`, { target })}
            reasonPlacement="tip"
            onClick={() => void confirm()}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {children}
        {level !== 'C1' && <ReasonField value={reason} onChange={setReason} />}
        {level === 'C3' && (
          <TextField
            label={t('confirm.type_name', { target })}
            value={typedName}
            onChange={setTypedName}
            autoComplete="off"
            spellCheck={false}
            mono
          />
        )}
        {failure !== null &&
          (isProblem(failure, 'precondition_failed') && conflict !== undefined ? (
            conflict
          ) : (
            <p className={styles.refusal} role="alert">
              {refusalOf(i18n, failure).text}
            </p>
          ))}
      </div>
    </Dialog>
  );
}
