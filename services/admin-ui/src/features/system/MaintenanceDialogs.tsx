import { useTranslation } from '@sw/i18n';
import { TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';

interface DialogProps {
  readonly onClose: () => void;
}

const asMoment = (local: string): string | undefined =>
  local === '' || Number.isNaN(Date.parse(local)) ? undefined : new Date(local).toISOString();

/** Begins maintenance now, or plans it. */
export function MaintenanceDialog({ onClose }: DialogProps): ReactElement {
  const { t } = useTranslation('system');
  const { api, queries } = useConsole();
  const [text, setText] = useState('');
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const target = t('maintenance.word');
  return (
    <ConfirmDialog
      level="C3"
      danger
      title={t('maintenance.begin')}
      confirmLabel={t('maintenance.begin')}
      target={target}
      onConfirm={async ({ reason }) => {
        const [startsAt, endsAt] = [asMoment(start), asMoment(end)];
        const window = { text, ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
        const body = { window, reason };
        queries.setQueryData(['system', 'notices'], await api.setMaintenance({ body }));
      }}
      onClose={onClose}
    >
      <p>{t('maintenance.effect')}</p>
      <TextField label={t('maintenance.text')} value={text} onChange={setText} maxLength={300} required />
      <TextField
        label={t('maintenance.starts')}
        hint={t('maintenance.starts_hint')}
        type="datetime-local"
        value={start}
        onChange={setStart}
      />
      <TextField
        label={t('maintenance.ends')}
        hint={t('maintenance.ends_hint')}
        type="datetime-local"
        value={end}
        onChange={setEnd}
      />
    </ConfirmDialog>
  );
}

/** Ends maintenance, or gives up what was planned. */
export function EndMaintenanceDialog({ onClose }: DialogProps): ReactElement {
  const { t } = useTranslation('system');
  const { api, queries } = useConsole();
  return (
    <ConfirmDialog
      level="C2"
      title={t('maintenance.end')}
      confirmLabel={t('maintenance.end')}
      onConfirm={async ({ reason }) => {
        const body = { window: null, reason };
        queries.setQueryData(['system', 'notices'], await api.setMaintenance({ body }));
      }}
      onClose={onClose}
    >
      <p>{t('maintenance.end_effect')}</p>
    </ConfirmDialog>
  );
}

/** Changes what the landing page says; nothing takes it away. */
export function MotdDialog({
  present,
  onClose,
}: DialogProps & { readonly present: string | null }): ReactElement {
  const { t } = useTranslation('system');
  const { api, queries } = useConsole();
  const [text, setText] = useState(present ?? '');
  return (
    <ConfirmDialog
      level="C2"
      title={t('motd.title')}
      confirmLabel={t('motd.change')}
      onConfirm={async ({ reason }) => {
        const body = { text: text.trim() === '' ? null : text.trim(), reason };
        queries.setQueryData(['system', 'notices'], await api.setMotd({ body }));
      }}
      onClose={onClose}
    >
      <TextField
        label={t('motd.text')}
        hint={t('motd.hint')}
        value={text}
        onChange={setText}
        maxLength={300}
      />
    </ConfirmDialog>
  );
}
