import { Button, Panel, TextField } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, SubmitEvent } from 'react';
import { useState } from 'react';
import { useGame } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './Profile.module.css';
import { accountKeys, useAccount, useAct } from './use-account.ts';

/** The address of the account: whether it is verified, and its change. */
export function EmailPanel(): ReactElement {
  const t = useText('account');
  const { queries } = useGame();
  const { api } = useAccount();
  const query = useQuery({ queryKey: accountKeys.account, queryFn: () => api.getAccount() });
  const state = usePanelState(query, t('account:email.title'));
  const [email, setEmail] = useState('');
  const [done, setDone] = useState<'sent' | 'changed' | null>(null);
  const act = useAct();
  const account = query.data;

  const resend = () =>
    act.run(async () => {
      await api.requestEmailVerification();
      setDone('sent');
    });
  const change = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (act.pending) return;
    void act.run(async () => {
      await api.patchAccount({ body: { email: email.trim() } });
      setEmail('');
      setDone('changed');
      await queries.invalidateQueries({ queryKey: accountKeys.account });
    });
  };
  return (
    <Panel title={t('account:email.title')} state={state} padded>
      {account !== undefined && (
        <div className={styles.part}>
          {account.email === null ? (
            <p>{t('account:email.none')}</p>
          ) : (
            <p className={styles.address}>
              <bdi className="hi">{account.email}</bdi>{' '}
              {t(account.emailVerified ? 'account:email.verified' : 'account:email.unverified')}
            </p>
          )}
          {account.pendingEmail !== null && (
            <p className={styles.address}>{t('account:email.pending', { email: account.pendingEmail })}</p>
          )}
          {account.email !== null && !account.emailVerified && (
            <div className={styles.acts}>
              <Button size="small" pending={act.pending} onClick={() => void resend()}>
                {t('account:email.resend')}
              </Button>
            </div>
          )}
          <form className={styles.part} onSubmit={change}>
            <TextField
              label={t('account:email.label')}
              name="email"
              type="email"
              autoComplete="email"
              required
              maxLength={254}
              value={email}
              onChange={setEmail}
              error={act.problem ?? undefined}
            />
            <div className={styles.acts}>
              <Button type="submit" pending={act.pending}>
                {t(account.email === null ? 'account:email.set' : 'account:email.change')}
              </Button>
              <span role="status" className="gain">
                {done !== null && t(done === 'sent' ? 'account:email.sent' : 'account:email.changed')}
              </span>
            </div>
          </form>
        </div>
      )}
    </Panel>
  );
}
