import type { UserDetail } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Select } from '@sw/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';
import { ConflictNotice } from '../../confirm/ConflictNotice.tsx';
import { useTell } from '../../shell/notices.ts';
import { PasswordDialog } from './PasswordDialog.tsx';
import type { UserAct } from './user-acts.ts';
import { USER_ACTS } from './user-acts.ts';

const HOURS = ['1', '24', '72', '168', '720'] as const;
type Hours = (typeof HOURS)[number];

const HOUR_MS = 3_600_000;

/** Asks for one act on an account and does it, on the version that was seen. */
export function UserActDialog({
  user,
  act,
  onClose,
}: {
  readonly user: UserDetail;
  readonly act: UserAct;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('admin_users');
  const { api } = useConsole();
  const queries = useQueryClient();
  const tell = useTell();
  const [hours, setHours] = useState<Hours>('24');
  const [password, setPassword] = useState<string | null>(null);
  const [seen, setSeen] = useState(user);
  const { level, danger } = USER_ACTS[act];
  const params = { id: user.id };
  const name = user.username;

  const run = async (reason: string, version: number): Promise<unknown> => {
    const call = { params, ifMatch: version };
    switch (act) {
      case 'suspend':
        return api.suspendUser({
          ...call,
          body: { reason, until: new Date(Date.now() + Number(hours) * HOUR_MS).toISOString() },
        });
      case 'ban':
        return api.banUser({ ...call, body: { reason } });
      case 'restore':
        return api.restoreUser({ ...call, body: { reason } });
      case 'sessions':
        return api.revokeUserSessions({ ...call, body: { reason } });
      case 'delete':
        return api.deleteUser({ ...call, body: { reason } });
      case 'password': {
        const answer = await api.resetPassword({ ...call, body: { reason } });
        setPassword(answer.password);
        return answer;
      }
    }
  };

  const refresh = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['users', user.id], exact: true }),
      queries.invalidateQueries({ queryKey: ['list', 'users'] }),
    ]);
  const confirm = async ({ reason }: { reason: string }): Promise<void> => {
    try {
      await run(reason, seen.version);
    } finally {
      await refresh();
    }
    tell({ text: t(`done.${act}`, { name }) });
  };

  if (password !== null) return <PasswordDialog name={name} password={password} onClose={onClose} />;
  return (
    <ConfirmDialog
      level={level}
      danger={danger}
      title={t(`confirm.${act}`, { name })}
      confirmLabel={t(`act.${act}`)}
      target={name}
      onConfirm={confirm}
      onClose={act === 'password' ? () => undefined : onClose}
      onCancel={onClose}
      conflict={
        <ConflictNotice
          fields={[
            {
              id: 'status',
              label: t('status'),
              seen: t(`status.${seen.status}`),
              wanted: t(`act.${act}`),
              now: t(`status.${user.status}`),
            },
          ]}
          onReload={onClose}
          onApply={() => setSeen(user)}
        />
      }
    >
      <p>{t(`effect.${act}`)}</p>
      {act === 'suspend' && (
        <Select
          label={t('hours')}
          value={hours}
          options={HOURS.map((value) => ({ value, label: t('hours.value', { hours: Number(value) }) }))}
          onChange={setHours}
        />
      )}
    </ConfirmDialog>
  );
}
