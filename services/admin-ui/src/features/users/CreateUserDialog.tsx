import { useTranslation } from '@sw/i18n';
import { TextField } from '@sw/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';

/** Makes an account; its password is shown once. */
export function CreateUserDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('admin_users');
  const { api } = useConsole();
  const queries = useQueryClient();
  const [username, setUsername] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState<string | null>(null);

  if (password !== null) return <PasswordDialog name={username} password={password} onClose={onClose} />;
  return (
    <ConfirmDialog
      level="C2"
      title={t('create.title')}
      confirmLabel={t('create.action')}
      onClose={() => undefined}
      onCancel={onClose}
      onConfirm={async ({ reason }) => {
        const address = email.trim();
        const made = await api.createUser({
          body: { username: username.trim(), reason, ...(address === '' ? {} : { email: address }) },
        });
        setPassword(made.password);
        await queries.invalidateQueries({ queryKey: ['list', 'users'] });
      }}
    >
      <TextField
        label={t('username')}
        hint={t('create.hint')}
        value={username}
        onChange={setUsername}
        autoComplete="off"
        maxLength={20}
        required
      />
      <TextField label={t('create.email')} type="email" value={email} onChange={setEmail} maxLength={254} />
    </ConfirmDialog>
  );
}
