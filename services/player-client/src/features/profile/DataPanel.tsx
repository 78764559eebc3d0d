import { Button, Dialog, formatDateTime, Panel, TextField } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './Profile.module.css';
import { accountKeys, useAccount, useAct } from './use-account.ts';

/** Everything kept about oneself: taken along, and deleted. */
export function DataPanel(): ReactElement {
  const t = useText('account');
  const locale = useLocale();
  const { session } = useGame();
  const { api } = useAccount();
  const query = useQuery({ queryKey: accountKeys.account, queryFn: () => api.getAccount() });
  const state = usePanelState(query, t('account:data.title'));
  const [typed, setTyped] = useState<string | null>(null);
  const act = useAct();
  const name = query.data?.username ?? '';
  const doomedAt = query.data?.deletionAt ?? null;

  const download = () =>
    act.run(async () => {
      const data = JSON.stringify(await api.exportAccount(), null, 2);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([data], { type: 'application/json' }));
      link.download = t('account:data.file');
      link.click();
      URL.revokeObjectURL(link.href);
    });
  const remove = () => {
    setTyped(null);
    return act.run(async () => {
      await api.deleteAccount();
      session.end('signed_out');
    });
  };
  return (
    <Panel title={t('account:data.title')} state={state} padded>
      <div className={styles.part}>
        {act.problem !== null && (
          <p role="alert" className="loss">
            {act.problem}
          </p>
        )}
        {doomedAt !== null && (
          <p>{t('account:data.doomed', { date: formatDateTime(Date.parse(doomedAt), locale) })}</p>
        )}
        <div>
          <Button pending={act.pending} onClick={() => void download()}>
            {t('account:data.export')}
          </Button>
          <p className="lo small">{t('account:data.export_hint')}</p>
        </div>
        <div>
          <Button variant="danger" onClick={() => setTyped('')}>
            {t('account:data.delete')}
          </Button>
        </div>
      </div>
      <Dialog
        open={typed !== null}
        danger
        title={t('account:data.delete')}
        closeLabel={t('common:action.close')}
        onClose={() => setTyped(null)}
        actions={
          <Button
            variant="danger"
            disabledReason={typed === name ? undefined : t('account:data.delete_label', { name })}
            onClick={() => void remove()}
          >
            {t('account:data.delete_confirm')}
          </Button>
        }
      >
        <p>{t('account:data.delete_lead')}</p>
        <TextField
          label={t('account:data.delete_label', { name })}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? ''}
          onChange={setTyped}
        />
      </Dialog>
    </Panel>
  );
}
