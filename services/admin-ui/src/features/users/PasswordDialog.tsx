import { useTranslation } from '@sw/i18n';
import { Button, Dialog } from '@sw/ui';
import type { ReactElement } from 'react';

/** Shows a generated password the one time it is known. */
export function PasswordDialog({
  name,
  password,
  onClose,
}: {
  readonly name: string;
  readonly password: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(['admin_users', 'common']);
  return (
    <Dialog
      open
      danger
      onClose={onClose}
      title={t('password.title', { name })}
      closeLabel={t('common:action.close')}
      actions={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(password)}>
            {t('common:action.copy')}
          </Button>
          <Button variant="next" onClick={onClose}>
            {t('password.done')}
          </Button>
        </>
      }
    >
      <p>
        <code data-password>{password}</code>
      </p>
      <p className="lo">{t('password.hint')}</p>
    </Dialog>
  );
}
