import { useTranslation } from '@sw/i18n';
import { Select, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';

const SCOPES = ['global', 'region', 'player'] as const;
const PRIORITIES = ['low', 'normal', 'high'] as const;

/** Composes an announcement in the game. */
export function BroadcastDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation('system');
  const { api, queries } = useConsole();
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('global');
  const [targetId, setTargetId] = useState('');
  const [priority, setPriority] = useState<(typeof PRIORITIES)[number]>('normal');
  const [text, setText] = useState('');
  return (
    <ConfirmDialog
      level="C2"
      title={t('broadcast.new')}
      confirmLabel={t('broadcast.send')}
      onConfirm={async ({ reason }) => {
        const target = scope === 'global' ? {} : { targetId: targetId.trim() };
        await api.sendBroadcast({ body: { scope, ...target, text, priority, reason } });
        await queries.invalidateQueries({ queryKey: ['system', 'broadcasts'] });
      }}
      onClose={onClose}
    >
      <TextField label={t('broadcast.text')} value={text} onChange={setText} maxLength={500} required />
      <Select
        label={t('broadcast.to')}
        value={scope}
        onChange={setScope}
        options={SCOPES.map((value) => ({ value, label: t(`broadcast.scope.${value}`) }))}
      />
      {scope !== 'global' && (
        <TextField
          label={t(scope === 'region' ? 'broadcast.region' : 'broadcast.player')}
          value={targetId}
          onChange={setTargetId}
          mono
        />
      )}
      <Select
        label={t('broadcast.priority')}
        value={priority}
        onChange={setPriority}
        options={PRIORITIES.map((value) => ({ value, label: t(`broadcast.priority_${value}`) }))}
      />
    </ConfirmDialog>
  );
}
